import type { CandidateCost } from "../compare/candidate.ts";
import { isRetired } from "../compare/standing.ts";
import { idOf, nameOf } from "../compare/wording.ts";
import { formatPercent, formatUsd } from "../report/format.ts";
import { countedCost } from "./counted-cost.ts";
import type { FrictionRule, Move } from "./friction-rule.ts";

export const costRules: readonly FrictionRule[] = [costAtTraffic];

function costAtTraffic({ from, to, context }: Move) {
  if (isRetired(to)) return [];
  const [before, after] = [countedCost(from, context), countedCost(to, context)];
  const driver = driverText(after);
  if (isRetired(from) && after.known) {
    return [
      {
        code: "cost-at-traffic",
        severity: "check",
        text: `${nameOf(from)} is no longer sold; ${nameOf(to)} costs ${formatUsd(after.monthlyUsd)} a month.${driver}`,
        remedy: "Hold the new cost against your last bill.",
        sources: after.sources,
      },
    ] as const;
  }
  if (!before.known || !after.known) {
    const unpriced = [from, to].filter((candidate) => !candidate.cost.known).map(nameOf);
    return [
      {
        code: "cost-at-traffic",
        severity: "check",
        text: `The change of the bill is unknown: no cost is known for ${unpriced.join(" and ")}.`,
        remedy: "State the price you pay in a facts file and compare again.",
        sources: [],
      },
    ] as const;
  }
  const sources = [...before.sources, ...after.sources];
  const change = after.monthlyUsd - before.monthlyUsd;
  const low = after.lowUsd - before.highUsd;
  const high = after.highUsd - before.lowUsd;
  const range = low === high ? "" : `, ${rangeText(low, high)} over the ranges of both`;
  const bills = `${formatUsd(before.monthlyUsd)} becomes ${formatUsd(after.monthlyUsd)} a month`;
  if (change === 0) {
    return [
      {
        code: "cost-at-traffic",
        severity: "gain",
        text: `The bill stays at ${formatUsd(after.monthlyUsd)} a month${range}.`,
        remedy: "Nothing to do; watch the length of the answers.",
        sources,
      },
    ] as const;
  }
  const isDecided = low > 0 || high < 0;
  if (change < 0) {
    const saving = formatPercent(1 - after.monthlyUsd / before.monthlyUsd);
    return [
      {
        code: "cost-at-traffic",
        severity: isDecided ? "gain" : "check",
        text: `${bills}: ${saving} saved${range}.${driver}`,
        remedy: isDecided
          ? "Hold it against the first bill: the length of answers moves it most."
          : "Measure the tokens both use on your own prompts: the ranges overlap.",
        sources,
      },
    ] as const;
  }
  return [
    {
      code: "cost-at-traffic",
      severity: isDecided ? "work" : "check",
      text: `${bills}: ${formatUsd(change)} more${range}.${driver}`,
      remedy: isDecided
        ? `Raise the budget, or look for a cheaper route: steelyard routes --model ${idOf(to)}.`
        : "Measure the tokens both use on your own prompts: the ranges overlap.",
      sources,
    },
  ] as const;
}

/** `$3,433 to $4,799 less`, `$20.00 less to $35.00 more`. */
function rangeText(low: number, high: number): string {
  const word = (usd: number) => (usd < 0 ? "less" : "more");
  if (word(low) !== word(high)) {
    return `${formatUsd(-low)} less to ${formatUsd(high)} more`;
  }
  const [near, far] = [Math.abs(low), Math.abs(high)].sort((a, b) => a - b);
  return `${formatUsd(near ?? 0)} to ${formatUsd(far ?? 0)} ${word(high)}`;
}

/** The largest line of the new bill. */
function driverText(cost: CandidateCost): string {
  if (!cost.known || cost.monthlyUsd <= 0 || cost.items.length < 2) return "";
  let [largest] = cost.items;
  for (const line of cost.items) if (line.usd > (largest?.usd ?? 0)) largest = line;
  if (largest === undefined) return "";
  const share = formatPercent(largest.usd / cost.monthlyUsd, 0);
  return ` The largest line of the new bill is ${largest.what}: ${share}.`;
}
