import { describe, expect, test } from "vitest";
import type { Claim, Subject } from "../evidence/claim.ts";
import { type CatalogContent, catalogFrom } from "./catalog-from.ts";
import type { Property, PropertyValue } from "./property.ts";
import { type Identify, withClaims } from "./with-claims.ts";

const content: CatalogContent = {
  models: [{ id: "qwen/small", name: "Small", maker: "qwen", makerName: "Qwen", isAuthored: true }],
  providers: [{ id: "shop", name: "Shop", kind: "host", apiShapes: [] }],
  routes: [
    { id: "shop/Qwen/Small", provider: "shop", providerModelId: "Qwen/Small", model: "qwen/small" },
  ],
  benchmarks: [],
  scores: [],
  claims: [claim("route:shop/Qwen/Small", "price.input", "1")],
  aliases: new Map(),
  hash: "abc",
  compiledOn: "2026-11-20",
};
const catalog = catalogFrom(content);
const identify: Identify = (name) => ({
  model: name.toLowerCase().endsWith("small") ? "qwen/small" : null,
});

describe("claims laid over a catalog", () => {
  test("stand beside what is known, and the catalog itself stays as it was", () => {
    const laid = lay([claim("route:shop/Qwen/Small", "price.input", "0.5")]);
    expect(values(laid, "route:shop/Qwen/Small")).toEqual(["0.5", "1"]);
    expect(values(catalog, "route:shop/Qwen/Small")).toEqual(["1"]);
  });

  test("find their subject whatever its letter case", () => {
    const laid = lay([claim("route:SHOP/qwen/small", "price.input", "0.5")]);
    expect(values(laid, "route:shop/Qwen/Small")).toEqual(["0.5", "1"]);
    expect(laid.routes).toHaveLength(1);
  });

  test("make an unlisted route of a new provider known, when its name tells the model", () => {
    const laid = lay([claim("route:ours/small", "price.input", "0")]);
    expect(laid.routes.map(({ id, model }) => ({ id, model }))).toContainEqual({
      id: "ours/small",
      model: "qwen/small",
    });
    expect(laid.providers.map(({ id }) => id)).toEqual(["ours", "shop"]);
  });

  test("may say themselves which model an unlisted route serves", () => {
    const laid = lay([
      claim("route:shop/deployment-7", "price.input", "0.2"),
      claim("route:shop/deployment-7", "route.base_model", "qwen/small"),
    ]);
    expect(laid.routes.find(({ id }) => id === "shop/deployment-7")?.model).toBe("qwen/small");
  });

  test("about a route whose model nobody can tell are refused with the line to add", () => {
    const outcome = withClaims(
      catalog,
      [claim("route:shop/deployment-7", "price.input", "1")],
      identify,
    );
    expect(outcome.ok ? undefined : outcome.problem).toMatchObject({
      code: "file-invalid",
      found: "route:shop/deployment-7",
      expected: expect.stringContaining("route.base_model"),
    });
  });

  test("about an unknown model are refused with the nearest names", () => {
    const outcome = withClaims(catalog, [claim("model:qwen/smal", "limit.context", 1)], identify);
    expect(outcome.ok ? undefined : outcome.problem).toEqual({
      code: "model-not-found",
      asked: "qwen/smal",
      closest: ["qwen/small"],
    });
  });

  test("change the hash, the same claims in any order to the same hash", () => {
    const a = claim("route:shop/Qwen/Small", "price.input", "0.5");
    const b = claim("route:shop/Qwen/Small", "price.output", "2");
    const hashes = [lay([a]), lay([b]), lay([a, b]), lay([b, a])].map(({ hash }) => hash);
    expect(hashes.every((hash) => hash.startsWith("abc+"))).toBe(true);
    expect(new Set(hashes).size).toBe(3);
    expect(lay([]).hash).toBe("abc");
  });
});

function lay(claims: readonly Claim[]) {
  const outcome = withClaims(catalog, claims, identify);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem));
  return outcome.value;
}

function values(of: typeof catalog, subject: Subject): readonly PropertyValue[] {
  return of.claimsAbout(subject).map(({ value }) => value);
}

function claim(subject: Subject, property: Property, value: PropertyValue): Claim {
  return {
    subject,
    property,
    value,
    source: {
      name: "contract 2026-14",
      ref: "contract 2026-14",
      kind: "own-facts",
      observedOn: "2026-11-01",
      confidence: "high",
      lineage: "own",
    },
  };
}
