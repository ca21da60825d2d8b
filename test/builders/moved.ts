import type { Candidate } from "../../src/core/compare/candidate.ts";
import type { FrictionItem } from "../../src/core/compare/comparison.ts";
import type { ComparisonContext } from "../../src/core/compare/context.ts";
import { movesOf } from "../../src/core/switching/moves.ts";
import { candidateOf } from "./candidate-of.ts";
import { contextOf } from "./context-of.ts";
import { dossierOf, type GivenModel } from "./dossier-of.ts";

/** A model at one host, for $100 a month. */
export function soldModel(id: string, given: Partial<GivenModel> = {}): Candidate {
  const routes = [{ id: `host/${id}`, prices: { input: "1", output: "2" } }];
  return candidateOf(dossierOf({ id, routes, ...given }), { monthlyUsd: 100 });
}

/** What a move changes under one code. */
export function frictions(
  from: Candidate,
  to: Candidate,
  code: string,
  given: Partial<ComparisonContext> = {},
): readonly FrictionItem[] {
  const [there] = movesOf(contextOf([from, to], given));
  return (there?.items ?? []).filter((item) => item.code === code);
}
