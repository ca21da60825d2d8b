import { describe, expect, test } from "vitest";
import type { Claim } from "../evidence/claim.ts";
import type { Source } from "../evidence/source.ts";
import { type AssembleInput, assemble } from "./assemble.ts";
import type { ListedRoute } from "./listing.ts";

const seller: Source = {
  name: "Acme",
  ref: "https://acme.example/prices",
  kind: "first-party",
  observedOn: "2026-10-01",
  confidence: "high",
  lineage: "Acme",
};
const collector: Source = {
  ...seller,
  name: "List A",
  kind: "aggregator",
  observedOn: "2026-11-01",
};

const authored: AssembleInput = {
  makers: [{ id: "bolt", name: "Bolt & Sons" }],
  models: [],
  providers: [{ id: "router", name: "Router", kind: "router", apiShapes: [] }],
  routes: [],
  benchmarks: [],
  claims: [],
  scores: [],
  listings: [],
};

function listed(providerModelId: string, { name = "", price = "2" } = {}): ListedRoute {
  const id = `router/${providerModelId}`;
  const claim: Claim = {
    subject: `route:${id}`,
    property: "price.input",
    value: price,
    source: collector,
  };
  const route = { id, provider: "router", providerModelId, aliases: [], heldBack: [] };
  return { ...route, claims: [claim], ...(name === "" ? {} : { name }) };
}

const from = (...routes: readonly ListedRoute[]) =>
  assemble({ ...authored, listings: [{ routes, leftOut: [] }] });

describe("a catalog put together from files and listings", () => {
  test("two sellers' routes for one model meet in it, under the plainest name", () => {
    const { content } = from(
      listed("bolt/nut-3-fp8", { name: "Bolt: Nut 3 FP8" }),
      listed("bolt/nut-3", { name: "Bolt: Nut 3 (latest)" }),
    );
    expect(content.models).toEqual([
      {
        id: "bolt/nut-3",
        name: "Nut 3",
        maker: "bolt",
        makerName: "Bolt & Sons",
        isAuthored: false,
      },
    ]);
    expect(content.routes.map(({ model }) => model)).toEqual(["bolt/nut-3", "bolt/nut-3"]);
  });

  test("a route has the spelling and the model that a file gives it", () => {
    const model = {
      id: "bolt/nut",
      name: "Nut",
      maker: "bolt",
      makerName: "Bolt",
      isAuthored: true,
      aliases: [],
    };
    const route = {
      id: "router/Bolt/Nut-3",
      provider: "router",
      providerModelId: "Bolt/Nut-3",
      model: "bolt/nut",
    };
    const listings = [{ routes: [listed("bolt/nut-3")], leftOut: [] }];
    const { content } = assemble({ ...authored, models: [model], routes: [route], listings });
    expect(content.routes).toEqual([route]);
    expect(content.claims.map(({ subject }) => subject)).toEqual(["route:router/Bolt/Nut-3"]);
  });

  test("the precision that a route's name tells is claimed of it", () => {
    const { content } = from(listed("bolt/nut-3-fp8"));
    const said = content.claims.filter(({ property }) => property === "route.quantisation");
    expect(said.map(({ value }) => value)).toEqual(["fp8"]);
  });

  test("a free route says so", () => {
    const { content } = from(listed("bolt/nut-3:free"));
    const status = content.claims.find(({ property }) => property === "route.status");
    expect(status?.value).toBe("free");
  });

  test("what cannot be true is held back, and still shown", () => {
    const { content } = from(listed("bolt/nut-3", { price: "3200" }));
    expect(content.claims).toEqual([]);
    expect(content.quarantined?.map(({ rule }) => rule)).toEqual(["price-beyond-reason"]);
  });

  test("a route that nobody can join is left out with the reason", () => {
    const { content, leftOut } = from(listed("mystery-7"));
    expect(content.routes).toEqual([]);
    expect(leftOut).toEqual([
      { ref: "router/mystery-7", because: "the name does not say whose model it is" },
    ]);
  });

  test("it is of the newest day any source saw", () => {
    const claim: Claim = {
      subject: "route:router/bolt/nut-3",
      property: "price.output",
      value: "4",
      source: seller,
    };
    const listings = [{ routes: [listed("bolt/nut-3")], leftOut: [] }];
    expect(assemble({ ...authored, claims: [claim], listings }).content.compiledOn).toBe(
      "2026-11-01",
    );
  });

  test("faster service under a name of its own is marked on its route", () => {
    const { content } = from(listed("openai/gpt-5.2"), listed("openai/gpt-5.2-fast"));
    const marked = content.claims.filter(({ property }) => property === "route.service");
    expect(content.models.map(({ id }) => id)).toEqual(["openai/gpt-5.2"]);
    expect(marked.map(({ subject, value }) => [subject, value])).toEqual([
      ["route:router/openai/gpt-5.2-fast", "fast"],
    ]);
  });

  test("what a row says of its model is claimed of the model", () => {
    const row = listed("bolt/nut-embed");
    const modelClaims = [
      { property: "model.kind", value: "embedding", source: collector },
    ] as const;
    const { content } = from({ ...row, modelClaims });
    expect(content.claims.find(({ property }) => property === "model.kind")?.subject).toBe(
      "model:bolt/nut-embed",
    );
  });
});
