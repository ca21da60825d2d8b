import { describe, expect, test } from "vitest";
import { candidateOf } from "../../../test/builders/candidate-of.ts";
import { contextOf } from "../../../test/builders/context-of.ts";
import { dossierOf } from "../../../test/builders/dossier-of.ts";
import type { GivenRoute } from "../../../test/builders/route-of.ts";
import { sourceOf } from "../../../test/builders/source-of.ts";
import type { PriceRow } from "../cost/price-row.ts";
import { routesOf } from "./compared-routes.ts";

const routesOfModel = (routes: readonly GivenRoute[]) => {
  const candidate = candidateOf(dossierOf({ id: "a/model", routes }));
  return routesOf(contextOf([candidate, candidateOf(dossierOf({ id: "b/other" }))]));
};

const prices = (input: string, output: string) => ({ input, output });

describe("the routes of a model", () => {
  test("come cheapest first, then the unpriced, then plans, then what is retired", () => {
    const ids = routesOfModel([
      { id: "gone/m", prices: prices("0.1", "0.1"), lifecycle: { status: "retired" } },
      { id: "plan/m", prices: prices("0.2", "0.2"), provider: { kind: "plan" } },
      { id: "silent/m" },
      { id: "dear/m", prices: prices("3", "6") },
      { id: "cheap/m", prices: prices("1", "2") },
    ]).map(({ id }) => id);

    expect(ids).toEqual(["cheap/m", "dear/m", "silent/m", "plan/m", "gone/m"]);
  });

  test("cost a month what the traffic costs there; plans and retired ones have no month", () => {
    const months = routesOfModel([
      { id: "cheap/m", prices: prices("1", "2") },
      { id: "plan/m", prices: prices("0.2", "0.2"), provider: { kind: "plan" } },
    ]).map(({ monthlyUsd }) => monthlyUsd);

    expect(months).toEqual([1300, null]);
  });

  test("say when another price holds and what nobody states", () => {
    const row = (amount: string, rest: Partial<PriceRow> = {}): PriceRow => ({
      meter: "price.input",
      amount,
      sources: [sourceOf()],
      ...rest,
    });
    const [route] = routesOfModel([
      {
        id: "host/m",
        schedule: [
          row("2"),
          row("4", { conditions: { minPromptTokensExclusive: 200_000 } }),
          row("1", { conditions: { serviceTier: "batch" } }),
        ],
      },
    ]);

    expect(route?.inputUsdPerMtok).toBe(2);
    expect(route?.conditions).toEqual([
      "prompts above 200,000 tokens: $4.00 in",
      "service tier batch: $1.00 in",
    ]);
    expect(route?.unknown).toEqual(expect.arrayContaining(["output price", "quantisation"]));
  });

  test("mark the one that is used", () => {
    const used = routesOfModel([
      { id: "one/m", prices: prices("1", "2") },
      { id: "two/m", prices: prices("3", "4") },
    ]).map(({ id, isChosen }) => [id, isChosen]);

    expect(used).toEqual([
      ["one/m", true],
      ["two/m", false],
    ]);
  });
});
