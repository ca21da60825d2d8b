import { isProperty, properties } from "../catalog/property.ts";
import { knownValue } from "../evidence/fact.ts";
import type { Difference } from "./change.ts";

/** How far an amount moved, in percent of what it was. Unrounded. */
export function changePercentOf({ property, before, after }: Difference): number | null {
  if (!isProperty(property) || !isAmount(property)) return null;
  const [was, is] = [before, after].map((fact) => Number(knownValue(fact) ?? Number.NaN));
  if (was === undefined || is === undefined || was === 0) return null;
  const percent = (100 * (is - was)) / was;
  return Number.isFinite(percent) ? percent : null;
}

function isAmount(property: keyof typeof properties): boolean {
  return properties[property].type === "money" || properties[property].type === "count";
}
