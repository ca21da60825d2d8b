import { z } from "zod";
import type { Catalog } from "../core/catalog/catalog.ts";
import type { Benchmark } from "../core/catalog/entries.ts";
import { closestNames } from "../core/identity/closest-names.ts";
import { benchmarkOverview } from "../core/overview/benchmark-overview.ts";
import type { Outcome } from "../core/problems/problem.ts";
import { benchmarkDocument } from "../core/report/benchmark-document.ts";
import { Facts, Word } from "./inputs.ts";
import { defineOperation } from "./operation.ts";
import { CatalogName, NumberOrNull, Sources } from "./outputs.ts";

export const benchmark = defineOperation({
  name: "benchmark",
  summary: "Say what a test measures, what its scores can tell apart, and show them all.",
  input: z.strictObject({
    id: Word.describe("The id or a name of a benchmark: `mmlu-pro`."),
    facts: Facts.optional(),
  }),
  output: z.looseObject({
    catalog: CatalogName,
    benchmark: z.looseObject({ id: z.string(), name: z.string(), items: NumberOrNull }),
    resolutions: z
      .array(
        z.looseObject({
          items: z.number(),
          levels: z.array(z.looseObject({ atScore: z.number(), halfWidthPoints: z.number() })),
        }),
      )
      .describe("What scores can tell apart, at each size of the test."),
    results: z
      .array(
        z.looseObject({
          test: z.string(),
          reporter: z.string(),
          scores: z.array(z.looseObject({ model: z.string(), score: z.number() })),
        }),
      )
      .describe("Scores of one exact test by one reporter, the best first."),
    sources: Sources,
  }),
  async run({ id, facts }, deps) {
    const opened = await deps.catalog(facts ?? []);
    if (!opened.ok) return opened;
    const found = findBenchmark(opened.value, id);
    if (!found.ok) return found;
    return { ok: true, value: benchmarkOverview(opened.value, found.value) };
  },
  report: benchmarkDocument,
});

/** By id, else by a name that only one bears. */
function findBenchmark({ benchmarks }: Catalog, asked: string): Outcome<Benchmark> {
  const name = asked.toLowerCase();
  const byId = benchmarks.find(({ id }) => id === name);
  const named = benchmarks.filter((each) =>
    [each.name, ...each.aliases].some((own) => own.toLowerCase() === name),
  );
  const found = byId ?? (named.length === 1 ? named[0] : undefined);
  if (found !== undefined) return { ok: true, value: found };
  const closest = closestNames(benchmarks.map(({ id }) => ({ id, words: id })))(name, 3);
  return { ok: false, problem: { code: "not-found", what: "benchmark", asked, closest } };
}
