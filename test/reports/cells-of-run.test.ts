import { parse } from "csv-parse/sync";
import { XMLParser, XMLValidator } from "fast-xml-parser";
import { describe, expect, onTestFinished, test } from "vitest";
import { z } from "zod";
import type { Cell } from "../../src/core/runs/cell.ts";
import type { StatedDecision, Suite } from "../../src/core/runs/suite.ts";
import { openedRun } from "../../src/measure/reports/opened-run.ts";
import { printedRun, type RunFormat } from "../../src/measure/reports/printed-run.ts";
import { reportOf } from "../../src/measure/reports/report-of-run.ts";
import { parseResults } from "../../src/measure/result-files/parse-results.ts";
import { type Came, measuredStore, twoEndpoints } from "../builders/measured-store.ts";
import { allOf } from "../builders/run-of.ts";
import { promptOf } from "../builders/suite-of.ts";

async function printedAs(
  format: RunFormat,
  given: Partial<Suite>,
  cameOf: (cell: Cell) => Came,
): Promise<string> {
  const { store, run } = await measuredStore(given, cameOf);
  onTestFinished(store.close);
  const opened = await openedRun(store, run);
  if (!opened.ok) throw new Error(JSON.stringify(opened.problem));
  const report = await reportOf(opened.value);
  return (await allOf(printedRun(opened.value, report, { format, width: 80 }))).join("");
}

const right: Came = { text: "yes", score: 1 };
const wrong: Came = { text: "no", score: 0 };
const failed: Came = { failure: "server-error" };

describe("the cells of a run as a table", () => {
  test("are a row each, with grade, times, tokens, cost and failure", async () => {
    const text = await printedAs("csv", twoEndpoints(1), ({ endpoint }) =>
      endpoint === "now" ? right : failed,
    );
    const rows: unknown = parse(text, { columns: true });
    const byEndpoint = z.array(z.looseObject({ endpoint: z.string() })).parse(rows);
    expect(byEndpoint.find(({ endpoint }) => endpoint === "now")).toEqual({
      ...{ prompt: "p0", endpoint: "now", model: "now", repetition: "1", cluster: "" },
      ...{ pass: "true", score_exact: "1", latency_ms: "90", ttft_ms: "30", inter_token_ms: "19" },
      ...{ input_tokens: "10", output_tokens: "3", usd: "0.00001", requests: "1" },
      ...{ finish: "stop", failure: "", failure_class: "", status: "" },
    });
    expect(byEndpoint.find(({ endpoint }) => endpoint === "next")).toMatchObject({
      ...{ pass: "", score_exact: "", latency_ms: "", usd: "", finish: "" },
      ...{ failure: "server-error", failure_class: "endpoint", status: "500" },
    });
  });

  test.each([
    ["=1+1", "'=1+1"],
    ["+49 30", "'+49 30"],
    ["-x", "'-x"],
    ["@SUM(A1)", "'@SUM(A1)"],
    [" =cmd|' /C calc'!A0", "' =cmd|' /C calc'!A0"],
    ['say "hi", you', 'say "hi", you'],
    ["two\nlines", "two lines"],
  ])("never run in a spreadsheet nor break a row: %s", async (id, cell) => {
    const suite = { ...twoEndpoints(1), prompts: [promptOf(id)] };
    const text = await printedAs("csv", suite, () => right);
    const rows: unknown = parse(text, { columns: true });
    expect(z.array(z.object({ prompt: z.string() })).parse(rows)[0]?.prompt).toBe(cell);
  });

  test("can be read back, and held against each other", async () => {
    const text = await printedAs("csv", twoEndpoints(6), ({ endpoint }) =>
      endpoint === "now" ? right : wrong,
    );
    const file = parseResults(text, "run.csv");
    expect(file).toMatchObject({ ok: true, value: { format: "csv" } });
    expect(file.ok && file.value.endpoints.toSorted()).toEqual(["next", "now"]);
    expect(file.ok && file.value.metrics[0]).toBe("pass");
  });
});

