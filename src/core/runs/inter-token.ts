import { type Answer, mostChunks, type Timings } from "./attempt.ts";

/**
 * Milliseconds from one token to the next, on average over an answer after its first: from the first
 * content to the last. Null where the answer did not really come piece by piece, or where nobody
 * counted its tokens: chunks are no tokens.
 */
export function interTokenMs({ usage }: Answer, timings: Timings): number | null {
  const { chunkMs, endMs, isBurst } = timings;
  const first = chunkMs[0];
  const last = chunkMs.length < mostChunks ? chunkMs.at(-1) : endMs;
  if (isBurst || usage === null || usage.outputTokens < 2) return null;
  if (first === undefined || last === undefined || last <= first) return null;
  return (last - first) / (usage.outputTokens - 1);
}
