import { expect, test } from "vitest";
import { dossierOf } from "../../../test/builders/dossier-of.ts";
import type { ScreenedRoute } from "../compare/screen.ts";
import { constraintPrices } from "./constraint-prices.ts";

/** A route with its bill and the constraints it does not pass. */
function route(id: string, monthlyUsd: number | undefined, ...held: readonly string[]) {
  const dossier = dossierOf({ id: "acme/one", routes: [{ id }] });
  const [first] = dossier.routes;
  if (first === undefined) throw new Error("no route");
  const judged = held.map((constraint) => ({
    constraint,
    result: "fails" as const,
    because: "",
    sources: [],
  }));
  const result = held.length === 0 ? "passes" : "fails";
  return {
    dossier,
    route: first,
    isOffered: true,
    isDoubtful: false,
    result,
    held: judged,
    monthlyUsd,
  } satisfies ScreenedRoute;
}

test("a constraint costs what the cheapest route it alone rules out would save", () => {
  const screened = [
    route("a/one", 100),
    route("b/one", 62, "region=eu"),
    route("c/one", 20, "region=eu", "tools"),
    route("d/one", 150, "tools"),
    route("e/one", undefined, "tools"),
  ];
  const prices = constraintPrices(["tools", "region=eu", "vision"], screened);
  expect(
    prices.map(({ constraint, routesAdded, withAll, without, savingShare }) => [
      constraint,
      routesAdded,
      withAll?.monthlyUsd,
      without?.monthlyUsd,
      savingShare,
    ]),
  ).toEqual([
    ["region=eu", 1, 100, 62, 0.38],
    ["tools", 2, 100, 100, 0],
    ["vision", 0, 100, 100, 0],
  ]);
});

test("where nothing passes the price of a constraint is what it would open", () => {
  const [price] = constraintPrices(["tools"], [route("a/one", 70, "tools")]);
  expect(price?.withAll).toBeUndefined();
  expect(price?.savingShare).toBeUndefined();
  expect(price?.without?.monthlyUsd).toBe(70);
});

test("of two equally cheap routes the first by id is named", () => {
  const [price] = constraintPrices(["tools"], [route("b/one", 5), route("a/one", 5)]);
  expect(price?.withAll?.screened.route.entry.id).toBe("a/one");
});
