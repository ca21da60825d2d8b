import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { RunStore } from "../../src/core/runs/run-store.ts";
import {
  allOf,
  answeredOf,
  cellOf,
  cellsOf,
  endpointOf,
  failedOf,
  runOf,
} from "../builders/run-of.ts";
import { runEndContract } from "./run-end.ts";
import { runRegradingContract } from "./run-regrading.ts";
import { runTransferContract } from "./run-transfer.ts";

const minute = { forMs: 60_000 };
const keysOf = (cells: readonly { readonly key: string }[]) => cells.map(({ key }) => key);

/** What every store of runs owes who measures, whatever engine is behind it. */
export function runStoreContract(kept: string, open: (name: string) => Promise<RunStore>): void {
  describe(`a store of runs ${kept}`, () => {
    let store: RunStore;
    let count = 0;
    beforeAll(async () => {
      store = await open("contract");
    });
    afterAll(() => store.close());

    /** A run of its own for each test, with so many cells. */
    const started = async (cells = 0): Promise<string> => {
      const id = `run ${count++}`;
      await store.createRun(runOf(id));
      await store.addCells(id, cellsOf(cells));
      return id;
    };

    test("hands a run back as it was given, with the same endpoints", async () => {
      const run = runOf("ünal's run", { endpoints: [endpointOf({ headers: { Team: "$TEAM" } })] });
      expect(await store.createRun(run)).toBe(true);
      expect(await store.run("ünal's run")).toEqual(run);
      expect(await store.run("nobody's run")).toBeUndefined();
    });

    test("leaves a run that is there as it is", async () => {
      const id = await started();
      expect(await store.createRun(runOf(id, { seed: 8 }))).toBe(false);
      expect(await store.run(id)).toEqual(runOf(id));
    });

    test("lists the latest run first", async () => {
      await store.createRun(runOf("of tomorrow", { createdAt: "2099-01-02T00:00:00.000Z" }));
      await store.createRun(runOf("of today", { createdAt: "2099-01-01T00:00:00.000Z" }));
      const [first, second] = await store.runs();
      expect([first?.id, second?.id]).toEqual(["of tomorrow", "of today"]);
    });

    test("never keeps a key, even where somebody put one into an endpoint", async () => {
      const key = "sk-0123456789";
      const careless = {
        ...endpointOf({
          baseUrl: `https://user:${key}@acme.example/v1?api_key=${key}&version=2`,
          keyVariable: "ACME_KEY",
          headers: { Authorization: `Bearer ${key}`, "X-Api-Key": "$ACME_KEY", Team: "bricks" },
          parameters: { api_key: key, prompt_cache_key: "suite" },
        }),
        apiKey: key,
      };
      await store.createRun(runOf("careless", { endpoints: [careless] }));
      const [endpoint] = (await store.run("careless"))?.endpoints ?? [];
      expect(JSON.stringify(endpoint)).not.toContain(key);
      expect(endpoint?.baseUrl).toBe("https://acme.example/v1?version=2");
      expect(endpoint?.keyVariable).toBe("ACME_KEY");
      expect(endpoint?.headers).toEqual({ "X-Api-Key": "$ACME_KEY", Team: "bricks" });
      expect(endpoint?.parameters).toEqual({ prompt_cache_key: "suite" });
    });

    test("takes each cell once, and keeps those it has where they stand", async () => {
      const id = await started(3);
      const more = [cellOf("c1", 0), cellOf("new", 0), cellOf("new", 1)];
      expect(await store.addCells(id, more)).toBe(1);
      const leased = await store.lease(id, "w", { atMost: 9, ...minute });
      expect(keysOf(leased)).toEqual(["c0", "c1", "c2", "new"]);
      expect(await store.addCells("nobody's run", cellsOf(2))).toBe(0);
    });

    test("leases cells in their order, each to one worker", async () => {
      const id = await started(5);
      const first = await store.lease(id, "w1", { atMost: 2, ...minute });
      const second = await store.lease(id, "w2", { atMost: 9, ...minute });
      expect(first).toEqual(cellsOf(2).map((cell) => ({ ...cell, attemptsBegun: 0 })));
      expect(keysOf(second)).toEqual(["c2", "c3", "c4"]);
      expect(await store.lease(id, "w3", { atMost: 9, ...minute })).toEqual([]);
      expect(await store.counts(id)).toMatchObject({ open: 0, leased: 5 });
    });

    test("leases cells of the endpoints asked for alone", async () => {
      const id = await started(6);
      const some = await store.lease(id, "w", { atMost: 2, ...minute, endpoints: ["ünal"] });
      expect(keysOf(some)).toEqual(["c1", "c3"]);
    });

    test("leases a cell again when its lease is over, or when it is given back", async () => {
      const id = await started(2);
      await store.lease(id, "slow", { atMost: 1, forMs: -1 });
      await store.lease(id, "kind", { atMost: 2, ...minute });
      await store.release(id, "slow", ["c1"]);
      expect(await store.lease(id, "w", { atMost: 2, ...minute })).toEqual([]);
      await store.release(id, "kind", ["c1"]);
      expect(keysOf(await store.lease(id, "w", { atMost: 2, ...minute }))).toEqual(["c1"]);
    });

    test("keeps up the leases that a worker still holds, and says which", async () => {
      const id = await started(3);
      await store.lease(id, "slow", { atMost: 3, forMs: -1 });
      await store.lease(id, "other", { atMost: 1, ...minute });
      await store.finish(id, "slow", answeredOf("c1"));
      const held = await store.heartbeat(id, "slow", { cells: ["c0", "c1", "c2"], ...minute });
      expect(held).toEqual(["c2"]);
      expect(await store.lease(id, "w", { atMost: 3, ...minute })).toEqual([]);
    });

    test("shows attempts that began and were never heard of", async () => {
      const id = await started(2);
      await store.beginAttempts(id, "killed", [
        { cell: "c0", number: 1 },
        { cell: "no such cell", number: 1 },
      ]);
      await store.beginAttempts(id, "killed", [{ cell: "c0", number: 1 }]);
      const [attempt, ...others] = await allOf(store.attempts(id));
      expect(attempt).toMatchObject({ cell: "c0", number: 1, worker: "killed", attempt: null });
      expect(others).toEqual([]);
      expect(await store.spend(id)).toMatchObject({ attempts: 1, unheard: 1 });
      const [leased] = await store.lease(id, "w", { atMost: 1, ...minute });
      expect(leased?.attemptsBegun).toBe(1);
    });

    test("hands back attempts and results as they were given, in the order of the cells", async () => {
      const id = await started(3);
      const given = [
        answeredOf("c2"),
        failedOf("c0"),
        answeredOf("c1", "\0 \u{1f9f1} \ud800 ' \\"),
      ];
      await store.beginAttempts(id, "w", [{ cell: "c2", number: 1 }]);
      const outcomes = await Promise.all(given.map((one) => store.finish(id, "w", one)));
      expect(outcomes).toEqual(["finished", "finished", "finished"]);
      const inOrder = [given[1], given[2], given[0]];
      expect(await allOf(store.results(id))).toEqual(inOrder.map((one) => one?.result));
      const attempts = (await allOf(store.attempts(id))).map(({ attempt }) => attempt);
      expect(attempts).toEqual(inOrder.flatMap((one) => one?.attempts));
    });

    test("keeps an answer that none of its attempts gave", async () => {
      const id = await started(1);
      const { result } = answeredOf("c0");
      await store.finish(id, "w", { attempts: failedOf("c0").attempts, result });
      expect(await allOf(store.results(id))).toEqual([result]);
    });

    test("finishes a cell once, keeps the attempts of a second result, and says so", async () => {
      const id = await started(2);
      const first = answeredOf("c0");
      const [one, two, three] = await Promise.all([
        store.finish(id, "w1", first),
        store.finish(id, "w1", answeredOf("c0", "another")),
        store.finish(id, "w2", failedOf("c0")),
      ]);
      expect([one, two, three]).toEqual(["finished", "already-finished", "already-finished"]);
      expect(await allOf(store.results(id))).toEqual([first.result]);
      const attempts = await allOf(store.attempts(id));
      expect(attempts.map(({ worker, attempt }) => [worker, attempt?.outcome.ok])).toEqual([
        ["w1", true],
        ["w2", false],
      ]);
      expect(await store.lease(id, "w", { atMost: 9, ...minute })).toHaveLength(1);
    });

    test("says when there is no such cell, and finishes what came with it", async () => {
      const id = await started(1);
      const outcomes = await Promise.all(
        ["gone", "c0"].map((cell) => store.finish(id, "w", answeredOf(cell))),
      );
      expect(outcomes).toEqual(["no-such-cell", "finished"]);
      expect(await allOf(store.attempts(id))).toHaveLength(1);
    });

    test("counts cells by state and failures by code", async () => {
      const id = await started(6);
      await store.lease(id, "w", { atMost: 4, ...minute });
      await store.finish(id, "w", answeredOf("c0"));
      await store.finish(id, "w", failedOf("c1", "stalled"));
      await store.finish(id, "w", failedOf("c2", "stalled"));
      const failures = { stalled: 2 };
      expect(await store.counts(id)).toEqual({
        open: 2,
        leased: 1,
        answered: 1,
        failed: 2,
        failures,
      });
      const nothing = { open: 0, leased: 0, answered: 0, failed: 0, failures: {} };
      expect(await store.counts("nobody's run")).toEqual(nothing);
    });

    test("sums what was spent to the last digit", async () => {
      const id = await started(4);
      const costs = ["0.1", "0.2", "0.000000000000000000000001", null];
      for (const [i, usd] of costs.entries()) {
        const { attempts, result } = answeredOf(`c${i}`);
        await store.finish(id, "w", { attempts, result: { ...result, usd } });
      }
      expect(await store.spend(id)).toEqual({
        attempts: 4,
        unheard: 0,
        inputTokens: 40,
        outputTokens: 12,
        usd: "0.300000000000000000000001",
        unpriced: 1,
      });
    });

    test("shares a rate between all who ask, and lets nobody through while it is paused", async () => {
      const rate = { perMinute: 60, burst: 2 };
      const waits = [];
      for (let i = 0; i < 4; i++) waits.push(await store.reserve("brick", rate, 1));
      expect(waits.map((ms) => Math.ceil(ms / 1000))).toEqual([0, 0, 1, 2]);
      expect(await store.reserve("ünal", rate, 1)).toBe(0);
      await store.reserve("brick", rate, -4);
      expect(await store.reserve("brick", rate, 1)).toBe(0);
      await store.pause("brick", 60_000);
      expect(Math.ceil((await store.reserve("brick", rate, 1)) / 1000)).toBe(60);
    });

    runEndContract({ started, store: () => store });
    runTransferContract({ started, open, store: () => store });
    runRegradingContract({ started, store: () => store });
  });
}
