import type { Candidate } from "../../src/core/compare/candidate.ts";
import type { ComparisonContext } from "../../src/core/compare/context.ts";
import { defaultTraffic } from "../../src/core/cost/traffic.ts";
import { assumptions } from "../../src/core/evidence/assumptions.ts";
import { sourceBook } from "../../src/core/evidence/source-book.ts";
import { catalogOf } from "./catalog-of.ts";

/** The ground on which the parts of a comparison are written. */
export function contextOf(
  candidates: readonly Candidate[],
  given: Partial<ComparisonContext> = {},
): ComparisonContext {
  return {
    candidates,
    rows: [],
    traffic: defaultTraffic,
    tasks: 1_000_000,
    catalog: catalogOf(candidates.map((candidate) => candidate.dossier)),
    asOf: "2026-11-20",
    askedOn: "2026-11-20",
    tauSource: assumptions.tau,
    book: sourceBook(),
    ...given,
  };
}
