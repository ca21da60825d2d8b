import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { catalog } from "../../../test/properties/whole-catalog.ts";
import type { IdentityIndex } from "../identity/identifier.ts";
import type { Target } from "../report/document.ts";
import { modelsOfSlug } from "./models-of-slug.ts";
import { addressOf, comparisonSlug } from "./page-address.ts";

const ids = catalog.models.map(({ id }) => id);

/** Models that exist nowhere, by their ids. */
function indexOf(...modelIds: readonly string[]): IdentityIndex {
  const models = modelIds.map((id) => {
    const maker = id.slice(0, id.indexOf("/"));
    return { id, name: id, maker, makerName: maker, isAuthored: true };
  });
  return { models, aliases: new Map(modelIds.map((id) => [id, id])) };
}

describe("the address of a page", () => {
  test.each`
    target                                                                   | address                                   | because
    ${{ kind: "model", id: "openai/gpt-4.1" }}                               | ${"/models/openai/gpt-4.1"}               | ${"a model has a page below its maker"}
    ${{ kind: "model", id: "openai/gpt-4.1", property: "limit.context" }}    | ${"/models/openai/gpt-4.1#limit.context"} | ${"a fact is a place on the page of its model"}
    ${{ kind: "provider", id: "deepinfra" }}                                 | ${"/providers/deepinfra"}                 | ${"a provider has a page"}
    ${{ kind: "benchmark", id: "terminal-bench-2.1" }}                       | ${"/benchmarks/terminal-bench-2.1"}       | ${"a benchmark has a page"}
    ${{ kind: "comparison", models: ["qwen/qwen3.5-4b", "openai/gpt-4.1"] }} | ${"/compare/gpt-4.1-vs-qwen3.5-4b"}       | ${"the alphabet orders the models, not the question"}
    ${{ kind: "address", url: "https://example.com/a" }}                     | ${"https://example.com/a"}                | ${"an address is its own"}
    ${{ kind: "address", url: "javascript:alert(1)" }}                       | ${undefined}                              | ${"what is no address of a page is not followed"}
    ${{ kind: "model", id: "openai/gpt-400" }}                               | ${undefined}                              | ${"nobody knows the model"}
    ${{ kind: "provider", id: "nobody" }}                                    | ${undefined}                              | ${"nobody knows the provider"}
    ${{ kind: "comparison", models: ["openai/gpt-4.1"] }}                    | ${undefined}                              | ${"one model is no comparison"}
    ${{ kind: "comparison", models: ["openai/gpt-4.1", "openai/gpt-4.1"] }}  | ${undefined}                              | ${"a model is not compared with itself"}
  `("is $address: $because", ({ target, address }: { target: Target; address?: string }) => {
    expect(addressOf(catalog, target)).toBe(address);
  });

  test("can be written into any link, whatever the id holds", () => {
    const odd = { ...indexOf("a b/ü?#%"), providers: [], benchmarks: [] };
    expect(addressOf(odd, { kind: "model", id: "a b/ü?#%" })).toBe("/models/a%20b/%C3%BC%3F%23%25");
  });

  test("is safe in a link for everything the catalog holds", () => {
    const targets: readonly Target[] = [
      ...ids.map((id) => ({ kind: "model", id }) as const),
      ...catalog.providers.map(({ id }) => ({ kind: "provider", id }) as const),
      ...catalog.benchmarks.map(({ id }) => ({ kind: "benchmark", id }) as const),
    ];
    const addresses = targets.map((target) => addressOf(catalog, target) ?? "");
    expect(addresses.filter((each) => !/^\/[a-z]+\/[\w.~%/-]+$/.test(each))).toEqual([]);
    expect(new Set(addresses).size).toBe(targets.length);
  });
});

describe("the slug of a comparison", () => {
  test.each([2, 3, 5])("of any %i models of the catalog leads back to them", (count) => {
    const models = fc.uniqueArray(fc.constantFrom(...ids), { minLength: count, maxLength: count });
    fc.assert(
      fc.property(models, (asked) => {
        const slug = comparisonSlug(catalog, asked) ?? "";
        const address = `/compare/${slug}`;
        expect(address).toMatch(/^\/compare\/[\w.~-]+$/);
        const meant = modelsOfSlug(catalog, slug);
        expect(meant).toMatchObject({ ok: true, value: { isCanonical: true, address } });
        expect(meant.ok ? [...meant.value.models].sort() : []).toEqual([...asked].sort());
      }),
      { seed: 20261120, numRuns: 400 },
    );
  });

  test("names the maker where two makers share a name", () => {
    const shared = indexOf("a/one", "b/one", "b/two");
    expect(comparisonSlug(shared, ["b/two", "b/one"])).toBe("b.one-vs-two");
    expect(modelsOfSlug(shared, "b.one-vs-two")).toMatchObject({
      value: { models: ["b/one", "b/two"], isCanonical: true },
    });
  });

  test("tells models apart whose names hold the joint themselves", () => {
    const tricky = indexOf("a/one", "a/two", "a/one-vs-two", "a/three");
    const slug = comparisonSlug(tricky, ["a/three", "a/one-vs-two"]);
    expect(slug).toBe("a.one-vs-two-vs-three");
    expect(modelsOfSlug(tricky, "a.one-vs-two-vs-three")).toMatchObject({
      value: { models: ["a/one-vs-two", "a/three"] },
    });
    expect(modelsOfSlug(tricky, "one-vs-three-vs-two")).toMatchObject({
      value: { models: ["a/one", "a/three", "a/two"], isCanonical: true },
    });
  });

  test.each`
    slug                                   | because
    ${"qwen3.5-4b-vs-gpt-4.1"}             | ${"the order is another"}
    ${"openai/gpt-4.1-vs-qwen/qwen3.5-4b"} | ${"ids are longer than need be"}
    ${"GPT-4.1-vs-Qwen3.5 4B"}             | ${"people write it so"}
    ${"gpt-4.1-2025-04-14-vs-qwen3.5-4b"}  | ${"the API calls it so"}
  `("has one address, to which $slug is sent on: $because", ({ slug }: { slug: string }) => {
    expect(modelsOfSlug(catalog, slug)).toEqual({
      ok: true,
      value: {
        models: ["openai/gpt-4.1", "qwen/qwen3.5-4b"],
        isCanonical: false,
        address: "/compare/gpt-4.1-vs-qwen3.5-4b",
      },
    });
  });

  test.each`
    slug                                | problem
    ${"gpt-4.1"}                        | ${{ code: "too-few-models", given: 1 }}
    ${""}                               | ${{ code: "too-few-models", given: 1 }}
    ${"gpt-4.1-vs-openai/gpt-4.1"}      | ${{ code: "same-model-twice", model: "openai/gpt-4.1" }}
    ${"gpt-4.1-vs-no-such-thing"}       | ${{ code: "model-not-found", asked: "no-such-thing" }}
    ${`gpt-4.1${"-vs-x".repeat(9999)}`} | ${{ code: "invalid-input", where: "models" }}
    ${`gpt-4.1-vs-${"x".repeat(9999)}`} | ${{ code: "model-not-found" }}
  `("$problem.code is said of a slug that means no comparison", ({ slug, problem }) => {
    expect(modelsOfSlug(catalog, slug)).toMatchObject({ ok: false, problem });
  });
});
