import { type TrafficProfile, tasksOf } from "./traffic.ts";

/** A month said of one request, by the short names that `parseTraffic` reads. */
export type StatedMonth = Readonly<
  Record<"requests" | "in-each" | "out-each" | "cached" | "hit" | "batch", string>
>;

/**
 * A month as a form shows it. Tokens of a request are rounded to whole ones, shares to whole
 * percent; media, tools and retries are left out.
 */
export function statedMonth(traffic: TrafficProfile): StatedMonth {
  const { inputTokens, outputTokens, cachedInputTokens: read = 0 } = traffic;
  const { cacheWriteTokens: written = 0, batchShare = 0 } = traffic;
  const requests = Math.max(1, tasksOf(traffic));
  return {
    requests: countText(requests),
    "in-each": countText(Math.round(inputTokens / requests)),
    "out-each": countText(Math.round(outputTokens / requests)),
    cached: percentText(inputTokens === 0 ? 0 : (read + written) / inputTokens),
    hit: percentText(read + written === 0 ? 1 : read / (read + written)),
    batch: percentText(batchShare),
  };
}

/** `8k`, `2.5k`, `1.25M` where two decimals say all of it, else every digit. */
function countText(count: number): string {
  const unit = units.find(({ size }) => count >= size && count % (size / 100) === 0);
  return unit === undefined ? String(count) : `${count / unit.size}${unit.letter}`;
}

const units = [
  { size: 1e9, letter: "B" },
  { size: 1e6, letter: "M" },
  { size: 1e3, letter: "k" },
] as const;

const percentText = (share: number): string => `${Math.round(100 * share)}%`;
