import { type Addressed, addressOf } from "./page-address.ts";

/** Where everything has its page, and the comparisons asked for: kinds in turn, each in the order given. */
export function siteAddresses(
  catalog: Addressed,
  comparisons: readonly (readonly string[])[],
): readonly string[] {
  return [
    ...catalog.models.map(({ id }) => addressOf(catalog, { kind: "model", id })),
    ...catalog.providers.map(({ id }) => addressOf(catalog, { kind: "provider", id })),
    ...catalog.benchmarks.map(({ id }) => addressOf(catalog, { kind: "benchmark", id })),
    ...comparisons.map((models) => addressOf(catalog, { kind: "comparison", models })),
  ].flatMap((address) => address ?? []);
}
