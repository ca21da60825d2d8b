import { describe, expect, test } from "vitest";
import { dossierOf } from "../../../test/builders/dossier-of.ts";
import type { GivenRoute } from "../../../test/builders/route-of.ts";
import { defaultTraffic } from "../cost/traffic.ts";
import { fallbackPairs } from "./fallback.ts";

const price = (input: string): Pick<GivenRoute, "prices"> => ({
  prices: { input, output: input },
});
const terms = { traffic: defaultTraffic, constraints: [] };
const first = dossierOf({
  id: "a/one",
  facts: { "model.openness": "proprietary" },
  routes: [
    { id: "maker/one", ...price("2"), provider: { kind: "first-party" } },
    { id: "cloud/one", ...price("2"), provider: { kind: "cloud" } },
  ],
});
const behind = (...routes: readonly GivenRoute[]) =>
  dossierOf({ id: "b/two", facts: { "model.openness": "open-weights" }, routes });
const independence = (...routes: readonly GivenRoute[]) =>
  fallbackPairs(first, behind(...routes), terms).map(
    (pair) => `${pair.first.entry.id} ${pair.second.entry.id} ${pair.independence.value}`,
  );

describe("which routes of two models may stand in for each other", () => {
  test("two sellers without a shared host are independent; at one price the maker comes first", () => {
    expect(independence({ id: "host/two", ...price("1") })).toEqual([
      "maker/one host/two yes",
      "cloud/one host/two yes",
    ]);
  });

  test("one seller for both is not, nor are two that run on one host", () => {
    const onCloud = { id: "reseller/two", ...price("1"), provider: { runsOn: "cloud" } };

    expect(independence({ id: "cloud/two", ...price("1") }, onCloud)).toEqual([
      "maker/one cloud/two yes",
      "maker/one reseller/two yes",
      "cloud/one cloud/two no",
      "cloud/one reseller/two no",
    ]);
  });

  test("behind a router nobody knows which host answers", () => {
    const [pair] = fallbackPairs(
      first,
      behind({ id: "router/two", ...price("1"), provider: { kind: "router" } }),
      terms,
    );

    expect(pair?.independence).toEqual({
      value: "unknown",
      because: "router is a router, and which host answers is not stated",
    });
  });

  test("closed weights at a host are passed on, nobody says to whom", () => {
    const closed = dossierOf({
      id: "c/three",
      entry: { name: "Three" },
      facts: { "model.openness": "proprietary" },
      routes: [{ id: "host/three", ...price("1") }],
    });

    expect(fallbackPairs(first, closed, terms)[0]?.independence).toEqual({
      value: "unknown",
      because: "host passes requests for Three on, and to whom is not stated",
    });
  });

  test("an independent pair comes before a cheaper one that is not", () => {
    const pairs = independence(
      { id: "cloud/two", ...price("0.1") },
      { id: "host/two", ...price("9") },
    );

    expect(pairs.at(-1)).toBe("cloud/one cloud/two no");
    expect(pairs[0]).toBe("maker/one cloud/two yes");
  });

  test("what is retired, has no price or is a plan makes no pair", () => {
    expect(
      independence(
        { id: "gone/two", ...price("1"), lifecycle: { status: "retired" } },
        { id: "silent/two" },
        { id: "plan/two", ...price("1"), provider: { kind: "plan" } },
      ),
    ).toEqual([]);
  });
});
