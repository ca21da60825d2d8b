import type { ModelDossier } from "../catalog/dossier.ts";
import { properties } from "../catalog/property.ts";
import { sourcesOf } from "../evidence/fact.ts";
import { compareText } from "../ordering.ts";
import { formatPriceUsdPerMtok, formatTokens, formatUsd } from "../report/format.ts";
import { basePriceRow } from "./base-price.ts";
import type { Candidate } from "./candidate.ts";
import { comparedCapabilities } from "./capabilities.ts";
import { capabilityOf } from "./capability-of.ts";
import type { Comparison } from "./comparison.ts";
import type { ComparisonContext } from "./context.ts";
import { lifecycleText } from "./lifecycle-text.ts";
import { pairView, sourcesOfRows } from "./score-standing.ts";
import { factInUse, liveProvidersOf, numberInUse, sellerSourcesOf } from "./standing.ts";
import { citedText, counted, listed, lowerFirst, type SourcedText } from "./wording.ts";

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
  const views = candidates
    .filter((other) => other !== self)
    .map((other) => pairView(rows, self, other));
  const trailing = new Set(views.flatMap(({ behind }) => behind.map(({ row }) => row.category)));
  const leads = views
    .flatMap(({ ahead }) => ahead)
    .filter(({ row }) => !trailing.has(row.category));
  const fields = [...new Set(leads.map(({ row }) => row.category))].filter((field) =>
    views.every(
      (view) =>
        view.ahead.some(({ row }) => row.category === field) ||
        !view.rows.some(({ row }) => row.category === field),
    ),
  );
  if (fields.length === 0) return { text: "nothing established by scores", sources: [] };
  return {
    text: fields.join(", "),
    sources: sourcesOfRows(leads.filter(({ row }) => fields.includes(row.category))),
  };
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

const cheapestOutputs = new WeakMap<ModelDossier, SourcedText>();

/** The lowest output price of a route for ordinary traffic, with the route that asks it. */
function cheapestOutput({ dossier }: Candidate): SourcedText {
  const settled = cheapestOutputs.get(dossier);
  if (settled !== undefined) return settled;
  const offers = dossier.routes.flatMap((route) => {
    if (route.lifecycle.status === "retired" || route.provider.kind === "plan") return [];
    const row = basePriceRow(route, "price.output");
    return row === undefined ? [] : [{ row, seller: route.provider.name }];
  });
  const [best] = offers.sort(
    (a, b) => Number(a.row.amount) - Number(b.row.amount) || compareText(a.seller, b.seller),
  );
  const text =
    best === undefined
      ? { text: "unknown: no route states one", sources: [] }
      : {
          text: `${formatPriceUsdPerMtok(best.row.amount)} a million tokens at ${best.seller}`,
          sources: best.row.sources,
        };
  cheapestOutputs.set(dossier, text);
  return text;
}

function providers({ dossier }: Candidate): SourcedText {
  const names = liveProvidersOf(dossier);
  if (names.length === 0) return { text: "none known", sources: [] };
  const shown = names.slice(0, 3);
  const rest = names.length - shown.length;
  const named = listed(rest > 0 ? [...shown, `${rest} more`] : shown);
  return {
    text: `${names.length}: ${named}`,
    sources: sellerSourcesOf(dossier),
  };
}

function sharedBenchmarks(self: Candidate, { candidates, rows }: ComparisonContext): SourcedText {
  const views = candidates
    .filter((other) => other !== self)
    .map((other) => pairView(rows, self, other));
  const shared = new Set(views.flatMap((view) => view.rows.map(({ row }) => row))).size;
  if (shared === 0) return { text: "none", sources: [] };
  const leads = new Set(views.flatMap((view) => view.ahead.map(({ row }) => row))).size;
  return {
    text: `${counted(shared, "test")}, ahead beyond noise on ${leads === 0 ? "none" : leads}`,
    sources: views.flatMap((view) => view.sources),
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
