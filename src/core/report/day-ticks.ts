import { daysBetween } from "../calendar.ts";
import type { IsoDate } from "../units.ts";

/** A day worth naming on an axis of days: `2026`, `2026-08`, `2026-08-17`. */
export interface DayTick {
  readonly day: IsoDate;
  readonly text: string;
}

/** Months between ticks; each divides a year, so that ticks fall on the same months of every year. */
const strides = [1, 2, 3, 6, 12, 24, 60, 120] as const;

/** A few round days from the first to the last, both included; the two themselves in a short stretch. */
export function dayTicks(from: IsoDate, to: IsoDate, atMost: number): readonly DayTick[] {
  if (daysBetween(from, to) <= 0) return [{ day: from, text: from }];
  for (const stride of strides) {
    const ticks = monthsBetween(from, to, stride);
    if (ticks.length < 2) break;
    if (ticks.length <= atMost) return ticks;
  }
  return [from, to].map((day) => ({ day, text: day }));
}

function monthsBetween(from: IsoDate, to: IsoDate, stride: number): readonly DayTick[] {
  const ticks: DayTick[] = [];
  const first = Math.ceil((monthNumber(from) + (from.slice(8) > "01" ? 1 : 0)) / stride) * stride;
  for (let month = first; month <= monthNumber(to); month += stride) {
    const year = String(Math.floor(month / 12)).padStart(4, "0");
    const text = `${year}-${String((month % 12) + 1).padStart(2, "0")}`;
    ticks.push({ day: `${text}-01`, text: stride % 12 === 0 ? year : text });
  }
  return ticks;
}

function monthNumber(day: IsoDate): number {
  return 12 * Number(day.slice(0, 4)) + Number(day.slice(5, 7)) - 1;
}
