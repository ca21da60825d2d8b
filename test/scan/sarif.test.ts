import type { Log } from "sarif";
import { expect, test } from "vitest";
import { z } from "zod";
import { sarifLogOf } from "../../src/core/report/scan-sarif.ts";
import type { ScanReport } from "../../src/core/scan/scan-report.ts";
import { scan } from "../../src/operations/scan.ts";
import { depsOf } from "../builders/deps-of.ts";
import { smallCatalog } from "../cli/small-catalog.ts";
import { readSmallCode } from "../cli/small-code.ts";

const Message = z.strictObject({ text: z.string().min(1) });
const Level = z.enum(["none", "note", "warning", "error"]);
const Rule = z.strictObject({
  id: z.string(),
  name: z.string(),
  shortDescription: Message,
  defaultConfiguration: z.strictObject({ level: Level }),
});
const Location = z.strictObject({
  physicalLocation: z.strictObject({
    artifactLocation: z.strictObject({
      uri: z.string().regex(/^[^/:\s#?][^:\s#?]*$/),
      uriBaseId: z.literal("%SRCROOT%"),
    }),
    region: z.strictObject({
      startLine: z.int().min(1),
      startColumn: z.int().min(1),
      endColumn: z.int().min(2),
    }),
  }),
});
/** The part of the SARIF 2.1.0 schema that a scan uses: no other field, each of its type. */
const SarifLog = z.strictObject({
  $schema: z.url(),
  version: z.literal("2.1.0"),
  runs: z
    .array(
      z.strictObject({
        tool: z.strictObject({
          driver: z.strictObject({ name: z.string(), rules: z.array(Rule).min(1) }),
        }),
        columnKind: z.enum(["utf16CodeUnits", "unicodeCodePoints"]),
        originalUriBaseIds: z.record(z.string(), z.strictObject({ description: Message })),
        properties: z.record(z.string(), z.string()),
        results: z.array(
          z.strictObject({
            ruleId: z.string(),
            ruleIndex: z.int().min(0),
            level: Level,
            message: Message,
            locations: z.array(Location).length(1),
            partialFingerprints: z.record(z.string(), z.string()),
          }),
        ),
      }),
    )
    .length(1),
});

async function reportOn(path: string | string[]): Promise<ScanReport> {
  const deps = depsOf({
    catalog: async () => ({ ok: true, value: smallCatalog }),
    readCode: async (paths, visit) => readSmallCode(paths, visit),
  });
  const outcome = await scan.run({ path, failOn: [] }, deps);
  if (!outcome.ok) throw new Error(outcome.problem.code);
  return outcome.value;
}

test("a log is what the types of SARIF 2.1.0 ask for, and nothing beside", async () => {
  const log: Log = sarifLogOf(await reportOn("."));
  expect(SarifLog.parse(log).runs[0]?.results).toHaveLength(3);
});

test("each result points at a rule of the same id, and at the name on its line", async () => {
  const [run] = SarifLog.parse(sarifLogOf(await reportOn("."))).runs;
  for (const { ruleId, ruleIndex } of run?.results ?? []) {
    expect(run?.tool.driver.rules[ruleIndex]?.id).toBe(ruleId);
  }
  expect(run?.results.map(({ locations: [at] }) => at?.physicalLocation)).toMatchObject([
    {
      artifactLocation: { uri: "src/answer.ts" },
      region: { startLine: 1, startColumn: 16, endColumn: 23 },
    },
    {
      artifactLocation: { uri: "src/draft.py" },
      region: { startLine: 2, startColumn: 10, endColumn: 28 },
    },
    {
      artifactLocation: { uri: "deploy.yaml" },
      region: { startLine: 1, startColumn: 8, endColumn: 17 },
    },
  ]);
});

test("a file elsewhere is named from the folder that was asked about, as an address spells it", async () => {
  const report = await reportOn("src");
  const [model] = report.found;
  const place = { file: "/work/we ird/ü#x.ts", line: 1, column: 1, text: "gpt-4.1" };
  const moved = { ...report, path: "/work", found: model ? [{ ...model, places: [place] }] : [] };
  const [result] = SarifLog.parse(sarifLogOf(moved)).runs[0]?.results ?? [];
  expect(result?.locations[0]?.physicalLocation.artifactLocation.uri).toBe(
    "we%20ird/%C3%BC%23x.ts",
  );
});

test("fingerprints differ, and do not change with the line", async () => {
  const report = await reportOn("src");
  const later = {
    ...report,
    found: report.found.map((each) => ({
      ...each,
      places: each.places.map((place) => ({ ...place, line: place.line + 40 })),
    })),
  };
  const prints = (of: ScanReport) =>
    sarifLogOf(of).runs[0]?.results.map((each) => each.partialFingerprints["steelyardName/v1"]);
  expect(prints(later)).toEqual(prints(report));
  expect(new Set(prints(report)).size).toBe(2);
});