const Attributes = z.looseObject({ name: z.string() });
const Case = Attributes.extend({
  classname: z.string(),
  time: z.string().regex(/^\d+\.\d{3}$/),
  failure: z.looseObject({ type: z.string(), message: z.string() }).optional(),
  error: z.looseObject({ type: z.string(), message: z.string() }).optional(),
  skipped: z.unknown().optional(),
});
/** What readers of the format ask for, as the schema of Ant's reports has it. */
const Shape = z.object({
  testsuites: z.object({
    testsuite: z.array(
      Attributes.extend({
        id: z.string().regex(/^\d+$/),
        package: z.string(),
        timestamp: z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/),
        hostname: z.string(),
        tests: z.coerce.number(),
        failures: z.coerce.number(),
        errors: z.coerce.number(),
        skipped: z.coerce.number(),
        time: z.string().regex(/^\d+\.\d{3}$/),
        properties: z.unknown(),
        testcase: z.array(Case),
        "system-out": z.unknown(),
        "system-err": z.unknown(),
      }),
    ),
  }),
});

function suitesIn(xml: string) {
  expect(XMLValidator.validate(xml)).toBe(true);
  const parser = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: "",
    parseAttributeValue: false,
    isArray: (name) => name === "testcase" || name === "testsuite",
  });
  const read: unknown = parser.parse(xml);
  return Shape.parse(read).testsuites.testsuite;
}

const notWorse: StatedDecision = {
  ...{ baseline: "now", candidates: ["next"], grader: "exact", marginPoints: 10 },
  ...{ isCheaperAsked: false, alpha: 0.05, power: 0.8 },
};

describe("the cells of a run as JUnit's XML", () => {
  test("are a suite an endpoint, and a case an answer: wrong is a failure, no answer an error", async () => {
    const xml = await printedAs("junit", twoEndpoints(3), ({ prompt, endpoint }) => {
      if (endpoint === "now") return right;
      return { p0: right, p1: wrong, p2: failed }[prompt];
    });
    const [now, next] = suitesIn(xml);
    expect(now).toMatchObject({ id: "0", name: "now", tests: 3, failures: 0, errors: 0 });
    expect(next).toMatchObject({ id: "1", name: "next", tests: 3, failures: 1, errors: 1 });
    expect(next?.time).toBe("0.180");
    const byName = new Map(next?.testcase.map((each) => [each.name, each]));
    expect(byName.get("p0")).toEqual({ name: "p0", classname: "next", time: "0.090" });
    expect(byName.get("p1")?.failure).toMatchObject({
      type: "exact",
      message: "exact: it is not the same",
    });
    expect(byName.get("p2")?.error).toMatchObject({
      ...{ type: "server-error", message: "endpoint: server-error (500)" },
      "#text": "out of bricks",
    });
  });

  test("names repetitions apart", async () => {
    const suite = { ...twoEndpoints(1), repetitions: 2 };
    const [now] = suitesIn(await printedAs("junit", suite, () => right));
    expect(now?.testcase.map(({ name }) => name)).toEqual(["p0", "p0 (2)"]);
  });

  test.each([
    ["is red where the candidate is not shown to be what was asked", wrong, 1],
    ["is green where it is", right, 0],
  ])("has the decision as a case of its own, which %s", async (_, came, failures) => {
    const suite = { ...twoEndpoints(60), decision: notWorse };
    const xml = await printedAs("junit", suite, ({ endpoint }) =>
      endpoint === "now" ? right : came,
    );
    const [decision, ...endpoints] = suitesIn(xml);
    expect(decision).toMatchObject({ name: "decision", tests: 1, failures });
    const [only] = decision?.testcase ?? [];
    expect(only?.name).toBe("next is not worse than now by more than 10 points");
    expect(only?.failure?.message).toBe(
      failures === 0 ? undefined : "next is shown to be worse than now by more than 10 points.",
    );
    expect(endpoints).toHaveLength(2);
  });

  test("is red where nothing can be compared", async () => {
    const suite = { ...twoEndpoints(2), decision: notWorse };
    const [decision] = suitesIn(await printedAs("junit", suite, () => failed));
    expect(decision?.testcase[0]?.failure?.message).toContain("share no prompt");
  });

  test("keeps foreign text as text", async () => {
    const id = `<x a="1"> & ]]> ${String.fromCodePoint(0x1b)}${String.fromCodePoint(0xfffe)}`;
    const suite = { ...twoEndpoints(1), prompts: [promptOf(id)] };
    const [now] = suitesIn(await printedAs("junit", suite, () => wrong));
    expect(now?.testcase[0]?.name).toBe('<x a="1"> & ]]>');
  });
});
