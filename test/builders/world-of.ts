import type { Catalog } from "../../src/core/catalog/catalog.ts";
import { type CatalogContent, catalogFrom } from "../../src/core/catalog/catalog-from.ts";
import type { RouteEntry, Score } from "../../src/core/catalog/entries.ts";
import type { Property, PropertyValue } from "../../src/core/catalog/property.ts";
import type { Claim, Subject } from "../../src/core/evidence/claim.ts";
import { sourceOf } from "./source-of.ts";

/** One model sold by its maker; what is given comes on top, or instead. */
export interface GivenWorld {
  readonly claims?: readonly Claim[];
  readonly scores?: readonly Score[];
  readonly models?: readonly string[];
  readonly routes?: readonly RouteEntry[];
  readonly compiledOn?: string;
  readonly modelName?: string;
}

export const brick = "model:acme/brick";
export const brickRoute = "route:acme/brick";

export function claimOf(
  subject: Subject,
  property: Property,
  value: PropertyValue,
  rest: Partial<Claim> = {},
): Claim {
  return { subject, property, value, source: sourceOf({ name: "Acme" }), ...rest };
}

export function routeEntry(id: string, model = "acme/brick"): RouteEntry {
  const [provider = "", ...rest] = id.split("/");
  return { id, provider, providerModelId: rest.join("/"), model };
}

export function worldOf(given: GivenWorld = {}): Catalog {
  const { models = ["acme/brick"], routes = [routeEntry("acme/brick")] } = given;
  const content: CatalogContent = {
    compiledOn: given.compiledOn ?? "2026-11-20",
    models: models.map((id) => ({
      id,
      name: given.modelName ?? id.slice(id.indexOf("/") + 1),
      maker: "acme",
      makerName: "Acme",
      isAuthored: true,
    })),
    providers: [{ id: "acme", name: "Acme", kind: "first-party", apiShapes: [] }],
    routes,
    benchmarks: [],
    claims: given.claims ?? [],
    scores: given.scores ?? [],
    aliases: new Map(),
  };
  return catalogFrom(content);
}
