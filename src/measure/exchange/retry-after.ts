/** Header fields by their names in lower case. */
export type HeaderFields = Readonly<Record<string, string | readonly string[] | undefined>>;

/**
 * How long an endpoint asks to be left alone, by the first header that says so. Its own `Date` is
 * what a date is held against, since clocks differ.
 */
export function retryAfterMs(
  headers: HeaderFields,
  { epochMs, isRateLimited }: { readonly epochMs: number; readonly isRateLimited: boolean },
): number | null {
  const here = Date.parse(fieldOf(headers, "date") ?? "");
  const now = Number.isNaN(here) ? epochMs : here;
  const exact = Number.parseFloat(fieldOf(headers, "retry-after-ms") ?? "");
  if (Number.isFinite(exact)) return Math.max(0, exact);
  const stated = fieldOf(headers, "retry-after");
  const asked = stated === undefined ? null : waitMsOf(stated, now);
  if (asked !== null || !isRateLimited) return asked;
  return exhaustedMs(headers, epochMs) ?? soonestReset(headers, epochMs);
}

/** How long until what is used up is filled again; null when nothing is said to be used up. */
export function exhaustedMs(headers: HeaderFields, epochMs: number): number | null {
  const waits = limitFields.flatMap(({ remaining, reset }) => {
    const left = Number.parseFloat(fieldOf(headers, remaining) ?? "");
    const wait = waitMsOf(fieldOf(headers, reset) ?? "", epochMs);
    return left <= 0 && wait !== null ? [wait] : [];
  });
  return waits.length === 0 ? null : Math.max(...waits);
}

/** What is used up is not said: the first limit that is filled again may have been it. */
function soonestReset(headers: HeaderFields, epochMs: number): number | null {
  const waits = limitFields.flatMap(({ reset }) => {
    const wait = waitMsOf(fieldOf(headers, reset) ?? "", epochMs);
    return wait === null ? [] : [wait];
  });
  return waits.length === 0 ? null : Math.min(...waits);
}

const limitFields = [
  ...["requests", "tokens"].map((what) => ({
    remaining: `x-ratelimit-remaining-${what}`,
    reset: `x-ratelimit-reset-${what}`,
  })),
  ...["requests", "tokens", "input-tokens", "output-tokens"].map((what) => ({
    remaining: `anthropic-ratelimit-${what}-remaining`,
    reset: `anthropic-ratelimit-${what}-reset`,
  })),
  { remaining: "x-ratelimit-remaining", reset: "x-ratelimit-reset" },
  { remaining: "ratelimit-remaining", reset: "ratelimit-reset" },
] as const;

/**
 * A wait as endpoints write it: seconds (`2`, `1.5`), a duration (`6m0s`, `120ms`), seconds or
 * milliseconds since 1970, or a date. Null for anything else.
 */
export function waitMsOf(written: string, epochMs: number): number | null {
  const text = written.trim();
  if (plainNumber.test(text)) return waitOfNumber(Number(text), epochMs);
  const duration = durationMs(text);
  if (duration !== null) return duration;
  const date = writtenDate.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(date) ? null : Math.max(0, date - epochMs);
}

const writtenDate = /^(?:\d{4}-\d{2}-\d{2}T|[A-Z][a-z]{2,8},? )/;
const plainNumber = /^\d{1,20}(?:\.\d{1,20})?$/;
const [epochSecondsFrom, epochMillisecondsFrom] = [1e9, 1e12];

function waitOfNumber(value: number, epochMs: number): number {
  if (value >= epochMillisecondsFrom) return Math.max(0, value - epochMs);
  if (value >= epochSecondsFrom) return Math.max(0, value * 1000 - epochMs);
  return value * 1000;
}

const msByUnit = { d: 86_400_000, h: 3_600_000, m: 60_000, s: 1000, ms: 1, us: 0.001, µs: 0.001 };
const wholeDuration = /^(?:\d{1,12}(?:\.\d{1,12})?(?:ms|us|µs|d|h|m|s))+$/;
const durationPart = /(\d+(?:\.\d+)?)(ms|us|µs|d|h|m|s)/g;

function durationMs(text: string): number | null {
  if (text.length > 60 || !wholeDuration.test(text)) return null;
  const units = new Map(Object.entries(msByUnit));
  let sum = 0;
  for (const [, count, unit] of text.matchAll(durationPart))
    sum += Number(count) * (units.get(unit ?? "") ?? 0);
  return sum;
}

/** A field that is sent several times counts by its first value. */
export function fieldOf(headers: HeaderFields, name: string): string | undefined {
  const value = headers[name];
  return typeof value === "string" ? value : value?.[0];
}
