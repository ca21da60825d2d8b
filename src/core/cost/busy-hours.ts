import { parseShare } from "./token-count.ts";
import type { BusyHours } from "./traffic.ts";

const week: readonly string[] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

export const busyHoursForm =
  "hours of the week in UTC with their share of the requests, like mon-fri 0800-1800 90%; several joined by +";

/**
 * Reads when in the week requests come: `mon-fri 0800-1800 90% + sat 0900-1200 5%`, or a list of
 * `{ days, from, to, share }`. A window without a share has all of them. Undefined when it is neither.
 */
export function parseBusyHours(stated: unknown): readonly BusyHours[] | undefined {
  const parts =
    typeof stated === "string" ? stated.split("+").map((part) => textWindow(part)) : listOf(stated);
  const windows = parts.flatMap((part) => (part === undefined ? [] : [part]));
  if (windows.length === 0 || windows.length < parts.length || windows.length > 50)
    return undefined;
  const all = windows.reduce((sum, { share }) => sum + share, 0);
  return all > 1 + 1e-9 ? undefined : windows;
}

function listOf(stated: unknown): readonly (BusyHours | undefined)[] {
  return Array.isArray(stated) ? stated.map(objectWindow) : [];
}

function textWindow(text: string): BusyHours | undefined {
  const words = text.trim().toLowerCase().split(/\s+/);
  const shareWord = words.at(-1)?.endsWith("%") ? words.pop() : undefined;
  const [from, to] = words.pop()?.split("-") ?? [];
  const [dayWord, ...others] = words;
  if (others.length > 0) return undefined;
  return windowOf({
    days: dayWord === undefined ? undefined : daysIn(dayWord),
    from,
    to,
    share: shareWord,
  });
}

function objectWindow(stated: unknown): BusyHours | undefined {
  if (typeof stated !== "object" || stated === null) return undefined;
  const given: { readonly [K in keyof BusyHours]?: unknown } = stated;
  const strange = Object.keys(stated).some((key) => !fields.has(key));
  return strange ? undefined : windowOf(given);
}

const fields: ReadonlySet<string> = new Set(["days", "from", "to", "share"]);

function windowOf(given: { readonly [K in keyof BusyHours]?: unknown }): BusyHours | undefined {
  const { days, share: stated = 1 } = given;
  const from = clockOf(given.from);
  const to = clockOf(given.to);
  const share = parseShare(stated);
  if (from === undefined || to === undefined || from === to || share === undefined)
    return undefined;
  if (days === undefined) return { from, to, share };
  if (!Array.isArray(days) || days.length === 0) return undefined;
  const named = week.filter((day) => days.includes(day));
  return named.length === days.length ? { days: named, from, to, share } : undefined;
}

/** `8`, `8:00`, `0800` and `08:00` are one time; 24:00 is the end of a day. */
function clockOf(stated: unknown): string | undefined {
  if (typeof stated !== "string") return undefined;
  const [, hour, minute = "00"] = /^(\d{1,2})(?::?(\d{2}))?$/.exec(stated.trim()) ?? [];
  if (hour === undefined) return undefined;
  const time = hour.padStart(2, "0") + minute;
  return /^(?:[01]\d|2[0-3])[0-5]\d$|^2400$/.test(time) ? time : undefined;
}

/** `mon-fri`, `sat,sun` cannot stand in a list of pairs, so days are also joined by `/`. */
function daysIn(word: string): readonly string[] {
  const [first = "", last] = word.split("-");
  if (last === undefined) return word.split("/");
  const [from, to] = [first, last].map((day) => week.indexOf(day));
  if (from === undefined || to === undefined || from < 0 || to < 0) return [];
  return from <= to ? week.slice(from, to + 1) : [...week.slice(from), ...week.slice(0, to + 1)];
}
