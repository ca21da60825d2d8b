import { properties } from "../catalog/property.ts";
import { sourcesOf } from "../evidence/fact.ts";
import { formatPriceUsdPerMtok, formatTokens, formatUsd } from "../report/format.ts";
import { basePriceRow } from "./base-price.ts";
import type { Candidate } from "./candidate.ts";
import { comparedCapabilities } from "./capabilities.ts";
import { capabilityOf } from "./capability-of.ts";
import type { Comparison } from "./comparison.ts";
import type { ComparisonContext } from "./context.ts";
import { lifecycleText } from "./lifecycle-text.ts";
import { isBehind, sourcesOfRows } from "./pair-words.ts";
import { isAhead, rowsOfPair } from "./score-standing.ts";
import { factInUse, liveProvidersOf, numberInUse } from "./standing.ts";
import { citedText, listed, lowerFirst, type SourcedText } from "./wording.ts";

interface Signal {
  readonly signal: string;
  readonly read: (candidate: Candidate, context: ComparisonContext) => SourcedText;
}

/** One line a signal, one cell a model: where each stands before the parts go into it. */
export function scorecardOf(context: ComparisonContext): Comparison["scorecard"] {
  const { candidates, book } = context;
  return signals.map(({ signal, read }) => ({
    signal,
    values: candidates.map((candidate) => citedText(book, read(candidate, context))),
  }));
}

const signals: readonly Signal[] = [
  { signal: "Best for", read: bestFor },
  { signal: "Can do", read: canDo },
  { signal: "Cost a month", read: monthlyCost },
  { signal: "Context window", read: contextWindow },
  { signal: "Cheapest output", read: cheapestOutput },
  { signal: "Providers", read: providers },
  { signal: "Shared benchmarks", read: sharedBenchmarks },
  { signal: "Status", read: status },
];

/** Fields in which it leads every other model that was tested, and trails none. */
function bestFor(self: Candidate, { candidates, rows }: ComparisonContext): SourcedText {
  const others = candidates.filter((other) => other !== self);
  const pairRows = others.flatMap((other) => rowsOfPair(rows, self, other));
  const behind = new Set(pairRows.filter(isBehind).map(({ row }) => row.category));
  const ahead = pairRows.filter((each) => isAhead(each) && !behind.has(each.row.category));
  const fields = [...new Set(ahead.map(({ row }) => row.category))].filter((field) =>
    others.every((other) => leadsOrUntested(self, other, field, rows)),
  );
  if (fields.length === 0) return { text: "nothing established by scores", sources: [] };
  const leads = ahead.filter(({ row }) => fields.includes(row.category));
  return { text: fields.join(", "), sources: sourcesOfRows(leads) };
}

function leadsOrUntested(
  self: Candidate,
  other: Candidate,
  field: string,
  rows: ComparisonContext["rows"],
): boolean {
  const inField = rowsOfPair(rows, self, other).filter(({ row }) => row.category === field);
  return inField.length === 0 || inField.some(isAhead);
}

function canDo(self: Candidate): SourcedText {
  const able = comparedCapabilities
    .map((property) => ({ property, standing: capabilityOf(self, property) }))
    .filter(({ standing }) => standing.value === "yes");
  if (able.length === 0) return { text: "nothing stated", sources: [] };
  return {
    text: able.map(({ property }) => lowerFirst(properties[property].label)).join(", "),
    sources: able.flatMap(({ standing }) => standing.sources.slice(0, 1)),
  };
}

function monthlyCost({ cost }: Candidate): SourcedText {
  if (!cost.known) return { text: `unknown: ${cost.because}`, sources: [] };
  const { monthlyUsd, lowUsd, highUsd, sources } = cost;
  const range = lowUsd === highUsd ? "" : ` (${formatUsd(lowUsd)} to ${formatUsd(highUsd)})`;
  return { text: `${formatUsd(monthlyUsd)}${range}`, sources };
}

function contextWindow(self: Candidate): SourcedText {
  const fact = factInUse(self, "limit.context");
  const tokens = numberInUse(self, "limit.context");
  const text = tokens === undefined ? describeOpen(fact.state) : `${formatTokens(tokens)} tokens`;
  return { text, sources: sourcesOf(fact) };
}

function describeOpen(state: "known" | "disputed" | "unknown"): string {
  return state === "disputed" ? "disputed" : "unknown";
}

/** The lowest output price of a route for ordinary traffic, with the route that asks it. */
function cheapestOutput({ dossier }: Candidate): SourcedText {
  let best: { text: string; usd: number; sources: SourcedText["sources"] } | undefined;
  for (const route of dossier.routes) {
    if (route.lifecycle.status === "retired" || route.provider.kind === "plan") continue;
    const row = basePriceRow(route, "price.output");
    if (row === undefined) continue;
    const usd = Number(row.amount);
    if (best !== undefined && usd >= best.usd) continue;
    const text = `${formatPriceUsdPerMtok(row.amount)} a million tokens at ${route.provider.name}`;
    best = { text, usd, sources: row.sources };
  }
  return best ?? { text: "unknown: no route states one", sources: [] };
}

function providers({ dossier }: Candidate): SourcedText {
  const names = liveProvidersOf(dossier);
  if (names.length === 0) return { text: "none known", sources: [] };
  const shown = names.slice(0, 3);
  const rest = names.length - shown.length;
  const named = listed(rest > 0 ? [...shown, `${rest} more`] : shown);
  return {
    text: `${names.length}: ${named}`,
    sources: dossier.routes.flatMap((route) => route.prices[0]?.sources[0] ?? []),
  };
}

function sharedBenchmarks(self: Candidate, { candidates, rows }: ComparisonContext): SourcedText {
  const pairRows = candidates
    .filter((other) => other !== self)
    .flatMap((other) => rowsOfPair(rows, self, other));
  if (pairRows.length === 0) return { text: "none", sources: [] };
  const benchmarks = new Set(pairRows.map(({ row }) => row)).size;
  const leads = new Set(pairRows.filter(isAhead).map(({ row }) => row)).size;
  return {
    text: `${benchmarks}, ahead beyond noise on ${leads === 0 ? "none" : leads}`,
    sources: sourcesOfRows(pairRows),
  };
}

function status({ dossier, standing }: Candidate): SourcedText {
  const { lifecycle } = dossier;
  const isCallable = standing.kind !== "no-route";
  const text = lifecycleText(lifecycle);
  return {
    text: isCallable ? text : `${text}; cannot be bought: ${standing.because}`,
    sources: lifecycle.sources,
  };
}
