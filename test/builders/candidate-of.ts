import type { ModelDossier } from "../../src/core/catalog/dossier.ts";
import type { Candidate, CandidateCost } from "../../src/core/compare/candidate.ts";
import { sourceOf } from "./source-of.ts";

/**
 * A model as it would be used. Absent: its first route, a cost of `monthlyUsd` without a range, free
 * to be chosen.
 */
export function candidateOf(
  dossier: ModelDossier,
  given: Partial<Candidate> & { readonly monthlyUsd?: number } = {},
): Candidate {
  const { monthlyUsd, ...rest } = given;
  const [firstRoute] = dossier.routes;
  return {
    dossier,
    ...(firstRoute === undefined ? {} : { route: firstRoute }),
    cost: costOf(monthlyUsd),
    constraints: [],
    standing:
      firstRoute === undefined
        ? { kind: "no-route", because: "no route is known" }
        : { kind: "selectable" },
    ...rest,
  };
}

function costOf(monthlyUsd: number | undefined): CandidateCost {
  if (monthlyUsd === undefined) return { known: false, because: "no price is known" };
  return {
    known: true,
    monthlyUsd,
    lowUsd: monthlyUsd,
    highUsd: monthlyUsd,
    items: [],
    because: "list prices",
    notes: [],
    sources: [sourceOf({ name: "Price list" })],
  };
}
