import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { licenseClassOf, licenseRows } from "../src/core/catalog/license-class.ts";
import { methodSettings } from "../src/core/method/method-settings.ts";
import { billFormula } from "../src/core/report/method/bill-part.ts";
import { pairRuleWords } from "../src/core/report/method/pair-rule-words.ts";
import { settingText } from "../src/core/report/method/setting-table.ts";
import { methodDocument } from "../src/core/report/method-document.ts";
import { documentToText } from "../src/core/report/text.ts";
import { defaultTau } from "../src/core/stats/tau.ts";

const page = documentToText(methodDocument({ settings: methodSettings }), { width: 400 });
const settingById = new Map(methodSettings.map((setting) => [setting.id, setting]));

describe("the method", () => {
  test("gives each setting a name of its own and a value", () => {
    expect(settingById.size).toBe(methodSettings.length);
    const empty = methodSettings.filter(({ value }) =>
      typeof value === "number" ? !Number.isFinite(value) : value.length === 0,
    );
    expect(empty).toEqual([]);
  });

  test.each(methodSettings)("shows $id", ({ id, what, value, unit }) => {
    const shown = id.startsWith("tau.") ? String(value) : settingText({ value, unit });
    expect(page).toContain(shown);
    if (!id.startsWith("tau.")) expect(page).toContain(what);
  });

  test.each(Object.entries(defaultTau))("shows the spreads of %s tests", (group, row) => {
    expect(page).toMatch(new RegExp(`${group} +${Object.values(row).join(" +")}`));
  });

  test.each(licenseRows.flatMap(({ written, is }) => written.map((name) => ({ name, is }))))(
    "calls $name $is, as the rule does",
    ({ name, is }) => {
      expect(licenseClassOf(name)).toBe(is);
    },
  );
});

/** Where a document says in its own words what the code holds. */
const assumptions = readFileSync("docs/assumptions.md", "utf8");

describe("the documents and the method", () => {
  test("reckon a bill by one formula", () => {
    expect(readFileSync("docs/cost.md", "utf8")).toContain(billFormula);
  });

  test("decide a pair in as many lines", () => {
    const [, rule = ""] =
      /## 6\. The decision[\s\S]*?\n\n(\|[\s\S]*?)\n\n/.exec(
        readFileSync("docs/verdict.md", "utf8"),
      ) ?? [];
    const lines = rule.split("\n").filter((line) => /^\| \d/.test(line));
    expect(lines.length).toBe(Object.keys(pairRuleWords).length);
  });

  test.each(Object.entries(defaultTau))(
    "hold the same spreads of %s tests",
    (group, { "same-run": run, ...others }) => {
      const figures = [run, others["same-table"], others["cross-source"]].join(" | ");
      for (const file of ["docs/assumptions.md", "docs/verdict.md"]) {
        expect(readFileSync(file, "utf8")).toMatch(
          new RegExp(`\\| ${group}[^|]*\\| ${escaped(figures)} \\|`),
        );
      }
    },
  );

  test.each(methodSettings.filter(({ id }) => id.startsWith("error-rate.")))(
    "hold the same $id",
    (setting) => {
      expect(section("Source errors")).toContain(`| ${settingText(setting)} |`);
    },
  );

  test.each([
    { id: "traffic.input", heading: "Traffic", because: "800 million input tokens" },
    { id: "traffic.output", heading: "Traffic", because: "250 million output tokens" },
  ])("assume $because", ({ id, heading, because }) => {
    const { value } = settingById.get(id) ?? {};
    expect(section(heading)).toContain(because);
    expect(Number(because.split(" ")[0]) * 1e6).toBe(value);
  });

  test.each([
    { id: "tasks", heading: "Tasks", text: "100,000 tasks a month" },
    { id: "tokenizer.high", heading: "Tokenizer", text: "1.35 times" },
    { id: "verbosity.high", heading: "Verbosity", text: "2.65 times" },
    { id: "uplift.high", heading: "Region", text: "1.1 times" },
    { id: "retest.pass-rate", heading: "Retest", text: "85 %" },
    { id: "retest.points", heading: "Retest", text: "3 points" },
  ])("assume $text for $id", ({ id, heading, text }) => {
    const setting = settingById.get(id);
    expect(setting && settingText(setting)).toBe(text);
    expect(section(heading)).toContain(text);
  });
});

function section(heading: string): string {
  const start = assumptions.indexOf(`\n## ${heading}\n`);
  expect(start).toBeGreaterThan(0);
  return assumptions.slice(start, assumptions.indexOf("\n## ", start + 1));
}

function escaped(text: string): string {
  return text.replace(/[.|]/g, "\\$&");
}
