import type { AxisFormat } from "./chart.ts";
import { formatNumber, formatPriceUsdPerMtok, formatTokensShort, formatUsd } from "./format.ts";

const spellings = {
  usd: (usd) => formatUsd(usd).replace(/\.00$/, ""),
  usdPerMtok: (price) => formatPriceUsdPerMtok(Number(price.toPrecision(6))),
  tokens: formatTokensShort,
  percent: (percent) => `${formatNumber(percent, 1)} %`,
  points: (points) => formatNumber(points, 1),
  ms: (ms) => formatNumber(ms, ms < 10 ? 1 : 0),
  times: (times) => `${formatNumber(times, 3)} ×`,
} as const satisfies Record<AxisFormat, (value: number) => string>;

/** A tick of an axis as people read it. */
export function axisText(format: AxisFormat, value: number): string {
  return spellings[format](value);
}
