import { dayAfter } from "../calendar.ts";
import type { ModelDossier } from "../catalog/dossier.ts";
import type { Comparison } from "../compare/comparison.ts";
import type { IsoDate } from "../units.ts";

/** Prices and models move every few weeks; a quarter is long enough to forget and short enough to mend. */
export const usualDays = 90;
/** A move takes time: it should be looked at this long before its model ends. */
export const daysBeforeRetirement = 60;

export interface Review {
  readonly on: IsoDate;
  readonly because: string;
}

/** When a decision should be looked at again: within a quarter, and well before what it names ends. */
export function reviewOf(
  { verdict, asOf }: Pick<Comparison, "verdict" | "asOf">,
  dossiers: readonly ModelDossier[],
): Review {
  const usual = { on: dayAfter(asOf, usualDays), because: `${usualDays} days after the decision` };
  const tomorrow = dayAfter(asOf, 1);
  const ends = dossiers.flatMap(({ entry: { id, name }, lifecycle: { retiresOn } }) => {
    if (retiresOn === undefined || retiresOn <= asOf) return [];
    const because = `${name} retires on ${retiresOn}`;
    if (id === verdict.otherwise) return [{ on: retiresOn, because }];
    if (id !== verdict.choice) return [];
    const early = dayAfter(retiresOn, -daysBeforeRetirement);
    return [
      {
        on: early > tomorrow ? early : tomorrow,
        because: `${because}, and a move takes time`,
      },
    ];
  });
  return [usual, ...ends].reduce((first, each) => (each.on < first.on ? each : first));
}
