import type { Benchmark, Score } from "../catalog/entries.ts";
import { itemsOf } from "../compare/items-of.ts";
import type { SourceKind } from "../evidence/source.ts";
import type { SourceBook } from "../evidence/source-book.ts";
import { wilsonInterval } from "../stats/intervals.ts";
import type { Points } from "../units.ts";

/** One published score with how it was taken and what the luck of its items leaves open. */
export interface ToldScore {
  readonly model: string;
  readonly modelName: string;
  readonly benchmark: string;
  readonly benchmarkName: string;
  readonly category: string;
  /** The exact test, as the reporter says: `Telecom`, `no tools`; null: it does not. */
  readonly variant: string | null;
  /** Effort, harness, shots, as the reporter says. */
  readonly setting: string | null;
  readonly score: Points;
  readonly items: number | null;
  readonly itemsBecause: string;
  /** From the luck of the items alone; null: nobody states how many there are. */
  readonly interval95: readonly [number, number] | null;
  readonly reporter: string;
  readonly reporterKind: SourceKind;
  readonly sources: readonly string[];
}

export function toldScore(
  score: Score,
  benchmark: Benchmark,
  { modelName, book }: { readonly modelName: string; readonly book: SourceBook },
): ToldScore {
  const { items, because } = itemsOf(benchmark, score);
  return {
    model: score.model,
    modelName,
    benchmark: benchmark.id,
    benchmarkName: benchmark.name,
    category: benchmark.category,
    variant: score.variant ?? null,
    setting: score.setting ?? null,
    score: score.score,
    items: items ?? null,
    itemsBecause: because,
    interval95: items === undefined ? null : intervalOf(score.score, items),
    reporter: score.reporter,
    reporterKind: score.source.kind,
    sources: book.cite([score.source]),
  };
}

function intervalOf(score: Points, items: number): readonly [number, number] {
  const [low, high] = wilsonInterval(score / 100, items);
  return [100 * low, 100 * high];
}
