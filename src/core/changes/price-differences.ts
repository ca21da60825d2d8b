import type { Conditions } from "../catalog/conditions.ts";
import { comparableKey } from "../catalog/conditions-key.ts";
import type { RouteDossier } from "../catalog/dossier.ts";
import type { PropertyValue } from "../catalog/property.ts";
import type { PriceRow } from "../cost/price-row.ts";
import { type Fact, known, unknown } from "../evidence/fact.ts";
import { groupBy } from "../group-by.ts";
import type { Difference } from "./change.ts";
import { pairUp } from "./pair-up.ts";
import { isSameFact } from "./same-fact.ts";

/** Each meter under each condition: dearer, cheaper, newly stated, no longer stated. */
export function priceDifferences(before: RouteDossier, after: RouteDossier): readonly Difference[] {
  const { id, model } = after.entry;
  return pairUp(rowsByCase(before), rowsByCase(after)).flatMap(([a, b]): readonly Difference[] => {
    const row = b ?? a;
    if (row === undefined) return [];
    const sides = { before: factOf(a), after: factOf(b) };
    if (isSameFact(sides.before, sides.after)) return [];
    const { meter: property, conditions } = row;
    const about = { kind: "price", subject: `route:${id}`, model, property } as const;
    return [{ ...about, ...(conditions === undefined ? {} : { conditions }), ...sides }];
  });
}

/** By meter and conditions; the upper end of a context tier moves with the next tier and does not count. */
function rowsByCase({ prices }: RouteDossier): ReadonlyMap<string, PriceRow> {
  const keyOf = ({ meter, conditions }: PriceRow) =>
    `${meter} ${comparableKey(withoutEnd(conditions))}`;
  const first = [...groupBy(prices, keyOf)].flatMap(([key, rows]) =>
    rows[0] === undefined ? [] : [[key, rows[0]] as const],
  );
  return new Map(first);
}

function withoutEnd({ maxPromptTokensInclusive: _, ...rest }: Conditions = {}): Conditions {
  return rest;
}

function factOf(row: PriceRow | undefined): Fact<PropertyValue> {
  if (row === undefined) return unknown("no stated price is in force");
  const { amount, sources, disputedWith = [] } = row;
  if (disputedWith.length === 0) return known(amount, sources);
  const values = [amount, ...disputedWith].map((value) => ({ value, sources }));
  return { state: "disputed", values };
}
