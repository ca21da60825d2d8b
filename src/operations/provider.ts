import { z } from "zod";
import type { Catalog } from "../core/catalog/catalog.ts";
import type { ProviderEntry } from "../core/catalog/entries.ts";
import { defaultTraffic } from "../core/cost/traffic.ts";
import { TrafficInput } from "../core/cost/traffic-input.ts";
import { closestNames } from "../core/identity/closest-names.ts";
import { providerOverview } from "../core/overview/provider-overview.ts";
import type { Outcome } from "../core/problems/problem.ts";
import { providerDocument } from "../core/report/provider-document.ts";
import { AsOf, Facts, Word } from "./inputs.ts";
import { defineOperation } from "./operation.ts";
import { CatalogName, Day, NumberOrNull, Sources, Value } from "./outputs.ts";

export const provider = defineOperation({
  name: "provider",
  summary: "Show what a provider sells, at what prices, on what terms, and what it alone serves.",
  input: z.strictObject({
    id: Word.describe("The id or the name of a provider: `deepinfra`."),
    traffic: TrafficInput.optional(),
    asOf: AsOf.optional(),
    facts: Facts.optional(),
  }),
  output: z.looseObject({
    asOf: Day,
    catalog: CatalogName,
    provider: z.looseObject({ id: z.string(), name: z.string(), kind: z.string() }),
    counts: z.looseObject({ routes: z.number(), retired: z.number(), models: z.number() }),
    terms: z.array(z.looseObject({ property: z.string(), values: z.array(z.looseObject({})) })),
    alone: z
      .array(z.looseObject({ model: z.string(), name: z.string() }))
      .describe("Models for which no other provider is known."),
    routes: z.array(
      z.looseObject({
        id: z.string(),
        model: z.string(),
        monthlyUsd: NumberOrNull,
        inputPrice: Value,
        outputPrice: Value,
      }),
    ),
    sources: Sources,
  }),
  async run({ id, traffic = defaultTraffic, asOf, facts }, deps) {
    const opened = await deps.catalog(facts ?? []);
    if (!opened.ok) return opened;
    const found = findProvider(opened.value, id);
    if (!found.ok) return found;
    const asked = { asOf: asOf ?? deps.today(), traffic };
    return { ok: true, value: providerOverview(opened.value, found.value, asked) };
  },
  report: providerDocument,
});

/** By id, else by a name that only one bears. */
function findProvider({ providers }: Catalog, asked: string): Outcome<ProviderEntry> {
  const name = asked.toLowerCase();
  const byId = providers.find(({ id }) => id.toLowerCase() === name);
  const named = providers.filter((each) => each.name.toLowerCase() === name);
  const found = byId ?? (named.length === 1 ? named[0] : undefined);
  if (found !== undefined) return { ok: true, value: found };
  const closest = closestNames(providers.map((each) => ({ id: each.id, words: each.id })))(name, 3);
  return { ok: false, problem: { code: "not-found", what: "provider", asked, closest } };
}
