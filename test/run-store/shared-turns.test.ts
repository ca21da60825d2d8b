import { afterAll, beforeAll, expect, inject, test } from "vitest";
import type { RunStore } from "../../src/core/runs/run-store.ts";
import type { Asked } from "../../src/measure/exchange/asked.ts";
import type { Clock } from "../../src/measure/exchange/clock.ts";
import { sharedTurns } from "../../src/measure/runner/shared-turns.ts";
import { answeredOf, endpointOf, failedOf } from "../builders/run-of.ts";
import { newSchema, opened } from "./opened.ts";

let stores: readonly RunStore[];
beforeAll(async () => {
  const where = newSchema(inject("postgres"));
  stores = await Promise.all([opened(where), opened(where)]);
});
afterAll(async () => {
  await Promise.all(stores.map((store) => store.close()));
});

/** Time that passes by sleeping alone. */
function dreamClock(): Clock & { readonly slept: () => number } {
  let now = 0;
  return {
    now: () => now,
    epochMs: () => now,
    slept: () => now,
    sleep: async (ms) => {
      now += ms;
    },
  };
}

/** The turns of two hosts at one endpoint. */
function onTwoHosts(model: string, limits: object = {}) {
  const usual = endpointOf().limits;
  const endpoint = endpointOf({ model, limits: { ...usual, ...limits } });
  return stores.map((store) => {
    const clock = dreamClock();
    return { clock, turns: sharedTurns(endpoint, store, clock) };
  });
}

function askedOf(outcome: "answered" | "limited"): Asked {
  const [attempt] = (outcome === "answered" ? answeredOf("c") : failedOf("c")).attempts;
  if (attempt === undefined) throw new Error("no attempt");
  return { attempt, raw: null, again: null, exhaustedMs: outcome === "limited" ? 60_000 : null };
}

test("requests a minute are shared by all hosts", async () => {
  const [here, there] = onTwoHosts("shared", { requestsPerMinute: 60 });
  for (let i = 0; i < 3; i++) {
    await here?.turns.take(1);
    await there?.turns.take(1);
  }
  const slept = (here?.clock.slept() ?? 0) + (there?.clock.slept() ?? 0);
  expect(slept).toBeGreaterThan(4_000);
});

test("tokens are set right by what they were", async () => {
  const [here, there] = onTwoHosts("tokens", { tokensPerMinute: 600 });
  await here?.turns.take(10);
  here?.turns.learn(askedOf("answered"), 1_000);
  await stores[0]?.reserve("after it", { perMinute: 60, burst: 1 }, 1);
  await there?.turns.take(10);
  expect(there?.clock.slept()).toBe(0);
});

test("who is told to wait tells all who ask the same model, and nobody else", async () => {
  const [here, there] = onTwoHosts("paused");
  const [, other] = onTwoHosts("another");
  here?.turns.learn(askedOf("limited"), 0);
  await stores[0]?.reserve("after it", { perMinute: 60, burst: 1 }, 1);
  await other?.turns.take(1);
  expect(other?.clock.slept()).toBe(0);
  const given = new AbortController();
  const waits = there?.turns.take(1, given.signal);
  while ((there?.clock.slept() ?? 0) < 10_000) await new Promise(setImmediate);
  given.abort();
  await waits;
});
