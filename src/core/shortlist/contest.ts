import type { Candidate } from "../compare/candidate.ts";
import { compareText } from "../ordering.ts";
import {
  decideRelated,
  type PairDecision,
  type PairRule,
  type Stakes,
} from "../verdict/pair-decision.ts";
import { isUsable } from "../verdict/skill-relation.ts";
import type { RelationsOf } from "./relations.ts";

/** Candidates weighed against each other by the rule of the verdict. */
export interface Contest {
  /** Those nobody beats: each is cheaper than, or ahead of, all the others. Cheapest first. */
  readonly front: readonly FrontMember[];
  /** Unbeaten, but no score that counts is shared with any of the front: nobody can say how they stand. */
  readonly apart: readonly Candidate[];
  /** Those that lose to one of the front, cheapest first. */
  readonly beaten: readonly Beaten[];
}

export interface FrontMember {
  readonly candidate: Candidate;
  /** Against the cheapest of the front; absent for that one itself. */
  readonly againstCheapest?: PairDecision;
}

export interface Beaten {
  readonly candidate: Candidate;
  readonly by: Candidate;
  readonly decision: PairDecision;
}

export interface ContestTerms {
  readonly stakes: Stakes;
  readonly relationsOf: RelationsOf;
}

/**
 * The Pareto front of cost and quality with its noise: a candidate drops out only when the pair rule
 * names a winner against it, and only a winner that stays counts. One that hangs on unknown facts
 * never beats one that passes.
 */
export function contestOf(
  candidates: readonly Candidate[],
  { stakes, relationsOf }: ContestTerms,
): Contest {
  const able = [...candidates].sort(cheapestFirst);
  const decide = (a: Candidate, b: Candidate): PairDecision =>
    decideRelated(a, b, relationsOf(a.dossier, b.dossier), stakes);
  const losses = new Map<Candidate, Beaten[]>();
  const isRelated = (a: Candidate, b: Candidate) => decide(a, b).relations.some(isUsable);
  for (const [i, a] of able.entries()) {
    for (const b of able.slice(i + 1)) {
      const decision = decide(a, b);
      const [loser, winner] = outcomeOf(decision);
      if (loser === undefined || winner === undefined || !mayBeat(winner, loser)) continue;
      const before = losses.get(loser);
      const loss = { candidate: loser, by: winner, decision };
      if (before === undefined) losses.set(loser, [loss]);
      else before.push(loss);
    }
  }
  const { left, beaten } = eliminated(able, losses);
  const apart = left.filter((each) =>
    left.every((other) => each === other || !isRelated(each, other)),
  );
  const front = apart.length === left.length ? left : left.filter((each) => !apart.includes(each));
  const [cheapest] = front;
  return {
    front: front.map((candidate) =>
      cheapest === undefined || candidate === cheapest
        ? { candidate }
        : { candidate, againstCheapest: decide(cheapest, candidate) },
    ),
    apart: apart.length === left.length ? [] : apart,
    beaten,
  };
}

/**
 * Round by round: who loses to nobody that is left stays, and whoever loses to one of those is out,
 * so that its own wins count no more. Where everybody left loses to somebody left, all of them stay.
 */
function eliminated(
  able: readonly Candidate[],
  losses: ReadonlyMap<Candidate, readonly Beaten[]>,
): { readonly left: readonly Candidate[]; readonly beaten: readonly Beaten[] } {
  const safe = new Set<Candidate>();
  const out = new Map<Candidate, Beaten>();
  let remaining = able;
  while (remaining.length > 0) {
    const rivals = new Set(remaining);
    const unbeaten = remaining.filter(
      (each) => !(losses.get(each) ?? []).some(({ by }) => rivals.has(by)),
    );
    for (const each of unbeaten.length > 0 ? unbeaten : remaining) safe.add(each);
    for (const each of remaining) {
      const loss = (losses.get(each) ?? []).find(({ by }) => safe.has(by));
      if (loss !== undefined && !safe.has(each)) out.set(each, loss);
    }
    remaining = remaining.filter((each) => !safe.has(each) && !out.has(each));
  }
  return {
    left: able.filter((each) => safe.has(each)),
    beaten: able.flatMap((each) => out.get(each) ?? []),
  };
}

/** Rules that leave the loser nothing to be chosen for, as costs are expected. */
const settling: ReadonlySet<PairRule> = new Set<PairRule>([
  "no-difference",
  "cheaper-and-ahead",
  "ahead-at-equal-cost",
  "loss-is-high",
  "loss-is-low",
]);

function outcomeOf({ rule, choice, cost }: PairDecision): readonly [Candidate?, Candidate?] {
  if (choice === null || !settling.has(rule)) return [];
  return [choice === cost.cheaper ? cost.dearer : cost.cheaper, choice];
}

function mayBeat(winner: Candidate, loser: Candidate): boolean {
  return winner.standing.kind === "selectable" || loser.standing.kind === "conditional";
}

export function cheapestFirst(a: Candidate, b: Candidate): number {
  return costOf(a) - costOf(b) || compareText(a.dossier.entry.id, b.dossier.entry.id);
}

const costOf = ({ cost }: Candidate): number =>
  cost.known ? cost.monthlyUsd : Number.POSITIVE_INFINITY;
