import { formatNumber, formatPriceUsdPerMtok, formatTokensShort } from "../format.ts";

/** An estimate says no more than it knows: two significant digits. */
function twoDigits(value: number): number {
  return value === 0 || !Number.isFinite(value) ? value : Number(value.toPrecision(2));
}

/** `72`, `550`, `3,800`, `0.066`. */
export function estimateText(value: number): string {
  const rounded = twoDigits(value);
  const decimals = rounded === 0 ? 0 : Math.max(0, 1 - Math.floor(Math.log10(Math.abs(rounded))));
  return formatNumber(rounded, decimals);
}

/** `$9.7`, `$25`, `$0.066`. */
export function estimateUsd(usd: number): string {
  return `$${estimateText(usd)}`;
}

/** `1.7B tokens` of 1,653.9 million. */
export function estimateMtok(mtok: number): string {
  return `${formatTokensShort(twoDigits(mtok * 1e6))} tokens`;
}

/** `1.3 s`, `47 ms`. */
export function estimateMs(ms: number): string {
  return ms >= 1000 ? `${estimateText(ms / 1000)} s` : `${estimateText(ms)} ms`;
}

/** `16.7 GiB`. */
export function gibText(gib: number): string {
  return `${formatNumber(gib, 1)} GiB`;
}

/** `one NVIDIA A10G`, `2 NVIDIA A10G`. */
export function gpusText(gpus: number, name: string): string {
  return `${gpus === 1 ? "one" : gpus} ${name}`;
}

/** An hour with every digit its seller states: `$1.006`. */
export function hourText(usdPerHour: number): string {
  return formatPriceUsdPerMtok(Number(usdPerHour.toFixed(4)));
}
