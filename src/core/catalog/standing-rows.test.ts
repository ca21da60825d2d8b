import { describe, expect, test } from "vitest";
import type { RowStanding } from "./listing.ts";
import { modelClaimsOf, type Served, standingRows } from "./standing-rows.ts";

function served(id: string, model: string, standing?: RowStanding): Served {
  const route = {
    id,
    provider: "acme",
    providerModelId: id.slice("acme/".length),
    aliases: [],
    claims: [],
    heldBack: [],
  };
  return {
    route: standing === undefined ? route : { ...route, standing },
    model,
    attributes: {},
  };
}

const nothing = { models: [], routes: [] };
const idsOf = (rows: readonly Served[]) => rows.map(({ route }) => route.id);

describe("rows that make a route", () => {
  test("hearsay stands where somebody else lists the route", () => {
    const rows = [
      served("acme/nut", "bolt/nut"),
      served("acme/nut", "bolt/nut", "hearsay"),
      served("acme/pin", "bolt/pin", "hearsay"),
    ];
    expect(idsOf(standingRows(rows, nothing))).toEqual(["acme/nut", "acme/nut"]);
  });

  test("a former name stands where nothing else names the model", () => {
    const rows = [
      served("acme/nut", "bolt/nut"),
      served("acme/old-nut", "bolt/nut", "former"),
      served("acme/old-pin", "bolt/pin", "former"),
    ];
    expect(idsOf(standingRows(rows, nothing))).toEqual(["acme/nut", "acme/old-pin"]);
  });

  test("a model that a file describes is not described by rows", () => {
    const source = {
      name: "List A",
      ref: "https://list.example",
      kind: "aggregator",
      observedOn: "2026-11-01",
      confidence: "medium",
      lineage: "List A",
    } as const;
    const modelClaims = [{ property: "model.kind", value: "image", source }] as const;
    const rows = ["bolt/nut", "bolt/pin"].map((model) => {
      const row = served(`acme/${model}`, model);
      return { ...row, route: { ...row.route, modelClaims } };
    });
    const claims = modelClaimsOf(rows, { models: [{ id: "bolt/nut" }], routes: [] });
    expect(claims.map(({ subject }) => subject)).toEqual(["model:bolt/pin"]);
  });
});
