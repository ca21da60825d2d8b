import type { ModelDossier, RouteDossier } from "../catalog/dossier.ts";
import type { YesNoUnknown } from "../compare/capability-of.ts";
import { billOf } from "../compare/cost-range.ts";
import { kindOrder } from "../compare/offers.ts";
import { hasOpenWeights } from "../compare/standing.ts";
import type { TrafficProfile } from "../cost/traffic.ts";
import type { Source } from "../evidence/source.ts";
import { compareText } from "../ordering.ts";
import type { Usd } from "../units.ts";
import { type Constraint, judgeAll } from "../verdict/constraints.ts";

/** One route of each model: the first is called, the second when it fails. */
export interface FallbackPair {
  readonly first: RouteDossier;
  readonly second: RouteDossier;
  /** Whether one failure cannot take both: no shared host, no router between. */
  readonly independence: { readonly value: YesNoUnknown; readonly because: string };
  readonly firstMonthlyUsd: Usd;
  readonly secondMonthlyUsd: Usd;
  /** Constraints that nobody settles for one of the two. */
  readonly open: readonly string[];
  readonly sources: readonly Source[];
}

interface Terms {
  readonly traffic: TrafficProfile;
  readonly constraints: readonly Constraint[];
  /** Ids of routes that are settled already. */
  readonly firstRoute?: string | undefined;
  readonly secondRoute?: string | undefined;
}

/**
 * Every pair of live, priced routes that the constraints leave: independent pairs first, then those
 * of which it is not known; among them what passes without doubt, the cheaper month of the first,
 * the cheaper month of the second, the nearer seller.
 */
export function fallbackPairs(
  first: ModelDossier,
  second: ModelDossier,
  terms: Terms,
): readonly FallbackPair[] {
  const firsts = offers(first, terms, terms.firstRoute);
  const seconds = offers(second, terms, terms.secondRoute);
  return firsts
    .flatMap((a) =>
      seconds.map(
        (b): FallbackPair => ({
          first: a.route,
          second: b.route,
          independence: independenceOf({ first, second }, a.route, b.route),
          firstMonthlyUsd: a.monthlyUsd,
          secondMonthlyUsd: b.monthlyUsd,
          open: [...new Set([...a.open, ...b.open])],
          sources: [...a.sources, ...b.sources],
        }),
      ),
    )
    .sort(
      (a, b) =>
        order[a.independence.value] - order[b.independence.value] ||
        a.open.length - b.open.length ||
        a.firstMonthlyUsd - b.firstMonthlyUsd ||
        a.secondMonthlyUsd - b.secondMonthlyUsd ||
        kindOrder[a.first.provider.kind] - kindOrder[b.first.provider.kind] ||
        kindOrder[a.second.provider.kind] - kindOrder[b.second.provider.kind] ||
        compareText(a.first.entry.id, b.first.entry.id) ||
        compareText(a.second.entry.id, b.second.entry.id),
    );
}

const order = { yes: 0, unknown: 1, no: 2 } as const satisfies Record<YesNoUnknown, number>;

function offers(model: ModelDossier, { traffic, constraints }: Terms, only: string | undefined) {
  return model.routes.flatMap((route) => {
    if (only !== undefined && route.entry.id !== only) return [];
    if (route.provider.kind === "plan" || route.lifecycle.status === "retired") return [];
    const bill = billOf(route, traffic);
    if (!bill.known) return [];
    const { monthlyUsd, sources } = bill;
    const judged = judgeAll(constraints, { model, route, monthlyUsd, billSources: sources });
    if (judged.some(({ result }) => result === "fails")) return [];
    const open = judged.filter(({ result }) => result === "unknown");
    return [{ route, monthlyUsd, sources, open: open.map(({ constraint }) => constraint) }];
  });
}

/** Whether a failure of one host can take both routes. What passes requests on hides its host. */
function independenceOf(
  models: { readonly first: ModelDossier; readonly second: ModelDossier },
  a: RouteDossier,
  b: RouteDossier,
): FallbackPair["independence"] {
  if (a.provider.id === b.provider.id) {
    return { value: "no", because: `both are called at ${a.provider.name}` };
  }
  if (hostOf(a) === hostOf(b)) {
    return { value: "no", because: `${a.provider.name} and ${b.provider.name} share a host` };
  }
  const hidden = [hidingOf(models.first, a), hidingOf(models.second, b)].filter(
    (reason) => reason !== undefined,
  );
  if (hidden.length > 0) return { value: "unknown", because: hidden.join("; ") };
  return {
    value: "yes",
    because: `${a.provider.name} and ${b.provider.name} are not known to share a host`,
  };
}

const hostOf = ({ provider }: RouteDossier) => provider.runsOn ?? provider.id;

function hidingOf(model: ModelDossier, { provider }: RouteDossier): string | undefined {
  if (provider.runsOn !== undefined) return undefined;
  if (provider.kind === "router") {
    return `${provider.name} is a router, and which host answers is not stated`;
  }
  return provider.kind === "host" && hasOpenWeights(model) === false
    ? `${provider.name} passes requests for ${model.entry.name} on, and to whom is not stated`
    : undefined;
}
