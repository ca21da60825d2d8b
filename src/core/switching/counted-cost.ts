import type { Candidate, CandidateCost } from "../compare/candidate.ts";
import type { ComparisonContext } from "../compare/context.ts";
import { idOf } from "../compare/wording.ts";
import { given } from "../evidence/given.ts";

/** What a model costs at the output that the asker counted: the new model's, where a ratio is stated. */
export function countedCost(
  candidate: Candidate,
  { candidates, moving, askedOn }: ComparisonContext,
): CandidateCost {
  const { cost } = candidate;
  const ratio = moving?.outputRatio;
  const [, next] = candidates;
  if (!cost.known || ratio === undefined || next === undefined) return cost;
  if (idOf(candidate) !== idOf(next)) return cost;
  const items = cost.items.map((item) =>
    item.side === "output" ? { ...item, tokens: item.tokens * ratio, usd: item.usd * ratio } : item,
  );
  const outputUsd = cost.items.reduce(
    (sum, { side, usd }) => sum + (side === "output" ? usd : 0),
    0,
  );
  const extraUsd = (ratio - 1) * outputUsd;
  return {
    ...cost,
    monthlyUsd: cost.monthlyUsd + extraUsd,
    lowUsd: Math.max(0, cost.lowUsd + extraUsd),
    highUsd: cost.highUsd + extraUsd,
    items,
    sources: [...cost.sources, given("your count of the output", askedOn)],
  };
}
