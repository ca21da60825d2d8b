import { z } from "zod";
import type { Catalog } from "../core/catalog/catalog.ts";
import { comment } from "../core/configuration/code-text.ts";
import { commentSigns, configurationKinds } from "../core/configuration/configuration.ts";
import type { Outcome } from "../core/problems/problem.ts";
import { switchDocument } from "../core/report/switch-document.ts";
import { assumedRetest } from "../core/stats/items-needed.ts";
import type { SwitchAnswer } from "../core/switching/switch-answer.ts";
import { switchModels } from "../core/switching/switch-models.ts";
import { termsInput, termsOf } from "./asked-terms.ts";
import { Move, SharedBenchmark } from "./compare-output.ts";
import { comparedModels } from "./compared-models.ts";
import { AsOf, ModelName, Word } from "./inputs.ts";
import { knownId } from "./listing.ts";
import { defineOperation } from "./operation.ts";
import { CatalogName, Day, NumberOrNull, Sources } from "./outputs.ts";

const Percent = z
  .number({ error: "Expected a percentage above 0 and below 100" })
  .gt(0, { error: "Expected a percentage above 0 and below 100" })
  .lt(100, { error: "Expected a percentage above 0 and below 100" });

const Side = z.looseObject({
  model: z.string(),
  route: z.string().nullable(),
  retiresOn: Day.nullable(),
  monthlyUsd: NumberOrNull,
});

/** No task chooses between the two: they are given. */
const { task: _task, failedTaskUsd: _failedTask, ...moveTerms } = termsInput;

export const switchModel = defineOperation({
  name: "switch",
  summary: "Say what a move from one model to another changes, both ways, and write its files.",
  input: z
    .strictObject({
      from: ModelName.describe("The model in use, by any of its names."),
      to: ModelName.describe("The model to move to, or to fall back on."),
      fallback: z
        .boolean({ error: "Expected true or false" })
        .optional()
        .describe("The second stands behind the first instead of taking its place."),
      fromRoute: Word.optional().describe("The route in use, instead of the cheapest that passes."),
      toRoute: Word.optional().describe("The route to use, instead of the cheapest that passes."),
      on: AsOf.optional().describe("The day of the move; the day asked about when absent."),
      passRate: Percent.optional().describe(
        "Percent of your prompts that pass today; 85 if absent.",
      ),
      points: Percent.optional().describe("The loss in points that a test must show; 3 if absent."),
      outputRatio: z
        .number({ error: "Expected a ratio such as 1.3" })
        .positive({ error: "Expected a ratio above 0" })
        .max(1000, { error: "Expected a ratio of at most 1000" })
        .optional()
        .describe("How many times the output the new model writes, as you counted it."),
      config: z
        .array(
          z.enum(configurationKinds, { error: `Expected one of ${configurationKinds.join(", ")}` }),
          { error: `Expected a list of ${configurationKinds.join(", ")}` },
        )
        .min(1, { error: `Expected at least one of ${configurationKinds.join(", ")}` })
        .max(configurationKinds.length, { error: "Expected each library once" })
        .optional()
        .describe("Libraries to write files for; all of them when absent."),
      ...moveTerms,
    })
    .refine(
      ({ passRate, points }) =>
        (points ?? assumedRetest.gapPoints) < (passRate ?? assumedRetest.passPercent),
      {
        path: ["points"],
        error: "Expected fewer points than pass today",
      },
    ),
  output: z.looseObject({
    asOf: Day,
    movesOn: Day,
    catalog: CatalogName,
    from: Side,
    to: Side,
    switching: z.array(Move).describe("The direction asked first, then the way back."),
    benchmarks: z.array(SharedBenchmark),
    checklist: z.array(z.looseObject({ code: z.string(), text: z.string() })),
    configurations: z.array(z.looseObject({ for: z.string(), file: z.string(), text: z.string() })),
    sources: Sources,
  }),
  async run(input, deps): Promise<Outcome<SwitchAnswer>> {
    const asked = await termsOf(input, deps);
    if (!asked.ok) return asked;
    const { catalog, traffic, constraints, tauPoints, asOf, askedOn } = asked.value;
    const found = comparedModels([input.from, input.to], asked.value);
    if (!found.ok) return found;
    const [from = "", to = ""] = found.value;
    if (input.on !== undefined && input.on < asOf) {
      const expected = `Expected ${asOf} or a later day`;
      return { ok: false, problem: { code: "invalid-input", where: "on", expected } };
    }
    const fromRoute = routeTo(catalog, from, { field: "fromRoute", asked: input.fromRoute });
    if (!fromRoute.ok) return fromRoute;
    const toRoute = routeTo(catalog, to, { field: "toRoute", asked: input.toRoute });
    if (!toRoute.ok) return toRoute;
    const value = switchModels(catalog, {
      from,
      to,
      fromRoute: fromRoute.value,
      toRoute: toRoute.value,
      ...{ asOf, askedOn, traffic, constraints, tauPoints },
      moving: {
        on: input.on ?? asOf,
        passPercent: input.passRate ?? assumedRetest.passPercent,
        gapPoints: input.points ?? assumedRetest.gapPoints,
        ...(input.outputRatio === undefined ? {} : { outputRatio: input.outputRatio }),
      },
      isFallback: input.fallback ?? false,
      configurations: input.config,
    });
    return { ok: true, value };
  },
  report: switchDocument,
  isNo: isFileMissing,
  formats: {
    config: (answer) =>
      [
        ...(isFileMissing(answer) || answer.configurations.length === 0
          ? answer.notWritten.map(
              ({ for: kind, because }) =>
                `${comment(commentSigns[kind], `No file for ${kind}: ${because}`)}\n`,
            )
          : []),
        ...answer.configurations.map(({ text }) => text),
      ].join("\n"),
  },
});

/** A library was asked for by name, and its file cannot be written. */
function isFileMissing({ configurationsAsked, notWritten }: SwitchAnswer): boolean {
  return configurationsAsked.length > 0 && notWritten.length > 0;
}

/** A route that serves the model; its other routes are named when it does not. */
function routeTo(
  catalog: Catalog,
  model: string,
  { field, asked }: { readonly field: string; readonly asked: string | undefined },
): Outcome<string | undefined> {
  if (asked === undefined) return { ok: true, value: undefined };
  const known = knownId(
    asked,
    "route",
    catalog.routes.map(({ id }) => id),
  );
  if (!known.ok) return known;
  const own = catalog.routes.filter((route) => route.model === model).map(({ id }) => id);
  if (own.includes(known.value)) return known;
  const some = own.slice(0, 5).join(", ") || "none is known";
  return {
    ok: false,
    problem: {
      code: "invalid-input",
      where: field,
      expected: `Expected a route to ${model}: ${some}`,
    },
  };
}
