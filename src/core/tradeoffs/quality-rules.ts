import { type PairRow, testName } from "../compare/score-standing.ts";
import { groupBy } from "../group-by.ts";
import { formatNumber, formatTokens } from "../report/format.ts";
import type { Advantage, Side, TradeoffRule } from "./tradeoff-rule.ts";

/** One advantage a field, for rows of one field repeat each other: the surest gap speaks. */
export const qualityRules: readonly TradeoffRule[] = [
  { code: "ahead-on-benchmark", find: findLeads },
];

function findLeads({ view }: Side): readonly Advantage[] {
  if (view.ahead.length === 0) return [];
  const trailing = groupBy(view.behind, ({ row }) => row.category);
  return [...groupBy(view.ahead, ({ row }) => row.category)].flatMap(([field, leads]) => {
    const [surest] = [...leads].sort(surestFirst);
    if (surest === undefined) return [];
    return [advantageOf(surest, leads.length - 1, trailing.get(field)?.length ?? 0)];
  });
}

function surestFirst(a: PairRow, b: PairRow): number {
  return (b.pair.gap.zTotal ?? 0) - (a.pair.gap.zTotal ?? 0);
}

function advantageOf(surest: PairRow, otherLeads: number, losses: number): Advantage {
  const { row, pair, selfScore, otherScore } = surest;
  const items = row.items === null ? "item count unknown" : `${formatTokens(row.items)} items`;
  const word = pair.gap.label === "clear" ? "Ahead" : "Probably ahead";
  const more = otherLeads > 0 ? `; ahead on ${otherLeads} more of ${row.category}` : "";
  const against = losses > 0 ? `; behind on ${losses} of ${row.category}` : "";
  return {
    text: `${word} on ${testName(row)}: ${formatNumber(selfScore, 1)} against ${formatNumber(otherScore, 1)} (${items})${more}${against}.`,
    label: pair.gap.label,
    sources: [pair.fromScore.source, pair.toScore.source],
  };
}
