import { differenceUsd } from "../cost/money.ts";
import { trafficSource } from "../cost/traffic-source.ts";
import { assumptions } from "../evidence/assumptions.ts";
import { formatPercent, formatTokensShort, formatUsd } from "../report/format.ts";
import { costRelation } from "../verdict/cost-relation.ts";
import type { Candidate } from "./candidate.ts";
import type { ComparedCost, Comparison } from "./comparison.ts";
import type { ComparisonContext } from "./context.ts";
import { costOverTraffic } from "./cost-over-traffic.ts";
import { cheapestFirst } from "./standing.ts";
import { idOf, nameOf } from "./wording.ts";

/** The bills side by side: itemised, with their ranges, the gap and the true saving. */
export function costOf(context: ComparisonContext): ComparedCost {
  const { candidates, traffic, tasks, askedOn, book } = context;
  const models = candidates.map((candidate) => {
    const { cost, route } = candidate;
    const own = { model: idOf(candidate), route: route?.entry.id ?? null };
    const provider = route?.provider.name ?? null;
    if (!cost.known) return { ...own, provider, ...noBill, because: cost.because };
    const { monthlyUsd, lowUsd, highUsd, items, because, notes } = cost;
    return {
      ...own,
      provider,
      monthlyUsd,
      lowUsd,
      highUsd,
      perTaskUsd: monthlyUsd / tasks,
      items,
      because,
      notes,
      sources: book.cite([...cost.sources, trafficSource(traffic, askedOn)]),
    };
  });
  const priced = cheapestFirst(candidates);
  const isWhole = priced.length === candidates.length;
  return {
    models,
    ...(isWhole ? totals(candidates) : openTotals(candidates)),
    overTraffic: costOverTraffic(context),
    sources: [...new Set(models.flatMap(({ sources }) => sources))],
  };
}

const noBill = {
  monthlyUsd: null,
  lowUsd: null,
  highUsd: null,
  perTaskUsd: null,
  items: [],
  notes: [],
  sources: [],
} as const;

type Totals = Pick<ComparedCost, "gapUsd" | "savingShare" | "cheapest" | "relation" | "text">;

function totals(candidates: readonly Candidate[]): Totals {
  const ordered = cheapestFirst(candidates);
  const [low, high] = [ordered[0], ordered.at(-1)];
  if (low === undefined || high === undefined) return openTotals(candidates);
  const gapUsd = differenceUsd(high.cost.monthlyUsd, low.cost.monthlyUsd);
  const savingShare = high.cost.monthlyUsd === 0 ? 0 : gapUsd / high.cost.monthlyUsd;
  const standing = costRelation(low.candidate, high.candidate)?.standing;
  const range =
    standing === "undecided" ? " Their ranges overlap, so the order is not settled." : "";
  return {
    gapUsd,
    savingShare,
    cheapest: gapUsd === 0 ? null : idOf(low.candidate),
    relation: standing === "undecided" ? "undecided" : "decided",
    text:
      gapUsd === 0
        ? `Both cost ${formatUsd(low.cost.monthlyUsd)} a month.`
        : `${nameOf(low.candidate)} costs ${formatUsd(gapUsd)} a month less than ${nameOf(high.candidate)}: a saving of ${formatPercent(savingShare)}.${range}`,
  };
}

function openTotals(candidates: readonly Candidate[]): Totals {
  const unpriced = candidates
    .filter(({ cost }) => !cost.known)
    .map(nameOf)
    .sort();
  return {
    gapUsd: null,
    savingShare: null,
    cheapest: null,
    relation: "unknown",
    text: `The gap is unknown: no bill for ${unpriced.join(", ")}.`,
  };
}

/** What the bills are for, in words, with whose numbers they are. */
export function trafficOf({
  traffic,
  tasks,
  askedOn,
  book,
}: Pick<ComparisonContext, "traffic" | "tasks" | "askedOn" | "book">): Comparison["traffic"] {
  const { inputTokens, outputTokens, cachedInputTokens, batchShare, requests, region } = traffic;
  const parts = [
    `${formatTokensShort(inputTokens)} tokens in`,
    !cachedInputTokens ? "" : `${formatTokensShort(cachedInputTokens)} of them cached`,
    `${formatTokensShort(outputTokens)} out a month`,
    !batchShare ? "" : `${formatPercent(batchShare)} in batches`,
    region === undefined ? "" : `processed in ${region}`,
  ].filter((part) => part !== "");
  const whose = traffic.isAssumed === true ? "assumed; state your own" : "as you stated";
  return {
    inputTokens,
    outputTokens,
    tasks,
    text: `${parts.join(", ")} (${whose})`,
    sources: book.cite([
      trafficSource(traffic, askedOn),
      ...(requests === undefined ? [assumptions.tasks] : []),
    ]),
  };
}
