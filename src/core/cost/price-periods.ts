import { daysBetween } from "../calendar.ts";
import type { Claim } from "../evidence/claim.ts";
import type { IsoDate } from "../units.ts";
import type { Period } from "./bill-lines.ts";
import type { PriceSchedule } from "./price-row.ts";

/** A calendar month, `2026-12`, as its first day and the first day after it. */
export function monthDays(month: string): { readonly from: IsoDate; readonly to: IsoDate } {
  const [year = 0, number = 1] = month.split("-").map(Number);
  const next =
    number === 12
      ? `${year + 1}-01`
      : `${month.slice(0, 4)}-${String(number + 1).padStart(2, "0")}`;
  return { from: `${month}-01`, to: `${next}-01` };
}

/** Days after the first and before the last on which a claimed price starts or ends. */
export function priceChangeDays(
  claims: readonly Claim[],
  from: IsoDate,
  to: IsoDate,
): readonly IsoDate[] {
  const days = claims
    .filter(({ property }) => property.startsWith("price."))
    .flatMap(({ effectiveFrom, effectiveTo }) => [effectiveFrom, effectiveTo])
    .filter((day) => day !== undefined && day > from && day < to);
  return [...new Set(days)].filter((day) => day !== undefined).sort();
}

/** The month cut at the days on which prices change; use comes evenly on its days. */
export function periodsOf(
  month: string,
  changes: readonly IsoDate[],
  scheduleOn: (day: IsoDate) => PriceSchedule,
): readonly Period[] {
  const { from, to } = monthDays(month);
  const cuts = [from, ...changes.filter((day) => day > from && day < to)];
  const stretches = cuts.map((start, index) => ({ start, schedule: scheduleOn(start), index }));
  const joined = stretches.filter(
    ({ schedule, index }) =>
      index === 0 || !isSamePrice(schedule, stretches[index - 1]?.schedule ?? []),
  );
  const of = BigInt(daysBetween(from, to));
  return joined.map(({ start, schedule }, index) => {
    const end = joined[index + 1]?.start ?? to;
    const parts = BigInt(daysBetween(start, end));
    const label = joined.length === 1 ? "" : index === 0 ? `before ${end}` : `from ${start}`;
    return { schedule, share: { parts, of }, label };
  });
}

/** Whether both ask the same for everything, whoever says so. */
export function isSamePrice(a: PriceSchedule, b: PriceSchedule): boolean {
  return amountsOf(a) === amountsOf(b);
}

function amountsOf(schedule: PriceSchedule): string {
  return schedule
    .map(({ meter, amount, conditions, disputedWith }) =>
      JSON.stringify([meter, amount, conditions, disputedWith]),
    )
    .sort()
    .join();
}
