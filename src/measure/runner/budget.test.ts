import { describe, expect, it } from "vitest";
import { budgetOf } from "./budget.ts";

const none = new Map<string, never>();

describe("the limits of a run", () => {
  it("let no request begin beyond their number, with those of earlier processes counted", async () => {
    const before = new Map([["a", { requests: 2, usd: 0 }]]);
    const budget = budgetOf({ requests: 3, perEndpoint: {} }, before, none);
    expect((await budget.begin("b", 0)).kind).toBe("allowed");
    expect(await budget.begin("b", 0)).toEqual({
      kind: "limit",
      limit: "requests",
      endpoint: null,
    });
  });

  it("count what is under way as dear as the dearest seen, so that money is not overspent", async () => {
    const budget = budgetOf({ usd: 1, perEndpoint: {} }, none, new Map([["a", 0.4]]));
    expect(await budget.begin("a", 0)).toEqual({ kind: "allowed", reservedUsd: 0.4 });
    expect(await budget.begin("a", 0)).toEqual({ kind: "allowed", reservedUsd: 0.4 });
    expect(await budget.begin("a", 0)).toEqual({ kind: "limit", limit: "usd", endpoint: null });
    await budget.end("a", 0.4, 0.1);
    expect((await budget.begin("a", 0)).kind).toBe("allowed");
  });

  it("learn from a dearer answer", async () => {
    const budget = budgetOf({ usd: 1, perEndpoint: {} }, none, none);
    expect(await budget.begin("a", 0)).toEqual({ kind: "allowed", reservedUsd: 0 });
    await budget.end("a", 0, 0.6);
    expect(await budget.begin("a", 0)).toEqual({ kind: "limit", limit: "usd", endpoint: null });
  });

  it("can hold for one endpoint alone", async () => {
    const budget = budgetOf({ perEndpoint: { a: { requests: 1 } } }, none, none);
    await budget.begin("a", 0);
    expect(await budget.begin("a", 0)).toEqual({ kind: "limit", limit: "requests", endpoint: "a" });
    expect((await budget.begin("b", 0)).kind).toBe("allowed");
  });

  it("end a run after its time", async () => {
    const budget = budgetOf({ minutes: 2, perEndpoint: {} }, none, none);
    expect((await budget.begin("a", 119_999)).kind).toBe("allowed");
    expect(await budget.begin("a", 120_000)).toEqual({
      kind: "limit",
      limit: "minutes",
      endpoint: null,
    });
  });
});
