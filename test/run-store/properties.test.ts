import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import type { RunStore } from "../../src/core/runs/run-store.ts";
import { allOf, answeredOf, cellOf, runOf, streamOf } from "../builders/run-of.ts";
import { nameOf, RunModel } from "./model.ts";
import { newFile, newSchema, opened } from "./opened.ts";

const key = fc.integer({ min: 0, max: 7 }).map((n) => `c${n}`);
const keys = fc.array(key, { maxLength: 5 });
const worker = fc.constantFrom("w1", "w2");
const isForLong = fc.boolean();

const step = fc.oneof(
  fc.record({ kind: fc.constant("add" as const), keys }),
  fc.record({
    kind: fc.constant("lease" as const),
    worker,
    atMost: fc.integer({ min: 0, max: 4 }),
    isForLong,
  }),
  fc.record({ kind: fc.constant("heartbeat" as const), worker, keys, isForLong }),
  fc.record({ kind: fc.constant("release" as const), worker, keys }),
  fc.record({
    kind: fc.constant("begin" as const),
    worker,
    key,
    number: fc.integer({ min: 1, max: 2 }),
  }),
  fc.record({
    kind: fc.constant("finish" as const),
    worker,
    key,
    text: fc.string({ unit: "binary" }),
  }),
  fc.record({ kind: fc.constant("move" as const) }),
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

const engines: readonly {
  readonly kept: string;
  readonly where: () => string;
  readonly runs: number;
}[] = [
  { kept: "in a file of SQLite", where: newFile, runs: 120 },
  { kept: "on a server of PostgreSQL", where: () => newSchema(inject("postgres")), runs: 60 },
];

describe.each(engines)("any history of a run $kept", ({ where, runs }) => {
  let store: RunStore;
  let count = 0;
  beforeAll(async () => {
    store = await opened(where());
  });
  afterAll(() => store.close());

  test("leaves what a model of a few lines says", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
        const id = `run ${count++}`;
        const model = new RunModel();
        await store.createRun(runOf(id));
        for (const one of steps) await taken(one, id, model);
        const results = await allOf(store.results(id));
        expect(results.map(({ cell, answer }) => [cell, answer?.text])).toEqual(model.results());
        const attempts = await allOf(store.attempts(id));
        expect(
          attempts.map(({ cell, number, worker, attempt }) => [
            cell,
            nameOf(worker, number),
            attempt !== null,
          ]),
        ).toEqual(model.attempts());
        expect(await store.counts(id)).toMatchObject(model.counts());
      }),
      { numRuns: runs },
    );
  });

  async function taken(one: Step, id: string, model: RunModel): Promise<void> {
    const forMs = "isForLong" in one && one.isForLong ? 60_000 : -1;
    switch (one.kind) {
      case "add": {
        const cells = one.keys.map((name) => cellOf(name, 0));
        expect(await store.addCells(id, cells)).toBe(model.addCells(one.keys));
        return;
      }
      case "lease": {
        const leased = await store.lease(id, one.worker, { atMost: one.atMost, forMs });
        expect(leased.map((cell) => [cell.key, cell.attemptsBegun])).toEqual(
          model.lease(one.worker, one.atMost, one.isForLong),
        );
        return;
      }
      case "heartbeat": {
        const held = await store.heartbeat(id, one.worker, { cells: one.keys, forMs });
        const expected = model.heartbeat(one.worker, one.keys, one.isForLong);
        expect([...held].sort()).toEqual(expected);
        return;
      }
      case "release":
        await store.release(id, one.worker, one.keys);
        model.release(one.worker, one.keys);
        return;
      case "begin":
        await store.beginAttempts(id, one.worker, [{ cell: one.key, number: one.number }]);
        model.begin(one.worker, one.key, one.number);
        return;
      case "finish": {
        const outcome = await store.finish(id, one.worker, answeredOf(one.key, one.text));
        expect(outcome).toBe(model.finish(one.worker, one.key, one.text));
        return;
      }
      case "move": {
        const lines = await allOf(store.exportRun(id));
        expect((await store.importRun(streamOf(lines), "run.jsonl")).ok).toBe(true);
        expect(await allOf(store.exportRun(id))).toEqual(lines);
      }
    }
  }
});
