import type { Tokens } from "../units.ts";
import type { TrafficProfile, TrafficTier } from "./traffic.ts";

/** One request of a file, counted. */
export interface CountedPrompt {
  readonly promptTokens: Tokens;
  /** Absent where the file does not hold what came back. */
  readonly completionTokens?: Tokens;
  /** True where it holds pictures, sound or files, which are not counted. */
  readonly hasOtherParts?: boolean;
}

/** What counted prompts say of a month; the fields a person would state. */
export type CountedUse = Required<Pick<TrafficProfile, "requests" | "inputTokens">> &
  Pick<TrafficProfile, "tiers"> & {
    /** Absent unless every request has one. */
    readonly outputTokens?: Tokens;
  };

export interface Counted {
  readonly prompts: readonly CountedPrompt[];
  /** Requests a month; absent: as many as were counted. */
  readonly requests?: number | undefined;
  /** Tokens out a month, where the prompts do not tell. */
  readonly outputTokens?: Tokens | undefined;
}

/** A month of such prompts, cut at the given prompt lengths. */
export function useOf(counted: Counted, cliffs: readonly Tokens[]): CountedUse {
  const { prompts, requests = prompts.length } = counted;
  const scale = requests / prompts.length;
  const times = (tokens: number) => Math.round(tokens * scale);
  const inputTokens = times(sumOf(prompts.map(({ promptTokens }) => promptTokens)));
  const answers = prompts.map(({ completionTokens }) => completionTokens);
  const isAnswered = !answers.includes(undefined);
  const outputTokens =
    counted.outputTokens ??
    (isAnswered ? times(sumOf(answers.map((each) => each ?? 0))) : undefined);
  const tiers = outputTokens === undefined ? [] : tiersOf(counted, cliffs, outputTokens);
  return {
    requests,
    inputTokens: tiers.length === 0 ? inputTokens : sumOf(tiers.map((tier) => tier.inputTokens)),
    ...(outputTokens === undefined ? {} : { outputTokens }),
    ...(tiers.length === 0 ? {} : { tiers }),
  };
}

/** Percentiles of the prompt lengths, for people. */
export function lengthsOf(prompts: readonly CountedPrompt[]) {
  const sorted = prompts.map(({ promptTokens }) => promptTokens).sort((a, b) => a - b);
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
  return {
    meanTokens: sumOf(sorted) / sorted.length,
    medianTokens: at(0.5),
    p90Tokens: at(0.9),
    longestTokens: sorted.at(-1) ?? 0,
  };
}

/** Empty tiers are left out; output follows the requests where the prompts do not tell. */
function tiersOf(
  { prompts, requests = prompts.length }: Counted,
  cliffs: readonly Tokens[],
  outputTokens: Tokens,
): readonly TrafficTier[] {
  if (cliffs.length === 0) return [];
  const scale = requests / prompts.length;
  const ends = [...cliffs, Number.POSITIVE_INFINITY];
  const cut = ends.map((end, index) => {
    const start = index === 0 ? -1 : (ends[index - 1] ?? -1);
    const within = prompts.filter(({ promptTokens: tokens }) => tokens > start && tokens <= end);
    const answers = sumOf(within.map(({ completionTokens = 0 }) => completionTokens));
    return { end, within, answers };
  });
  const answered = sumOf(cut.map(({ answers }) => answers));
  let given = 0;
  let counted = 0;
  const last = cut.findLastIndex(({ within }) => within.length > 0);
  return cut.slice(0, last + 1).flatMap(({ end, within, answers }, index): TrafficTier[] => {
    if (within.length === 0 && index < last) return [];
    const share = answered > 0 ? answers / answered : within.length / prompts.length;
    const isLast = index === last;
    const out = isLast ? outputTokens - given : Math.round(outputTokens * share);
    const own = isLast ? requests - counted : Math.round(within.length * scale);
    given += out;
    counted += own;
    return [
      {
        ...(Number.isFinite(end) ? { promptTokensUpTo: end } : {}),
        requests: own,
        inputTokens: Math.round(sumOf(within.map(({ promptTokens }) => promptTokens)) * scale),
        outputTokens: out,
      },
    ];
  });
}

function sumOf(counts: readonly number[]): number {
  return counts.reduce((sum, each) => sum + each, 0);
}
