import type { LeftOutPrompts, PromptPair } from "../paired/pair-up.ts";
import type { PairedResult } from "../paired/paired-result.ts";
import { pairedResultOf } from "../paired/paired-result-of.ts";
import { adjusted } from "../stats/multiplicity.ts";
import type { Ratio, Usd } from "../units.ts";
import type { EndpointTally } from "./endpoint-tally.ts";
import { pairTallies } from "./pair-tallies.ts";
import type { StatedDecision, Suite } from "./suite.ts";

/** Two endpoints on the prompts that both answered; B minus A. */
export interface PairedEndpoints extends PairedResult {
  readonly a: string;
  readonly b: string;
  readonly grader: string;
  readonly leftOut: LeftOutPrompts;
  /** Whether B's answers cost less each; null: a price is unknown. */
  readonly isCheaper: boolean | null;
  /** Null: it is the only pair of its run. */
  readonly amongPairs: AmongPairs | null;
  /** Worth reading side by side: where the two differ most, B's losses first. */
  readonly disagreements: readonly Disagreement[];
}

/** What p values are worth when several pairs were looked at: adjusted by Holm over all of them. */
export interface AmongPairs {
  readonly pairs: number;
  /** Of the difference, two-sided. */
  readonly p: Ratio | null;
  /** Of the margin, one-sided; null where none was asked for. */
  readonly marginP: Ratio | null;
}

export interface Disagreement {
  readonly prompt: string;
  readonly a: Ratio;
  readonly b: Ratio;
  /** Null: not read from the store, or no longer there. */
  readonly texts: SideBySide | null;
}

/** What was asked and what both said: bounded, and cleaned of what is no text. */
export interface SideBySide {
  readonly asked: string;
  readonly a: string;
  readonly b: string;
}

const disagreementsAtMost = 20;

/** Each candidate against the baseline; where nothing is to be decided, each against the first. */
export function pairedEndpoints(
  { decision, prompts, endpoints: [first, ...others] }: Suite,
  grader: string,
  {
    tallies,
    costOf,
  }: {
    /** By the id of the endpoint. */
    readonly tallies: ReadonlyMap<string, EndpointTally>;
    /** What an answer of an endpoint costs; null: unknown. */
    readonly costOf: (endpoint: string) => Usd | null;
  },
): readonly PairedEndpoints[] {
  const a = decision?.baseline ?? first?.id ?? "";
  const candidates = decision?.candidates ?? others.map(({ id }) => id);
  const asked =
    decision === undefined
      ? undefined
      : { margin: decision.marginPoints / 100, level: 1 - decision.alpha };
  const pairs = candidates.flatMap((b): PairedEndpoints[] => {
    const [ofA, ofB] = [tallies.get(a), tallies.get(b)];
    if (ofA === undefined || ofB === undefined) return [];
    const { pairs, leftOut } = pairTallies(prompts, [ofA, ofB], grader);
    if (pairs.length === 0) return [];
    const [costA, costB] = [costOf(a), costOf(b)];
    const isCheaper = costA === null || costB === null ? null : costB < costA;
    return [
      {
        ...pairedResultOf(pairs, asked),
        ...{ a, b, grader, leftOut, isCheaper, amongPairs: null },
        disagreements: disagreementsOf(pairs),
      },
    ];
  });
  return withHolm(pairs);
}

/** Whether a candidate is shown to be what was asked. */
export function isShownBy(
  pair: PairedEndpoints | undefined,
  { isCheaperAsked }: Pick<StatedDecision, "isCheaperAsked">,
): boolean {
  return pair?.decision?.outcome === "not-worse" && (!isCheaperAsked || pair.isCheaper === true);
}

function withHolm(pairs: readonly PairedEndpoints[]): readonly PairedEndpoints[] {
  if (pairs.length < 2) return pairs;
  const p = holm(pairs.map((pair) => pair.p));
  const marginP = holm(pairs.map(({ decision }) => decision?.p ?? null));
  return pairs.map((pair, index) => ({
    ...pair,
    amongPairs: {
      pairs: pairs.length,
      p: p[index] ?? null,
      marginP: marginP[index] ?? null,
    },
  }));
}

/** A comparison that gave no p value counts as one that shows nothing. */
function holm(all: readonly (Ratio | null)[]): readonly (Ratio | null)[] {
  const { holm: values } = adjusted(all.map((p) => p ?? 1));
  return all.map((p, index) => (p === null ? null : (values[index] ?? null)));
}

function disagreementsOf(pairs: readonly PromptPair[]): readonly Disagreement[] {
  return pairs
    .filter(({ a, b }) => a !== b)
    .sort((x, y) => x.b - x.a - (y.b - y.a))
    .slice(0, disagreementsAtMost)
    .map(({ prompt, a, b }) => ({ prompt, a, b, texts: null }));
}
