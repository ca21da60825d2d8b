import { afterAll, beforeAll, expect, test } from "vitest";
import { allOf, answeredOf, cellsOf, runOf } from "../builders/run-of.ts";
import { newSchema, opened } from "./opened.ts";
import { type PostgresCluster, startPostgres } from "./postgres-cluster.ts";

let cluster: PostgresCluster;
beforeAll(() => {
  cluster = startPostgres();
});
afterAll(() => cluster.stop());

test("workers outlive crashes of the server: nothing acknowledged is lost, nothing is finished twice", {
  timeout: 180_000,
}, async () => {
  const where = newSchema(cluster.connectionString);
  const count = 3000;
  const crashesAt = new Set([300, 1100, 2000]);
  const stores = await Promise.all(["w0", "w1"].map(() => opened(where)));
  const [store] = stores;
  if (store === undefined) throw new Error("No store was opened.");
  await store.createRun(runOf("r"));
  await store.addCells("r", cellsOf(count));
  const begun: string[] = [];
  const finished: string[] = [];
  await Promise.all(
    stores.map(async (own, i) => {
      const worker = `w${i}`;
      const measured = async (cell: string) => {
        await own.beginAttempts("r", worker, [{ cell, number: 1 }]);
        begun.push(`${worker} ${cell}`);
        await own.putPayload("r", Buffer.from(cell));
        if ((await own.finish("r", worker, answeredOf(cell))) !== "finished") return;
        finished.push(cell);
        if (crashesAt.has(finished.length)) await cluster.crashAndReturn();
      };
      while ((await own.counts("r")).answered < count) {
        const cells = await own.lease("r", worker, { atMost: 50, forMs: 2000 });
        await Promise.all(cells.map(({ key }) => measured(key)));
      }
    }),
  );
  const results = (await allOf(store.results("r"))).map(({ cell }) => cell);
  expect(results).toEqual(cellsOf(count).map(({ key }) => key));
  const attempts = (await allOf(store.attempts("r"))).map(
    ({ worker, cell }) => `${worker} ${cell}`,
  );
  expect(begun.filter((attempt) => !attempts.includes(attempt))).toEqual([]);
  expect(new Set(finished).size).toBe(finished.length);
  expect(new Set(finished)).toEqual(new Set(results));
  for (const one of stores) await one.close();
});
