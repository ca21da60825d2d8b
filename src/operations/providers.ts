import { z } from "zod";
import type { ProviderEntry } from "../core/catalog/entries.ts";
import type { Block, Document } from "../core/report/document.ts";
import { linkTo } from "../core/report/linked.ts";
import { Facts, Limit, Search } from "./inputs.ts";
import * as listing from "./listing.ts";
import { defineOperation, type ReportOptions } from "./operation.ts";
import { listHead } from "./outputs.ts";

export interface ProviderList extends listing.ListHead {
  /** Without their terms: `explain` gives those of a route, with their sources. */
  readonly providers: readonly (Omit<ProviderEntry, "terms"> & { readonly routes: number })[];
}

export const providers = defineOperation({
  name: "providers",
  summary: "List who serves models, of what kind, and where the prices stand.",
  input: z.strictObject({
    search: Search.optional(),
    limit: Limit.optional(),
    facts: Facts.optional(),
  }),
  output: z.looseObject({
    ...listHead,
    providers: z.array(
      z.looseObject({ id: z.string(), name: z.string(), kind: z.string(), routes: z.number() }),
    ),
  }),
  async run({ search, limit, facts }, deps) {
    const opened = await deps.catalog(facts ?? []);
    if (!opened.ok) return opened;
    const catalog = opened.value;
    const routeCounts = new Map<string, number>();
    for (const { provider } of catalog.routes) {
      routeCounts.set(provider, (routeCounts.get(provider) ?? 0) + 1);
    }
    const matching = catalog.providers.filter(({ id, name, kind }) =>
      listing.matches(search, [id, name, kind]),
    );
    const shown = matching.slice(0, limit).map(({ terms: _terms, ...provider }) => ({
      ...provider,
      routes: routeCounts.get(provider.id) ?? 0,
    }));
    const counts = {
      total: catalog.providers.length,
      matching: matching.length,
      shown: shown.length,
    };
    const value: ProviderList = {
      catalog: listing.catalogStamp(catalog),
      counts,
      providers: shown,
    };
    return { ok: true, value };
  },
  report,
});

function report(list: ProviderList, { withSources }: ReportOptions): Document {
  const rows = list.providers.map(({ id, name, kind, routes }) => [
    [linkTo({ kind: "provider", id }, id)],
    name,
    kind,
    String(routes),
  ]);
  const columns = [
    { header: "Provider", align: "left" },
    { header: "Name", align: "left" },
    { header: "Kind", align: "left" },
    { header: "Routes", align: "right" },
  ] as const;
  return {
    title: "Providers",
    stamp: listing.stampOf(list),
    blocks: [
      listing.countBlock(list, "providers"),
      ...(rows.length === 0 ? [] : [{ kind: "table" as const, columns, rows }]),
      ...(withSources ? pricePages(list) : []),
    ],
  };
}

function pricePages(list: ProviderList): readonly Block[] {
  const lines = list.providers.flatMap(({ name, pricingUrl }) =>
    pricingUrl === undefined ? [] : [`${name}: ${pricingUrl}`],
  );
  return [
    { kind: "heading", text: "Where the prices stand" },
    { kind: "list", lines },
  ];
}
