import type { Tokens } from "../units.ts";
import type { ProbeResult } from "./probe-result.ts";
import type { ProbeOutcome, ProbeVerdict, Unclear } from "./verdict.ts";

/** What somebody says of the length that is taken. */
export interface DeclaredContext {
  readonly tokens: Tokens;
  /** By what it should take so many: `its list of models`, `its training`, `OpenAI`. */
  readonly by: string;
}

/** The prompts that were taken and those that were not. */
export interface ContextReach {
  /** The longest that was taken, as the endpoint counted it, else as it was estimated. */
  readonly takenTokens: Tokens | null;
  readonly isCounted: boolean;
  /** The shortest that was refused, or cut in silence; null: the bound of the session was taken. */
  readonly refusedTokens: Tokens | null;
  readonly isCutInSilence: boolean;
  readonly takenRequests: number;
  readonly requests: number;
}

export function contextReach(results: readonly ProbeResult[]): ContextReach {
  const asked = results.filter(({ cell, grade }) => cell.role === "asked" && grade !== undefined);
  const taken = asked.filter(({ grade }) => grade?.isPass === true);
  const refused = asked.filter(({ grade }) => grade?.isPass === false);
  const longest = maxBy(taken, sentTokens);
  const counted = longest?.result.answer?.usage?.inputTokens;
  const shortest = maxBy(refused, (each) => -sentTokens(each));
  return {
    takenTokens: longest === undefined ? null : (counted ?? sentTokens(longest)),
    isCounted: counted !== undefined,
    refusedTokens: shortest === undefined ? null : sentTokens(shortest),
    ...{ takenRequests: taken.length, requests: asked.length },
    isCutInSilence: shortest !== undefined && shortest.result.failure === null,
  };
}

/**
 * Supported where as much is taken as anybody declares, or as was tried; unsupported where less is
 * taken than is declared.
 */
export function contextOutcome(
  outcome: ProbeOutcome,
  reach: ContextReach,
  declared: readonly DeclaredContext[],
): ProbeOutcome {
  const { takenTokens, refusedTokens } = reach;
  const isShort = declared.some(({ tokens }) => isShortOf(refusedTokens, tokens));
  const unclear: Unclear | null = takenTokens === null ? "no-evidence" : null;
  const verdict: ProbeVerdict =
    unclear !== null ? "unclear" : isShort ? "unsupported" : "supported";
  const { takenRequests: hits, requests: trials } = reach;
  return { ...outcome, verdict, unclear, hits, trials, voids: 0, interval95: null };
}

/** A template and the answer take some of what is declared. */
const takenShareAtLeast = 0.95;

/** Whether a prompt was refused that is well within what is declared. */
export function isShortOf(refusedTokens: Tokens | null, declaredTokens: Tokens): boolean {
  return refusedTokens !== null && refusedTokens < takenShareAtLeast * declaredTokens;
}

/** The size is the name of the request. */
function sentTokens({ cell }: ProbeResult): Tokens {
  return Number(cell.detail);
}

function maxBy<T>(all: readonly T[], sizeOf: (each: T) => number): T | undefined {
  return all.reduce<T | undefined>(
    (best, each) => (best === undefined || sizeOf(each) > sizeOf(best) ? each : best),
    undefined,
  );
}
