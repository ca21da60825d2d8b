import type { Usd, UsdPerMtok } from "../units.ts";

/**
 * An exact amount, counted in 10⁻²⁴ US dollars; a rate is an amount a token. A price a million
 * tokens may have 18 decimals. Sums and comparisons are exact: equal bills are equal.
 */
export type Money = bigint;

export const noMoney: Money = 0n;

const digitsOfUsd = 24;
const digitsOfUsdPerMtok = 18;

/** The rate a token of a price in USD per million tokens; undefined when it is not a price. */
export function parseUsdPerMtok(text: string): Money | undefined {
  return parseDecimal(text, digitsOfUsdPerMtok);
}

/** Undefined when it is not an amount of money. */
export function parseUsd(text: string): Money | undefined {
  return parseDecimal(text, digitsOfUsd);
}

/** An amount times a factor, both decimals as text, exactly; undefined when one is no decimal. */
export function productText(amount: string, factor: string): string | undefined {
  const price = parseUsdPerMtok(amount);
  const times = parseUsdPerMtok(factor);
  return price === undefined || times === undefined
    ? undefined
    : toUsdPerMtokText((price * times) / 10n ** 18n);
}

/** @param tokens a whole number within 2^53 */
export function costOfTokens(tokens: number, rate: Money): Money {
  return BigInt(tokens) * rate;
}

/** The nearest double: $76.20 is 76.2 and nothing beside it. */
export function toUsdNumber(amount: Money): Usd {
  return toNumber(amount, digitsOfUsd);
}

export function toUsdPerMtokNumber(rate: Money): UsdPerMtok {
  return toNumber(rate, digitsOfUsdPerMtok);
}

/** The exact difference of two amounts given as doubles, each read as the decimal it is printed as. */
export function differenceUsd(a: Usd, b: Usd): Usd {
  const minuend = parseUsd(String(a));
  const subtrahend = parseUsd(String(b));
  return minuend === undefined || subtrahend === undefined
    ? a - b
    : toUsdNumber(minuend - subtrahend);
}

/** Every digit, no exponent: `0.0375`. */
export function toUsdText(amount: Money): string {
  return decimalText(amount, digitsOfUsd);
}

export function toUsdPerMtokText(rate: Money): string {
  return decimalText(rate, digitsOfUsdPerMtok);
}

const decimal = /^(\d{1,40})(?:\.(\d{1,40}))?(?:[eE]([+-]?\d{1,2}))?$/;

function parseDecimal(text: string, digits: number): bigint | undefined {
  const match = decimal.exec(text.trim());
  if (match === null) return undefined;
  const [, whole = "", fraction = "", exponent = "0"] = match;
  const places = digits - fraction.length + Number(exponent);
  const figure = BigInt(whole + fraction);
  if (places >= 0) return figure * 10n ** BigInt(places);
  const divisor = 10n ** BigInt(-places);
  return figure % divisor === 0n ? figure / divisor : undefined;
}

const trillion = 1_000_000_000_000n;

function toNumber(units: bigint, digits: number): number {
  const rounded = units / trillion;
  const isShort = rounded * trillion === units && rounded <= Number.MAX_SAFE_INTEGER;
  if (isShort && rounded >= Number.MIN_SAFE_INTEGER) return Number(rounded) / 10 ** (digits - 12);
  return Number(decimalText(units, digits));
}

function decimalText(units: bigint, digits: number): string {
  const sign = units < 0n ? "-" : "";
  const figures = String(units < 0n ? -units : units).padStart(digits + 1, "0");
  const fraction = figures.slice(-digits).replace(/0+$/, "");
  return `${sign}${figures.slice(0, -digits)}${fraction === "" ? "" : `.${fraction}`}`;
}
