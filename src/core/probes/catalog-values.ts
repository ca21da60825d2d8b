import type { Catalog } from "../catalog/catalog.ts";
import type { Property, PropertyValue } from "../catalog/property.ts";
import { dossiersOf } from "../evidence/dossiers.ts";
import type { IsoDate } from "../units.ts";
import type { ProbeClaim } from "./probe-claims.ts";
import { probes } from "./probes.ts";

/** What the catalog holds of a property that a probe speaks for. */
export interface CatalogValue {
  readonly property: Property;
  readonly value: PropertyValue;
  /** Short names of those who say so. */
  readonly sources: readonly string[];
}

/**
 * Of a route, what is published of all that probes speak for; nothing for a route it has not. What the
 * team found out before is left aside.
 */
export function catalogValues(
  catalog: Catalog,
  route: string,
  asOf: IsoDate,
): readonly CatalogValue[] {
  const entry = catalog.routes.find(({ id }) => id === route);
  const dossier = entry && dossiersOf(catalog, asOf).of(entry.model);
  const found = dossier?.routes.find((each) => each.entry.id === route);
  if (found === undefined) return [];
  const asked = new Set(probes.flatMap(({ speaksFor }) => speaksFor?.property ?? []));
  return [...asked].flatMap((property): CatalogValue[] => {
    const fact = found.fact(property);
    if (fact.state !== "known") return [];
    const published = [fact, ...fact.overruled].find((each) =>
      each.sources.every(({ kind }) => kind !== "own-evidence"),
    );
    if (published === undefined) return [];
    const sources = [...new Set(published.sources.map(({ name }) => name))];
    return [{ property, value: published.value, sources }];
  });
}

/** Where what was measured is not what the catalog holds. */
export interface Disagreement {
  readonly claim: ProbeClaim;
  readonly catalog: CatalogValue;
}

/** Counts of tokens that lie so near each other agree: a template takes some, and steps are coarse. */
const countsAgreeWithin = 0.05;

export function disagreements(
  claims: readonly ProbeClaim[],
  values: readonly CatalogValue[],
): readonly Disagreement[] {
  return claims.flatMap((claim) => {
    const catalog = values.find(({ property }) => property === claim.property);
    if (catalog === undefined || agrees(claim.value, catalog.value)) return [];
    return [{ claim, catalog }];
  });
}

function agrees(measured: boolean | number, listed: PropertyValue): boolean {
  if (typeof measured !== "number" || typeof listed !== "number") return measured === listed;
  return Math.abs(measured - listed) <= countsAgreeWithin * listed;
}
