import { describe, expect, test } from "vitest";
import { sourceOf } from "../../../test/builders/source-of.ts";
import { catalogFrom } from "../catalog/catalog-from.ts";
import type { Claim } from "./claim.ts";
import { dossiersOf } from "./dossiers.ts";
import { findingsAbout } from "./finding.ts";

const policy = sourceOf({ name: "Host policy", kind: "first-party" });
const collector = sourceOf({ name: "collector", kind: "aggregator" });

const own: Claim = {
  subject: "route:host/b",
  property: "route.region",
  value: "us",
  source: collector,
};

const catalog = catalogFrom({
  models: [{ id: "acme/m", name: "M", maker: "acme", makerName: "Acme", isAuthored: true }],
  providers: [
    {
      id: "host",
      name: "Host",
      kind: "host",
      apiShapes: [],
      terms: [
        { property: "route.retention_days", value: 30, source: policy, note: "for abuse" },
        { property: "route.region", value: "eu, us", source: policy, except: ["c", "old/*"] },
      ],
    },
  ],
  routes: ["a", "b", "c", "old/d"].map((name) => ({
    id: `host/${name}`,
    provider: "host",
    providerModelId: name,
    model: "acme/m",
  })),
  benchmarks: [],
  claims: [own],
  scores: [],
  aliases: new Map(),
  compiledOn: "2026-11-20",
});

const routes = dossiersOf(catalog, "2026-11-20").of("acme/m").routes;
const factOf = (id: string, property: "route.region" | "route.retention_days") =>
  routes.find(({ entry }) => entry.id === id)?.fact(property);

describe("the terms of a provider", () => {
  test("hold for its routes", () => {
    expect(factOf("host/a", "route.retention_days")).toEqual({
      state: "known",
      value: 30,
      sources: [policy],
      overruled: [],
    });
    expect(factOf("host/a", "route.region")).toMatchObject({ value: "eu, us" });
  });

  test("give way to what is said of the route itself, by whomever", () => {
    expect(factOf("host/b", "route.region")).toMatchObject({ value: "us", sources: [collector] });
    expect(factOf("host/b", "route.retention_days")).toMatchObject({ value: 30 });
  });

  test("leave the named exceptions unknown", () => {
    expect(factOf("host/c", "route.region")).toMatchObject({ state: "unknown" });
    expect(factOf("host/old/d", "route.region")).toMatchObject({ state: "unknown" });
  });

  test("are explained like any claim, with their source and note", () => {
    const findings = findingsAbout("route:host/a", catalog, "2026-11-20");
    expect(findings.map(({ property, value }) => [property, value])).toEqual([
      ["route.region", "eu, us"],
      ["route.retention_days", 30],
    ]);
    expect(findings[1]?.claims[0]).toMatchObject({
      standing: "holds",
      note: "for abuse",
      source: policy,
    });
  });
});
