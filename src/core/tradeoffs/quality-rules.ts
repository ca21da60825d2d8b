import { isAhead, type PairRow, testName } from "../compare/score-standing.ts";
import { formatNumber, formatTokens } from "../report/format.ts";
import type { Advantage, Side, TradeoffRule } from "./tradeoff-rule.ts";

/** One advantage a field, for rows of one field repeat each other: the surest gap speaks. */
export const qualityRules: readonly TradeoffRule[] = [
  { code: "ahead-on-benchmark", find: findLeads },
];

function findLeads({ rows }: Side): readonly Advantage[] {
  const fields = new Map<string, PairRow[]>();
  for (const pairRow of rows) {
    const { label } = pairRow.pair;
    if (label !== "clear" && label !== "likely") continue;
    const field = fields.get(pairRow.row.category) ?? [];
    field.push(pairRow);
    fields.set(pairRow.row.category, field);
  }
  return [...fields.values()].flatMap((field) => {
    const leads = field.filter(isAhead).sort(surestFirst);
    const [surest] = leads;
    return surest === undefined ? [] : [advantageOf(surest, leads.length, field.length)];
  });
}

function surestFirst(a: PairRow, b: PairRow): number {
  return (b.pair.gap.zTotal ?? 0) - (a.pair.gap.zTotal ?? 0);
}

function advantageOf(surest: PairRow, leads: number, rows: number): Advantage {
  const { row, pair, selfScore, otherScore } = surest;
  const items = row.items === null ? "item count unknown" : `${formatTokens(row.items)} items`;
  const word = pair.label === "clear" ? "Ahead" : "Probably ahead";
  const more = leads > 1 ? `; ahead on ${leads - 1} more of ${row.category}` : "";
  const against = rows > leads ? `; behind on ${rows - leads} of ${row.category}` : "";
  return {
    text: `${word} on ${testName(row)}: ${formatNumber(selfScore, 1)} against ${formatNumber(otherScore, 1)} (${items})${more}${against}.`,
    label: pair.label,
    sources: [pair.fromScore.source, pair.toScore.source],
  };
}
