import type { BenchmarkGroup } from "../catalog/entries.ts";
import type { Points } from "../units.ts";

/**
 * How two scores on one benchmark came about.
 *
 * - `same-run`: one evaluator, one harness
 * - `same-table`: one publisher, who may have copied cells
 * - `cross-source`: each from somewhere else
 * - `mismatch`: another domain, subset, metric, edition or tool access: two different tests
 */
export type Comparability = "same-run" | "same-table" | "cross-source" | "mismatch";

export type TauTable = Readonly<
  Record<BenchmarkGroup, Readonly<Record<Exclude<Comparability, "mismatch">, Points>>>
>;

/**
 * Standard deviation, in points, of what moves a difference of scores besides the luck of the
 * questions: harness, prompts, effort, containers. A judgement set against differences seen in
 * public between runs of the same model; a reader may set another.
 */
export const defaultTau: TauTable = {
  static: { "same-run": 0.5, "same-table": 1, "cross-source": 2 },
  reasoning: { "same-run": 0.5, "same-table": 1.5, "cross-source": 3 },
  agentic: { "same-run": 1.5, "same-table": 3, "cross-source": 6 },
};
