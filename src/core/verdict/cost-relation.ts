import type { Candidate } from "../compare/candidate.ts";
import { differenceUsd } from "../cost/money.ts";
import { compareText } from "../ordering.ts";
import type { Usd } from "../units.ts";

/** How the bills of two candidates stand to each other. */
export interface CostRelation {
  readonly cheaper: Candidate;
  readonly dearer: Candidate;
  /** Dearer minus cheaper a month, at what is expected. */
  readonly gapUsd: Usd;
  /** The same at the ends of both ranges; the low end may be negative. */
  readonly gapRangeUsd: readonly [Usd, Usd];
  /** `decided` when the ranges do not overlap, `equal` when the bills are the same. */
  readonly standing: "decided" | "undecided" | "equal";
}

/** Undefined unless both have a cost. Ties go by id, so that the order asked does not matter. */
export function costRelation(a: Candidate, b: Candidate): CostRelation | undefined {
  if (!a.cost.known || !b.cost.known) return undefined;
  const order =
    a.cost.monthlyUsd - b.cost.monthlyUsd || compareText(a.dossier.entry.id, b.dossier.entry.id);
  const [cheaper, dearer] = order <= 0 ? [a, b] : [b, a];
  const [low, high] = order <= 0 ? [a.cost, b.cost] : [b.cost, a.cost];
  const isEqual =
    low.monthlyUsd === high.monthlyUsd &&
    low.lowUsd === high.lowUsd &&
    low.highUsd === high.highUsd;
  return {
    cheaper,
    dearer,
    gapUsd: differenceUsd(high.monthlyUsd, low.monthlyUsd),
    gapRangeUsd: [high.lowUsd - low.highUsd, high.highUsd - low.lowUsd],
    standing: isEqual ? "equal" : low.highUsd < high.lowUsd ? "decided" : "undecided",
  };
}
