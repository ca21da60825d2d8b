import { describe, expect, test } from "vitest";
import { catalog, day } from "../../../test/properties/whole-catalog.ts";
import { defaultTraffic } from "../cost/traffic.ts";
import { providerDocument } from "../report/provider-document.ts";
import { providerOverview } from "./provider-overview.ts";

const asked = { asOf: day, traffic: defaultTraffic };
const overviews = catalog.providers.map((each) => providerOverview(catalog, each, asked));

describe("the overview of a provider", () => {
  test("holds each of its routes once", () => {
    const ids = overviews.flatMap(({ routes }) => routes.map(({ id }) => id));
    expect(ids.length).toBe(catalog.routes.length);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test("calls a model its own only where nobody else sells it", () => {
    for (const { provider, alone } of overviews) {
      for (const { model } of alone) {
        const sellers = catalog.routes.filter((route) => route.model === model);
        expect(new Set(sellers.map((route) => route.provider))).toEqual(new Set([provider.id]));
      }
    }
  });

  test("counts each route that is not retired once in each of its terms", () => {
    for (const { terms, counts } of overviews) {
      for (const { values } of terms) {
        const told = values.reduce((sum, { routes }) => sum + routes, 0);
        expect(told).toBe(counts.routes - counts.retired);
      }
    }
  });

  test("puts the cheapest route for the traffic first, and what cannot be priced after it", () => {
    for (const { routes } of overviews) {
      const bills = routes.flatMap(({ monthlyUsd }) => monthlyUsd ?? []);
      expect(bills).toEqual([...bills].sort((a, b) => a - b));
    }
  });

  test("leads from each route to its model", () => {
    const [overview] = overviews.filter(({ provider }) => provider.id === "deepinfra");
    if (overview === undefined) throw new Error("no such provider");
    const { blocks } = providerDocument(overview, { brief: false, withSources: true });
    const targets = [...JSON.stringify(blocks).matchAll(/"kind":"model","id":"([^"]+)"/g)];
    const named = new Set(targets.map(([, id]) => id));
    expect(overview.routes.filter(({ model }) => !named.has(model))).toEqual([]);
  });
});
