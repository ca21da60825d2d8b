import type { Catalog } from "../catalog/catalog.ts";
import type { Benchmark, BenchmarkGroup } from "../catalog/entries.ts";
import { testOf } from "../compare/test-of.ts";
import { assumptions } from "../evidence/assumptions.ts";
import type { SourceKind } from "../evidence/source.ts";
import { type CitedSource, sourceBook } from "../evidence/source-book.ts";
import { groupBy } from "../group-by.ts";
import { compareText } from "../ordering.ts";
import { type Resolution, resolutionAt } from "../stats/resolution.ts";
import { type ToldScore, toldScore } from "./told-score.ts";

/** Everything held of one benchmark. */
export interface BenchmarkOverview {
  readonly catalog: { readonly hash: string; readonly compiledOn: string };
  readonly benchmark: {
    readonly id: string;
    readonly name: string;
    readonly aliases: readonly string[];
    readonly category: string;
    readonly group: BenchmarkGroup;
    readonly measures: string;
    readonly metric: string;
    /** Null: nobody published the count. */
    readonly items: number | null;
    readonly itemsNote: string | null;
    readonly variants: readonly { readonly label: string; readonly items: number | null }[];
    readonly randomFloorPercent: number | null;
    readonly usualRuns: string | null;
    readonly setupSensitivity: string | null;
    readonly saturation: string | null;
    readonly status: Benchmark["status"];
    readonly sources: readonly string[];
  };
  /** For each size the test is known in; empty: nobody says how many items it has. */
  readonly resolutions: readonly {
    readonly label: string;
    readonly items: number;
    readonly levels: readonly Resolution[];
    readonly sources: readonly string[];
  }[];
  /** Results of one exact test by one reporter; the plain test first, then the most results. */
  readonly results: readonly {
    /** `telecom`, `with tools`; empty: plain. */
    readonly test: string;
    readonly reporter: string;
    readonly reporterKind: SourceKind;
    /** The best first. */
    readonly scores: readonly ToldScore[];
  }[];
  readonly counts: { readonly scores: number; readonly models: number };
  readonly sources: readonly CitedSource[];
}

const levels = [50, 90] as const;

export function benchmarkOverview(catalog: Catalog, benchmark: Benchmark): BenchmarkOverview {
  const book = sourceBook();
  const { hash, compiledOn } = catalog;
  const sources = book.cite([benchmark.source]);
  const scores = catalog.models.flatMap(({ id, name }) =>
    catalog
      .scoresOf(id)
      .filter((score) => score.benchmark === benchmark.id)
      .map((score) => ({ score, modelName: name })),
  );
  const groups = groupBy(scores, ({ score }) => `${testOf(score)}\n${score.reporter}`);
  const results = [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const told = group.map(({ score, modelName }) =>
      toldScore(score, benchmark, { modelName, book }),
    );
    return [
      {
        test: testOf(first.score),
        reporter: first.score.reporter,
        reporterKind: first.score.source.kind,
        scores: told.sort(bestFirst),
      },
    ];
  });
  return {
    catalog: { hash, compiledOn },
    benchmark: identityOf(benchmark, sources),
    resolutions: sizesOf(benchmark).map(({ label, items }) => ({
      label,
      items,
      levels: levels.map((level) => resolutionAt(level, { items, group: benchmark.group })),
      sources: book.cite([benchmark.source, assumptions.tau]),
    })),
    results: results.sort(
      (a, b) =>
        compareText(a.test, b.test) ||
        b.scores.length - a.scores.length ||
        compareText(a.reporter, b.reporter),
    ),
    counts: {
      scores: scores.length,
      models: new Set(scores.map(({ score }) => score.model)).size,
    },
    sources: book.list(),
  };
}

function bestFirst(a: ToldScore, b: ToldScore): number {
  return (
    b.score - a.score ||
    compareText(a.model, b.model) ||
    compareText(a.setting ?? "", b.setting ?? "")
  );
}

function identityOf(
  benchmark: Benchmark,
  sources: readonly string[],
): BenchmarkOverview["benchmark"] {
  const { id, name, aliases, category, group, measures, metric, status, variants } = benchmark;
  const { items = null, itemsNote = null, randomFloorPercent = null } = benchmark;
  const { usualRuns = null, setupSensitivity = null, saturation = null } = benchmark;
  return {
    ...{ id, name, aliases, category, group, measures, metric, items, itemsNote },
    variants: variants.map(({ label, items: count = null }) => ({ label, items: count })),
    ...{ randomFloorPercent, usualRuns, setupSensitivity, saturation, status, sources },
  };
}

/** The whole test, then each variant of another size, the largest first. */
function sizesOf({ items, variants }: Benchmark) {
  const whole = items === undefined ? [] : [{ label: "all items", items }];
  const further = variants.flatMap(({ label, items: count }) =>
    count === undefined || count === items ? [] : [{ label, items: count }],
  );
  const once = further.filter(
    ({ items: count }, index) => further.findIndex((each) => each.items === count) === index,
  );
  return [...whole, ...once.sort((a, b) => b.items - a.items)];
}
