import type { RouteDossier } from "../catalog/dossier.ts";
import { type CapabilityProperty, properties } from "../catalog/property.ts";
import type { Candidate } from "../compare/candidate.ts";
import type { YesNoUnknown } from "../compare/capability-of.ts";
import { factInUse, numberInUse } from "../compare/standing.ts";
import { differenceUsd } from "../cost/money.ts";
import { sourcesOf } from "../evidence/fact.ts";
import type { SourceBook } from "../evidence/source-book.ts";
import type { FoundSuccessor, ModelCost } from "./scan-report.ts";
import type { Successor, SuccessorKind } from "./successors.ts";

interface Setting {
  readonly from: Candidate;
  readonly cost: ModelCost;
  readonly uses: readonly CapabilityProperty[];
  readonly book: SourceBook;
}

/** What the traffic costs now; a route that is gone has no price, though its rows stay. */
export function modelCost(
  { cost, route }: Candidate,
  ending: RouteDossier | undefined,
  book: SourceBook,
): ModelCost {
  if (ending?.lifecycle.status === "retired") {
    const because = `${ending.entry.id} was retired: it has no price any more`;
    return { route: null, monthlyUsd: null, because };
  }
  if (!cost.known || route === undefined) {
    const because = cost.known ? "no route is known" : cost.because;
    return { route: null, monthlyUsd: null, because };
  }
  const { monthlyUsd, lowUsd, highUsd, because, sources } = cost;
  const { id } = route.entry;
  return { route: id, monthlyUsd, lowUsd, highUsd, because, sources: book.cite(sources) };
}

/** A successor as the answer shows it, beside the model that ends. */
export function answeredSuccessor(
  { kind, candidate, kept, sources }: Successor,
  { from, cost, uses, book }: Setting,
): FoundSuccessor {
  const { entry, lifecycle } = candidate.dossier;
  const next = modelCost(candidate, undefined, book);
  const capabilities = uses.map((property, index) => {
    const standing = kept[index];
    return {
      capability: property.slice("cap.".length),
      label: properties[property].label,
      value: standing?.value ?? ("unknown" as const),
      because: standing?.because ?? "unknown",
      sources: book.cite(standing?.sources ?? []),
    };
  });
  const those = (value: YesNoUnknown) =>
    capabilities.filter((each) => each.value === value).map(({ capability }) => capability);
  const window = [from, candidate].flatMap((each) => sourcesOf(factInUse(each, "limit.context")));
  return {
    model: entry.id,
    name: entry.name,
    kind,
    because: whySuggested(kind, from),
    keeps: those("yes"),
    loses: those("no"),
    unverified: those("unknown"),
    capabilities,
    contextWindowTokens: {
      from: numberInUse(from, "limit.context") ?? null,
      to: numberInUse(candidate, "limit.context") ?? null,
    },
    status: lifecycle.status,
    retiresOn: lifecycle.retiresOn ?? null,
    daysLeft: lifecycle.daysLeft ?? null,
    route: next.route,
    monthlyUsd: next.monthlyUsd,
    differenceUsd:
      cost.monthlyUsd === null || next.monthlyUsd === null
        ? null
        : differenceUsd(next.monthlyUsd, cost.monthlyUsd),
    costBecause: next.because,
    sources: book.cite([
      ...sources,
      ...lifecycle.sources,
      ...(candidate.cost.known ? candidate.cost.sources : []),
      ...window,
    ]),
  };
}

function whySuggested(kind: SuccessorKind, { dossier }: Candidate): string {
  const { makerName, family } = dossier.entry;
  switch (kind) {
    case "named":
      return `${makerName} names it as successor.`;
    case "named-after":
      return `${makerName} names it as successor of the successor, which ends too.`;
    case "other-seller":
      return "The same model at another seller.";
    case "same-family":
      return `Of the family ${family ?? "of the model"}; found by rule, its maker does not name it.`;
    case "same-maker":
      return `Also by ${makerName}; found by rule, its maker does not name it.`;
  }
}
