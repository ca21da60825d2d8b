import { type Candidate, isSelectable } from "../compare/candidate.ts";
import type { ScoreRow } from "../compare/score-row.ts";
import { compareText } from "../ordering.ts";
import { decidePair, type PairDecision, type PairRule, type Stakes } from "./pair-decision.ts";

/** The candidates that may be chosen, and the pair that the answer is about. */
export type Field =
  /** Nobody can be chosen. */
  | { readonly kind: "empty" }
  /** One is left by rule before anything is weighed. */
  | { readonly kind: "single"; readonly only: Candidate }
  | { readonly kind: "contest"; readonly decision: PairDecision };

/**
 * Finds the pair that decides. A candidate that loses to an unbeaten one drops out and beats nobody,
 * so adding a loser never changes who wins. Of those left the cheapest meets the one whose lead over
 * it pays soonest.
 */
export function fieldOf(
  candidates: readonly Candidate[],
  rows: readonly ScoreRow[],
  stakes: Stakes,
): Field {
  const able = candidates.filter(isSelectable).sort(cheapestFirst);
  const [first, second] = able;
  if (first === undefined) return { kind: "empty" };
  if (second === undefined) return { kind: "single", only: first };

  const duels = able.flatMap((a, i) =>
    able.slice(i + 1).map((b) => decidePair(a, b, rows, stakes)),
  );
  const loserOf = ({ kind, choice, cost }: PairDecision) =>
    kind === "choose" || kind === "no-difference-established"
      ? choice === cost.cheaper
        ? cost.dearer
        : cost.cheaper
      : undefined;
  const losers = new Set(duels.map(loserOf));
  const unbeaten = able.filter((each) => !losers.has(each));
  const beaten = able.filter((each) =>
    duels.some(
      (duel) => loserOf(duel) === each && duel.choice !== null && unbeaten.includes(duel.choice),
    ),
  );
  const left = able.filter((each) => !beaten.includes(each));
  return { kind: "contest", decision: mainDuel(left, able, duels) };
}

function mainDuel(
  left: readonly Candidate[],
  able: readonly Candidate[],
  duels: readonly PairDecision[],
): PairDecision {
  const [base] = left.length > 0 ? left : able;
  const others = left.length > 1 ? left : able;
  const contenders = duels
    .filter(({ cost }) => cost.cheaper === base || cost.dearer === base)
    .filter(({ cost }) => others.includes(cost.cheaper === base ? cost.dearer : cost.cheaper))
    .sort(closestFirst);
  const [main] = contenders;
  if (main === undefined) throw new Error("two candidates without a duel");
  return main;
}

/** What is most worth an answer first: a lead that has its price, then doubt, then what is plain. */
const urgency = {
  "pays-above-loss": 0,
  "wins-at-your-loss": 0,
  "loss-is-high": 0,
  "ahead-at-equal-cost": 0,
  "cheaper-unless-loss": 1,
  "no-difference": 2,
  "cheaper-and-ahead": 3,
  "loss-is-low": 3,
  "no-comparable-score": 4,
} as const satisfies Record<PairRule, number>;

/** By urgency; then where a lead pays soonest; then the duel in doubt; then the cheapest rival. */
function closestFirst(a: PairDecision, b: PairDecision): number {
  return (
    urgency[a.rule] - urgency[b.rule] ||
    (a.breakEven?.usd ?? 0) - (b.breakEven?.usd ?? 0) ||
    Number(a.kind === "choose") - Number(b.kind === "choose") ||
    cheapestFirst(a.cost.dearer, b.cost.dearer)
  );
}

function cheapestFirst(a: Candidate, b: Candidate): number {
  return costOf(a) - costOf(b) || compareText(a.dossier.entry.id, b.dossier.entry.id);
}

const costOf = ({ cost }: Candidate): number =>
  cost.known ? cost.monthlyUsd : Number.POSITIVE_INFINITY;
