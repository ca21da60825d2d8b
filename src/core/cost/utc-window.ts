import type { Conditions } from "../catalog/conditions.ts";
import type { BusyHours } from "./traffic.ts";

/** A moment of the week in UTC: the day `mon` to `sun`, when it is known, and the time `HHMM`. */
export interface UtcMoment {
  readonly utcTime: string;
  readonly utcDay?: string | undefined;
}

const weekDays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;

/** Minutes since midnight of `HHMM` or `HH:MM`; undefined when it is no time of day. */
function minutesOfDay(time: string): number | undefined {
  const match = /^([01]\d|2[0-4]):?([0-5]\d)$/.exec(time);
  if (match === null) return undefined;
  const minutes = Number(match[1]) * 60 + Number(match[2]);
  return minutes <= 1440 ? minutes : undefined;
}

/**
 * Whether the conditions hold at the moment. A window may wrap midnight; its days are the days of
 * the moment itself. A window whose day is unknown is taken to hold.
 */
export function isInUtcWindow(conditions: Conditions, { utcTime, utcDay }: UtcMoment): boolean {
  const { utcDays, utcWindow } = conditions;
  if (utcDays !== undefined && utcDay !== undefined && !utcDays.includes(utcDay)) return false;
  if (utcWindow === undefined) return true;
  const at = minutesOfDay(utcTime);
  const from = minutesOfDay(utcWindow[0]);
  const to = minutesOfDay(utcWindow[1]);
  if (at === undefined || from === undefined || to === undefined) return false;
  return from <= to ? from <= at && at < to : from <= at || at < to;
}

/** A stretch of the week in which no window opens or closes. */
interface WeekSlice {
  readonly moment: UtcMoment;
  /** Whole: minutes of an even week, else parts of what comes in the week. */
  readonly weight: number;
}

/** The week cut where any of the windows may open or close, each slice with what comes in it. */
export function weekSlices(
  windows: readonly Conditions[],
  busy: readonly BusyHours[] = [],
): readonly WeekSlice[] {
  const used = busy.map(asWindow);
  const slices = evenSlices([...windows, ...used]);
  if (busy.length === 0) return slices.map(({ moment, minutes }) => ({ moment, weight: minutes }));
  const inWindow = used.map((window) => (moment: UtcMoment) => isInUtcWindow(window, moment));
  const lengths = inWindow.map((holds) =>
    totalMinutes(slices.filter(({ moment }) => holds(moment))),
  );
  const rest = 1 - busy.reduce((sum, { share }) => sum + share, 0);
  return slices.map(({ moment, minutes }) => {
    const share = busy.reduce(
      (sum, window, index) =>
        inWindow[index]?.(moment) ? sum + (window.share * minutes) / (lengths[index] ?? 1) : sum,
      (Math.max(0, rest) * minutes) / minutesOfWeek,
    );
    return { moment, weight: Math.round(share * partsOfWeek) };
  });
}

const minutesOfWeek = 10_080;
/** Fine enough that a rounded part moves no bill by a millionth. */
const partsOfWeek = 1e12;

function asWindow({ days, from, to }: BusyHours): Conditions {
  return { utcWindow: [from, to], ...(days === undefined ? {} : { utcDays: days }) };
}

function totalMinutes(slices: readonly { readonly minutes: number }[]): number {
  return slices.reduce((sum, { minutes }) => sum + minutes, 0);
}

function evenSlices(
  windows: readonly Conditions[],
): readonly { readonly moment: UtcMoment; readonly minutes: number }[] {
  const edges = new Set([0, 1440]);
  for (const { utcWindow } of windows) {
    for (const time of utcWindow ?? []) edges.add(minutesOfDay(time) ?? 0);
  }
  const sorted = [...edges].sort((a, b) => a - b);
  const slices = sorted.slice(0, -1).map((from, index) => ({
    utcTime: `${two(Math.floor(from / 60))}${two(from % 60)}`,
    minutes: (sorted[index + 1] ?? 1440) - from,
  }));
  return weekDays.flatMap((utcDay) =>
    slices.map(({ utcTime, minutes }) => ({ moment: { utcTime, utcDay }, minutes })),
  );
}

function two(figure: number): string {
  return String(figure).padStart(2, "0");
}
