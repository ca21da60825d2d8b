import type { Ratio } from "../units.ts";

const factors = { "": 0, k: 3, m: 6, b: 9, g: 9, t: 12 } as const;
const pattern = /^(\d+)(?:\.(\d+))?(?:e\+?(\d{1,2}))?([kmbgt]?)$/;

/**
 * A whole number as people write it: `800M`, `1.2k`, `2B`, `262_144`, `262,144`. Undefined when it is
 * no whole number from 0 to 2^53 - 1.
 */
export function parseCount(value: unknown): number | undefined {
  if (typeof value === "number")
    return Number.isSafeInteger(value) && value >= 0 ? value : undefined;
  if (typeof value !== "string") return undefined;
  const match = pattern.exec(
    value
      .trim()
      .toLowerCase()
      .replace(/[_,\s]/g, ""),
  );
  if (match === null) return undefined;
  const [, whole = "", fraction = "", exponent = "0", suffix = ""] = match;
  const places = Number(exponent) + factorOf(suffix) - fraction.length;
  if (places < -30 || places > 30 || whole.length > 30) return undefined;
  const figure = BigInt(whole + fraction);
  const divisor = 10n ** BigInt(Math.max(0, -places));
  if (figure % divisor !== 0n) return undefined;
  const count = (figure / divisor) * 10n ** BigInt(Math.max(0, places));
  return count <= Number.MAX_SAFE_INTEGER ? Number(count) : undefined;
}

/** A share of the whole: `0.3` or `30%`. Undefined when it is not between 0 and 1. */
export function parseShare(value: unknown): Ratio | undefined {
  if (typeof value === "number") return value >= 0 && value <= 1 ? value : undefined;
  if (typeof value !== "string") return undefined;
  const match = /^(\d+(?:\.\d+)?|\.\d+)\s*(%?)$/.exec(value.trim());
  if (match === null) return undefined;
  const share = match[2] === "%" ? Number(match[1]) / 100 : Number(match[1]);
  return share >= 0 && share <= 1 ? share : undefined;
}

/** A count, or a percentage of the whole: `480M`, `60%`. */
export function parseCountOrPercent(value: unknown, whole: number): number | undefined {
  if (typeof value !== "string" || !value.includes("%")) return parseCount(value);
  const share = parseShare(value);
  return share === undefined ? undefined : Math.round(share * whole);
}

function factorOf(suffix: string): number {
  return suffix === "k" || suffix === "m" || suffix === "b" || suffix === "g" || suffix === "t"
    ? factors[suffix]
    : 0;
}
