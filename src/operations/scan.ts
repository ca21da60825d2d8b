import { z } from "zod";
import { dossiersOf } from "../core/evidence/dossiers.ts";
import { scanDocument } from "../core/report/scan-document.ts";
import { scanSarif } from "../core/report/scan-sarif.ts";
import { buildScanReport } from "../core/scan/build-report.ts";
import { placeCollector } from "../core/scan/collect-places.ts";
import { type FailRule, parseFailOn } from "../core/scan/fail-on.ts";
import { isEnding, lifecycleOfName } from "../core/scan/lifecycle-of-name.ts";
import { lookoutFor } from "../core/scan/lookout.ts";
import { termsInput, termsOf } from "./asked-terms.ts";
import { GivenCode, visitGiven } from "./given-code.ts";
import { AsOf, Facts } from "./inputs.ts";
import { defineOperation } from "./operation.ts";
import { CatalogName, Day, Sources } from "./outputs.ts";

const Places = z.array(z.looseObject({ file: z.string(), line: z.number() }));

const asPath = "Expected a file or a folder, such as src";
const asRules = "Expected retired, retiring:90d, deprecated or unknown, with commas between them";

const Path = z
  .string({ error: asPath })
  .min(1, { error: asPath })
  .max(4096, { error: "Expected a path of at most 4096 characters" })
  .regex(/^[^\0]*$/, { error: "Expected a path without zero characters" });

const FailOn = z
  .union([z.string().max(200), z.array(z.string().max(200)).max(50)], { error: asRules })
  .transform((given, context): readonly FailRule[] => {
    const rules = parseFailOn(typeof given === "string" ? given : given.join(","));
    if (rules === undefined) context.addIssue({ code: "custom", message: asRules });
    return rules ?? [];
  });

export const scan = defineOperation({
  name: "scan",
  summary: "Find the models a code base names, when each ends and what may take its place.",
  input: z
    .strictObject({
      path: z
        .union([Path, z.array(Path).max(100_000, { error: "Expected at most 100,000 paths" })], {
          error: asPath,
        })
        .optional()
        .describe("Files or folders; the folder asked from when absent."),
      code: GivenCode.optional().describe("The code itself, instead of a path."),
      failOn: FailOn.optional().describe(
        'What makes the answer "no": `retired`, `retiring:90d`, `deprecated`, `unknown`.',
      ),
      traffic: termsInput.traffic,
      constraints: termsInput.constraints.describe("What a successor must satisfy."),
      workload: termsInput.workload,
      asOf: AsOf.optional(),
      facts: Facts.optional(),
    })
    .refine(({ path, code }) => path === undefined || code === undefined, {
      path: ["code"],
      error: "Expected either code or a path, not both",
    }),
  output: z.looseObject({
    asOf: Day,
    catalog: CatalogName,
    found: z
      .array(
        z.looseObject({
          model: z.string(),
          status: z.string(),
          retiresOn: Day.nullable(),
          places: Places,
          successors: z.array(z.looseObject({ model: z.string(), because: z.string() })),
        }),
      )
      .describe("The nearest end first, then those without one."),
    unknown: z.array(z.looseObject({ text: z.string(), places: Places })),
    failed: z.array(z.looseObject({ rule: z.string(), what: z.string() })),
    sources: Sources,
  }),
  async run({ path = ".", code, failOn = [], ...asked }, deps) {
    const terms = await termsOf(asked, deps);
    if (!terms.ok) return terms;
    const { catalog, traffic, constraints, asOf, askedOn } = terms.value;
    const named = typeof path === "string" ? [path] : path;
    const paths = code === undefined ? named : code.map(({ file }) => file);
    const dossiers = dossiersOf(catalog, asOf);
    const collector = placeCollector(lookoutFor(catalog), ({ text, model }) =>
      model === null ? false : isEnding(lifecycleOfName(text, dossiers.of(model)).lifecycle),
    );
    const leftOut =
      code === undefined
        ? await deps.readCode(paths, collector.visit)
        : { ok: true as const, value: visitGiven(code, collector.visit) };
    if (!leftOut.ok) return leftOut;
    const value = buildScanReport(dossiers, collector.collected(), {
      path: paths.length === 1 ? (paths[0] ?? ".") : paths,
      askedOn,
      traffic,
      constraints,
      failOn,
      leftOut: leftOut.value,
    });
    return { ok: true, value };
  },
  report: scanDocument,
  isNo: ({ failed }) => failed.length > 0,
  formats: { sarif: scanSarif },
});
