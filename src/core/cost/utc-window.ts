import type { Conditions } from "../catalog/conditions.ts";

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

/** Moments at which any of the windows may open or close over a week, each with its minutes. */
export function weekSlices(
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
