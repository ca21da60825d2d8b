import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { fieldRules } from "../src/core/cost/traffic-fields.ts";
import { assumptions } from "../src/core/evidence/assumptions.ts";
import { constraintRules } from "../src/core/verdict/constraint-rules.ts";
import { parseConstraint } from "../src/core/verdict/constraints.ts";
import { taskIds } from "../src/core/verdict/tasks.ts";
import { EndpointInput } from "../src/measure/suite/endpoint-schema.ts";
import { GraderInput } from "../src/measure/suite/grader-schema.ts";
import { readSuite } from "../src/measure/suite/read-suite.ts";
import { SuiteInput } from "../src/measure/suite/suite-schema.ts";
import { operationNames } from "../src/operations/index.ts";
import { parseWorkload } from "../src/sources/workload-file/parse-workload.ts";
import { WorkloadSchema } from "../src/sources/workload-file/workload-schema.ts";
import { suiteFolders } from "./builders/suite-folder-of.ts";

const suiteFolderOf = suiteFolders();
const documents = [
  ...readdirSync("."),
  ...readdirSync("docs", { recursive: true, encoding: "utf8" }).map((name) => join("docs", name)),
].filter((name) => name.endsWith(".md"));

describe("the documents", () => {
  test.each(documents)("%s links to what is there", (file) => {
    const links = [...readFileSync(file, "utf8").matchAll(/\]\(([^)\s]+)\)/g)].map(
      ([, link = ""]) => link,
    );
    const local = links.filter((link) => !/^[a-z]+:/.test(link));
    expect(local.filter((link) => !leadsSomewhere(link, file))).toEqual([]);
  });

  test.each(documents)("%s names files that are there", (file) => {
    const named = [...readFileSync(file, "utf8").matchAll(/`((?:src|test|scripts)\/[\w./-]+)`/g)];
    const paths = named.map(([, path = ""]) => path);
    expect(paths.filter((path) => !existsSync(path))).toEqual([]);
  });

  test.each(Object.values(assumptions))("explain the $name", ({ ref }) => {
    expect(leadsSomewhere(ref, "README.md")).toBe(true);
  });

  test.each(constraintRules.map(({ example }) => example))(
    "explain the constraint %s",
    (example) => {
      expect(readFileSync("docs/constraints.md", "utf8")).toContain(`| \`${example}\` |`);
    },
  );

  test("show only constraints that can be written", () => {
    const page = readFileSync("docs/constraints.md", "utf8");
    const shown = [...page.matchAll(/^\| `([^`]+)`/gm)].map(([, text = ""]) => text);
    expect(shown.filter((text) => !parseConstraint(text).ok)).toEqual([]);
  });

  test("show a steelyard.yaml that is read, and each of its fields", () => {
    const page = readFileSync("docs/steelyard-yaml.md", "utf8");
    const [, example = ""] = /```yaml\n([\s\S]*?)```/.exec(page) ?? [];
    expect(parseWorkload(example, "steelyard.yaml")).toMatchObject({ ok: true });
    const explained = [...page.matchAll(/^\| `(\w+)`/gm)].map(([, field]) => field);
    expect(explained).toEqual(expect.arrayContaining(Object.keys(WorkloadSchema.shape)));
  });

  test("show a suite that is read with all its files, and each field of it", async () => {
    const page = readFileSync("docs/suites.md", "utf8");
    const shown = [...page.matchAll(/`([\w.]+)`[^`]*:\n\n```\w+\n([\s\S]*?)```/g)];
    const files = Object.fromEntries(shown.map(([, name = "", text = ""]) => [name, text]));
    const suite = await readSuite(join(suiteFolderOf(files), "suite.yaml"));
    expect(suite).toMatchObject({ ok: true, value: { prompts: { length: 5 } } });
    const fields = [
      SuiteInput.shape,
      EndpointInput.shape,
      SuiteInput.shape.decision.unwrap().shape,
      ...GraderInput.options.map(({ shape }) => shape),
    ].flatMap(Object.keys);
    expect(fields.filter((field) => !page.includes(`\`${field}\``))).toEqual([]);
    const kinds = GraderInput.options.map(({ shape }) => shape.kind.value);
    expect(kinds.filter((kind) => !page.includes(`| \`${kind}\` |`))).toEqual([]);
  });

  test.each(Object.keys(fieldRules))("name %s, which a month of traffic may state", (field) => {
    expect(readFileSync("docs/steelyard-yaml.md", "utf8")).toContain(`\`${field}\``);
  });

  test.each(taskIds)("name the kind of work %s", (task) => {
    expect(readFileSync("docs/steelyard-yaml.md", "utf8")).toContain(`\`${task}\``);
  });

  test.each(operationNames)("tell a reader of %s", (name) => {
    expect(readFileSync("CHANGELOG.md", "utf8")).toContain(`\`${name}\``);
  });
});

function leadsSomewhere(link: string, from: string): boolean {
  const [path = "", anchor] = link.split("#");
  const target = path === "" ? from : join(dirname(from), path);
  if (!existsSync(target)) return false;
  return anchor === undefined || headingsOf(target).includes(anchor);
}

/** Headings as a link spells them. */
function headingsOf(file: string): readonly string[] {
  return [...readFileSync(file, "utf8").matchAll(/^#+ (.+)$/gm)].map(([, heading = ""]) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\- ]/gu, "")
      .replaceAll(" ", "-"),
  );
}
