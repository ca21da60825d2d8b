import type { Catalog } from "../catalog/catalog.ts";
import type { Claim } from "../evidence/claim.ts";
import { groupBy } from "../group-by.ts";
import { onceFor } from "../once-for.ts";
import type { Side } from "./change.ts";

/**
 * True when nothing about a model can differ between two days of one catalog, because no day that
 * its claims speak of lies between them. Saves settling what cannot have changed.
 */
export function isStill(modelId: string, from: Side, to: Side): boolean {
  if (from.catalog !== to.catalog) return false;
  const [earlier, later] = from.day <= to.day ? [from.day, to.day] : [to.day, from.day];
  const isBetween = (day: unknown) => typeof day === "string" && day > earlier && day <= later;
  const turns = ({ effectiveFrom, effectiveTo, property, value }: Claim) =>
    isBetween(effectiveFrom) ||
    isBetween(effectiveTo) ||
    (dayProperties.has(property) && isBetween(value));
  const { catalog } = to;
  return (
    !catalog.claimsAbout(`model:${modelId}`).some(turns) &&
    !(routesByModel(catalog).get(modelId) ?? []).some(({ id }) =>
      catalog.claimsAbout(`route:${id}`).some(turns),
    )
  );
}

const dayProperties = new Set<Claim["property"]>([
  "model.release_date",
  "model.deprecated_on",
  "model.retires_on",
  "route.retires_on",
]);

const routesByModel = onceFor((catalog: Catalog) => groupBy(catalog.routes, ({ model }) => model));
