import type { ModelDossier } from "../catalog/dossier.ts";
import { sourcesOf } from "../evidence/fact.ts";
import { judgeAll } from "../verdict/constraints.ts";
import type { ConstraintResult } from "../verdict/judgement.ts";
import type { Candidate, Standing } from "./candidate.ts";
import { billOf, doubtsOf, withRange } from "./cost-range.ts";
import { offersOf, preferredFirst, whyChosen } from "./offers.ts";
import { type Ask, judgeRoute, type ScreenedRoute, screenRoutes, whyNoChatAt } from "./screen.ts";

/** Each model as it would be used, in the order given. */
export function candidatesOf(dossiers: readonly ModelDossier[], ask: Ask): readonly Candidate[] {
  return dossiers.map((dossier) => candidateOf(dossier, dossiers, ask));
}

function candidateOf(dossier: ModelDossier, all: readonly ModelDossier[], ask: Ask): Candidate {
  const offers = offersOf(dossier, ask);
  const lost = screenRoutes(dossier, ask).filter(isLost);
  const [best] = offers.filter(({ isFailing }) => !isFailing).sort(preferredFirst);
  const bill = best === undefined ? undefined : billOf(best.route, ask.traffic);
  if (best !== undefined && bill?.known) {
    const open = best.held.filter(({ result }) => result === "unknown");
    const because = whyChosen(best, offers, lost.length);
    return {
      dossier,
      route: best.route,
      cost: withRange(bill, doubtsOf(dossier, all, ask.traffic), because),
      constraints: judgeRoute(dossier, best.route, ask),
      standing:
        open.length === 0
          ? { kind: "selectable" }
          : { kind: "conditional", on: open.map(({ constraint }) => constraint) },
    };
  }
  const nearest = [...offers].sort(preferredFirst)[0] ?? lost[0];
  const asked =
    nearest === undefined
      ? judgeAll(ask.constraints, { model: dossier })
      : judgeRoute(dossier, nearest.route, ask).filter(isAsked);
  const judged = [...chatFailure(dossier), ...asked];
  const standing = whyNot(dossier, judged);
  return {
    dossier,
    cost: { known: false, because: describeStanding(standing) },
    constraints: judged,
    standing,
  };
}

const isLost = ({ isOffered, result, monthlyUsd }: ScreenedRoute): boolean =>
  isOffered && result === "fails" && monthlyUsd === undefined;

/** A price is not asked for with words. */
const isAsked = ({ constraint }: ConstraintResult): boolean => constraint !== "price";

/** The traffic is chat, so that chat is asked of every model without being written. */
function chatFailure(dossier: ModelDossier): readonly ConstraintResult[] {
  const because = whyNoChatAt(dossier);
  if (because === undefined) return [];
  const sources = [dossier.fact("modality.output"), dossier.fact("model.kind")].flatMap(sourcesOf);
  return [{ constraint: "chat", result: "fails", because, sources: [...new Set(sources)] }];
}

function whyNot(dossier: ModelDossier, judged: readonly ConstraintResult[]): Standing {
  const { lifecycle, routes } = dossier;
  const live = routes.filter((route) => route.lifecycle.status !== "retired");
  if (lifecycle.status === "retired" && live.length === 0) {
    const day = lifecycle.retiresOn === undefined ? "" : ` on ${lifecycle.retiresOn}`;
    return {
      kind: "retired",
      because: `it was shut down${day}`,
      sources: lifecycle.sources,
    };
  }
  const failed = judged.filter(({ result }) => result === "fails");
  if (failed.length > 0) {
    return { kind: "fails", because: failed.map((each) => `${each.constraint} (${each.because})`) };
  }
  const usual = live.filter(({ provider }) => provider.kind !== "plan");
  if (routes.length === 0) return { kind: "no-route", because: "no route is known" };
  if (live.length === 0) return { kind: "no-route", because: "every known route is retired" };
  if (usual.length === 0)
    return { kind: "no-route", because: "only plans and training services list it" };
  return { kind: "no-route", because: "no route states a complete price for this traffic" };
}

/** Why a candidate may not be chosen, or under which condition it may. */
export function describeStanding(standing: Standing): string {
  switch (standing.kind) {
    case "selectable":
      return "can be used";
    case "conditional":
      return `depends on ${standing.on.join(", ")}`;
    case "fails":
      return `fails ${standing.because.join("; ")}`;
    case "no-route":
    case "retired":
      return standing.because;
  }
}
