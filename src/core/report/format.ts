import type { Points, Ratio, Usd } from "../units.ts";

/**
 * An amount somebody pays. From $100 on whole dollars, below that cents; an amount of a few cents
 * or less keeps two significant digits, so that it never reads as nothing. Half is rounded up.
 */
export function formatUsd(usd: Usd): string {
  const size = Math.abs(usd);
  const sign = usd < 0 ? "-" : "";
  if (!Number.isFinite(size)) return Number.isNaN(size) ? "unknown" : `${sign}unlimited`;
  const cents = roundedText(size, decimalsOfUsd(size));
  return Number(cents) >= 100
    ? `${sign}$${grouped(roundedText(size, 0))}`
    : `${sign}$${withoutZeros(cents, 2)}`;
}

/** A rate with every published digit: `$0.039`, `$2.50`. */
export function formatPriceUsdPerMtok(price: string | number): string {
  const text = typeof price === "number" ? plainText(price) : price;
  const [whole = "0", fraction = ""] = text.split(".");
  return `$${grouped(whole)}${withoutZeros(`.${fraction.padEnd(2, "0")}`, 2)}`;
}

/** `262,144`. */
export function formatTokens(tokens: number): string {
  return grouped(roundedText(tokens, 0));
}

/** `262k`, `1.05M`, `1.2B`: for sentences; the exact count stands in tables. */
export function formatTokensShort(tokens: number): string {
  if (tokens < 1_000) return roundedText(tokens, 0);
  if (tokens < 999_500) return `${roundedText(tokens / 1_000, 0)}k`;
  if (tokens < 999_995_000) return `${withoutZeros(roundedText(tokens / 1e6, 2), 0)}M`;
  return `${grouped(withoutZeros(roundedText(tokens / 1e9, 2), 0))}B`;
}

/** `98.3 %`. */
export function formatPercent(share: Ratio, decimals = 1): string {
  return `${withoutZeros(roundedText(100 * share, decimals), 0)} %`;
}

/** A difference of scores: `+6.3`, `-1.7`, `0`. */
export function formatPoints(points: Points, decimals = 1): string {
  const text = withoutZeros(roundedText(Math.abs(points), decimals), 0);
  if (text === "0") return text;
  return `${points < 0 ? "-" : "+"}${text}`;
}

/** `P 0.91`; what would round to one is not certain: `P > 0.99`. */
export function formatProbability(probability: Ratio): string {
  return probability > 0.994 ? "P > 0.99" : `P ${roundedText(probability, 2)}`;
}

/** A plain number with so many decimals at most, half rounded up: `1.73`. */
export function formatNumber(value: number, decimals: number): string {
  return grouped(withoutZeros(roundedText(value, decimals), 0));
}

function decimalsOfUsd(size: Usd): number {
  if (size === 0 || size >= 0.1) return 2;
  return Math.min(18, 1 - Math.floor(Math.log10(size)));
}

/** Rounds the number as it is written in decimals: 1.005 becomes 1.01, though its double is less. */
function roundedText(value: number, decimals: number): string {
  const size = Math.abs(value);
  const scale = 10 ** decimals;
  const scaled = size * scale;
  const below = Math.floor(scaled);
  const rest = scaled - below;
  const isPlain = decimals <= 6 && scaled < 1e12 && Math.abs(rest - 0.5) > 1e-4;
  const units = isPlain ? below + (rest > 0.5 ? 1 : 0) : unitsAsWritten(size, decimals);
  const sign = value < 0 && units !== 0 ? "-" : "";
  if (decimals === 0) return sign + plainText(units);
  if (!isPlain) return sign + decimalText(units, decimals);
  const whole = Math.floor(units / scale);
  return `${sign}${whole}.${String(units - whole * scale).padStart(decimals, "0")}`;
}

/** Near a half the digits decide, not the double. */
function unitsAsWritten(size: number, decimals: number): number {
  const [figure = "0", exponent = "0"] = String(size).split("e");
  return Math.floor(Number(`${figure}e${Number(exponent) + decimals}`) + 0.5);
}

function decimalText(units: number, decimals: number): string {
  const [whole = "0", fraction = ""] = plainText(Number(`${units}e-${decimals}`)).split(".");
  return `${whole}.${fraction.padEnd(decimals, "0")}`;
}

/** Without an exponent. */
function plainText(value: number): string {
  const text = String(value);
  const [figure = "0", exponent] = text.split("e");
  if (exponent === undefined) return text;
  const shift = Number(exponent);
  const [whole = "0", fraction = ""] = figure.split(".");
  return shift < 0
    ? `0.${"0".repeat(-shift - 1)}${whole}${fraction}`
    : whole + fraction.padEnd(shift, "0");
}

function withoutZeros(text: string, atLeast: number): string {
  const point = text.indexOf(".");
  if (point < 0) return text;
  const cut = text.replace(/0+$/, "");
  const kept = cut.length - point - 1 >= atLeast ? cut : text.slice(0, point + 1 + atLeast);
  return kept.endsWith(".") ? kept.slice(0, -1) : kept;
}

function grouped(text: string): string {
  if (text.length <= 3) return text;
  const [whole = "", fraction] = text.split(".");
  const withCommas = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return fraction === undefined ? withCommas : `${withCommas}.${fraction}`;
}
