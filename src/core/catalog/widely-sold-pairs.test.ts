import { describe, expect, it } from "vitest";
import { widelySold, widelySoldPairs } from "./widely-sold-pairs.ts";

const entry = (id: string) => ({ id, name: id, maker: "m", makerName: "M", isAuthored: true });
const route = (provider: string, model: string) => ({
  id: `${provider}/${model}`,
  provider,
  providerModelId: model,
  model,
});
const related = (...models: readonly string[]) =>
  models.map((model) => ({ model, because: "", sources: [] }));

const catalog = {
  models: ["m/a", "m/b", "m/c", "m/d", "m/unsold"].map(entry),
  routes: [
    ...["one", "two", "three"].map((provider) => route(provider, "m/b")),
    ...["one", "two"].map((provider) => route(provider, "m/a")),
    route("one", "m/c"),
    { ...route("one", "m/c"), id: "one/m/c-fast" },
    route("one", "m/d"),
  ],
  relatedTo: (model: string) =>
    model === "m/b" ? [related("m/d"), related("m/b", "m/a")] : [related("m/b"), related("m/c")],
};

describe("models by how many sell them", () => {
  it("come most widely sold first, by id where as many do, and unsold ones not at all", () => {
    expect(widelySold(catalog)).toEqual(["m/b", "m/a", "m/c", "m/d"]);
  });
});

describe("pairs of widely sold models", () => {
  it("take the nearest in price first, and each model once", () => {
    expect(widelySoldPairs(catalog, 5)).toEqual([
      ["m/b", "m/a"],
      ["m/d", "m/c"],
    ]);
  });
});
