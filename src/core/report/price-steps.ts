import { dayAfter } from "../calendar.ts";
import type { IsoDate } from "../units.ts";
import type { StepChart } from "./chart.ts";
import { formatPriceUsdPerMtok } from "./format.ts";

/** What a route asked over time, the oldest first; amounts are decimal strings, null where unknown. */
export interface PricedPeriods {
  readonly providerName: string;
  readonly periods: readonly {
    /** Null: nobody says since when. */
    readonly from: IsoDate | null;
    readonly inputUsdPerMtok: string | null;
    readonly outputUsdPerMtok: string | null;
  }[];
}

const meters = [
  { field: "outputUsdPerMtok", label: "output" },
  { field: "inputUsdPerMtok", label: "input" },
] as const;

/** Days drawn before the first change, where nobody says since when a price was asked. */
const daysBefore = 30;

/**
 * A route's prices of input and output as steps, up to the day asked or the last change announced.
 * Undefined where no change is dated.
 *
 * @param name the model, as a reader knows it
 */
export function priceSteps(
  { providerName, periods }: PricedPeriods,
  { name, asOf }: { readonly name: string; readonly asOf: IsoDate },
): StepChart | undefined {
  const dated = periods.flatMap(({ from }) => from ?? []);
  const [first, last] = [dated[0], dated.at(-1)];
  if (first === undefined || last === undefined || periods.length < 2) return undefined;
  const isAnnounced = last > asOf;
  const start = periods[0]?.from ?? dayAfter(first, -daysBefore);
  const from = start < asOf ? start : dayAfter(asOf, -daysBefore);
  const to = last < asOf ? asOf : dayAfter(last, daysBefore);
  const lines = meters.flatMap(({ field, label }) => {
    const steps = periods.flatMap((period) => {
      const amount = period[field];
      if (amount === null) return [];
      const text = formatPriceUsdPerMtok(amount);
      return [{ day: period.from ?? from, value: Number(amount), text }];
    });
    const changed = steps.filter(({ text }, index) => text !== steps[index - 1]?.text);
    return changed.length === 0 ? [] : [{ label, steps: changed }];
  });
  if (lines.length === 0) return undefined;
  const courses = lines.map(
    ({ label, steps }) => `${label} ${steps.map(({ text }) => text).join(", then ")}`,
  );
  return {
    kind: "steps",
    title: `${name} at ${providerName}, a million tokens: ${courses.join("; ")}`,
    words: `Steps of the price of a million tokens from ${from} to ${to}. ${lines
      .map(
        ({ label, steps }) =>
          `${label}: ${steps.map(({ day, text }) => `${text} from ${day}`).join(", ")}`,
      )
      .join(". ")}.`,
    y: { label: "USD a million tokens", scale: "linear", format: "usdPerMtok" },
    from,
    to,
    ...(isAnnounced ? { mark: { day: asOf, label: asOf } } : {}),
    lines,
  };
}
