import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import type { RunStore } from "../../src/core/runs/run-store.ts";
import type { SuiteLimits } from "../../src/core/runs/suite.ts";
import { countBefore, sharedBudget } from "../../src/measure/runner/shared-budget.ts";
import { runOf } from "../builders/run-of.ts";
import { newSchema, opened } from "./opened.ts";

let stores: readonly RunStore[];
beforeAll(async () => {
  const where = newSchema(inject("postgres"));
  stores = await Promise.all([opened(where), opened(where)]);
});
afterAll(async () => {
  await Promise.all(stores.map((store) => store.close()));
});

let runs = 0;

/** The budgets of two hosts that measure one run. */
async function onTwoHosts(limits: SuiteLimits, expectedUsd = 0) {
  const [store] = stores;
  if (store === undefined) throw new Error("no store");
  const runId = `run ${runs++}`;
  await store.createRun(runOf(runId));
  const each = stores.map((own) =>
    sharedBudget({
      ...{ store: own, runId, limits },
      expectedUsd: new Map([["a", expectedUsd]]),
    }),
  );
  const [here, there] = each;
  if (here === undefined || there === undefined) throw new Error("no budget");
  return { store, runId, here, there };
}

const limitOf = (limit: "usd" | "requests" | "minutes", endpoint: string | null = null) => ({
  ...{ kind: "limit", limit, endpoint },
});

describe("limits that several hosts share", () => {
  test("let no request begin beyond their number, whoever asks", async () => {
    const { here, there } = await onTwoHosts({ requests: 3, perEndpoint: {} });
    const asked = [here, there, here, there, here].map((budget) => budget.begin("a", 0));
    const kinds = (await Promise.all(asked)).map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === "allowed")).toHaveLength(3);
    expect(await there.begin("b", 0)).toEqual(limitOf("requests"));
  });

  test("set money aside as dear as an answer may be, and give back what it did not cost", async () => {
    const { here, there } = await onTwoHosts({ usd: 1, perEndpoint: {} }, 0.4);
    expect(await here.begin("a", 0)).toEqual({ kind: "allowed", reservedUsd: 0.4 });
    expect(await there.begin("a", 0)).toEqual({ kind: "allowed", reservedUsd: 0.4 });
    expect(await here.begin("a", 0)).toEqual(limitOf("usd"));
    await there.end("a", 0.4, 0.1);
    expect(await here.begin("a", 0)).toEqual({ kind: "allowed", reservedUsd: 0.4 });
  });

  test("count nothing of the whole for a request that its endpoint's own limit forbids", async () => {
    const { here, there } = await onTwoHosts({ requests: 2, perEndpoint: { a: { requests: 1 } } });
    expect((await here.begin("a", 0)).kind).toBe("allowed");
    expect(await there.begin("a", 0)).toEqual(limitOf("requests", "a"));
    expect((await there.begin("b", 0)).kind).toBe("allowed");
    expect(await here.begin("b", 0)).toEqual(limitOf("requests"));
  });

  test("count what was used elsewhere before", async () => {
    const limits = { requests: 3, perEndpoint: { a: { requests: 2 } } };
    const { store, runId, here, there } = await onTwoHosts(limits);
    const before = new Map([["a", { requests: 2, usd: 0 }]]);
    await countBefore(store, runId, { limits, before });
    expect(await here.begin("a", 0)).toEqual(limitOf("requests", "a"));
    expect((await there.begin("b", 0)).kind).toBe("allowed");
    await countBefore(store, runId, { limits, before });
    expect(await here.begin("b", 0)).toEqual(limitOf("requests"));
  });

  test("end a run after the time of whoever asks", async () => {
    const { here } = await onTwoHosts({ minutes: 2, perEndpoint: {} });
    expect((await here.begin("a", 119_999)).kind).toBe("allowed");
    expect(await here.begin("a", 120_000)).toEqual(limitOf("minutes"));
  });
});
