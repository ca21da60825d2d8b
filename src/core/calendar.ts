import type { IsoDate } from "./units.ts";

const daysBeforeMonth = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334] as const;

/**
 * Whole days from one day to a later one, negative when it is earlier. A month or a year alone
 * (`2026-03`, `2026`) counts from its first day.
 */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return dayNumber(to) - dayNumber(from);
}

const dayNumbers = new Map<IsoDate, number>();

/** A catalog knows a few hundred days, asked for again and again. */
function dayNumber(date: IsoDate): number {
  const known = dayNumbers.get(date);
  if (known !== undefined) return known;
  const number = countDays(date);
  if (dayNumbers.size < 10_000) dayNumbers.set(date, number);
  return number;
}

/** Days of the proleptic Gregorian calendar, counted from an arbitrary start. */
function countDays(date: IsoDate): number {
  const [year = 0, month = 1, day = 1] = date.split("-").map(Number);
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const leapDays =
    Math.floor((year - 1) / 4) - Math.floor((year - 1) / 100) + Math.floor((year - 1) / 400);
  const beforeMonth = (daysBeforeMonth[month - 1] ?? 0) + (isLeap && month > 2 ? 1 : 0);
  return 365 * year + leapDays + beforeMonth + day;
}

/** The day so many days later; earlier when `days` is negative. */
export function dayAfter(date: IsoDate, days: number): IsoDate {
  const target = countDays(date) + days;
  let year = Number(date.slice(0, 4)) + Math.floor(days / 366);
  while (countDays(`${year + 1}-01-01`) <= target) year += 1;
  while (countDays(`${year}-01-01`) > target) year -= 1;
  let month = 12;
  while (countDays(`${year}-${month}-01`) > target) month -= 1;
  const day = target - countDays(`${year}-${month}-01`) + 1;
  return `${year}-${two(month)}-${two(day)}`;
}

const two = (figure: number): string => String(figure).padStart(2, "0");
