import type { FinishOutcome } from "../../../core/runs/run-store.ts";
import { RunStoreFailure } from "../../../core/runs/run-store-failure.ts";
import { groupCommit, type Settled } from "../group-commit.ts";
import type { BegunRow, FinishRows, PayloadRow, RunTables } from "../tables.ts";
import { finishGroup } from "./finish-group.ts";
import type { Pools } from "./pools.ts";
import * as sql from "./postgres-sql.ts";

/** A payload that is larger goes alone: many such at once would fill the memory. */
const groupedBytes = 64 * 1024;

/** The tables on a server, which any number of workers on any number of hosts share. */
export function postgresTables(name: string, pools: Pools): RunTables {
  const { ask, askLightly, transaction } = pools;
  const begin = async (groups: readonly (readonly BegunRow[])[]): Promise<readonly boolean[]> => {
    const rows = groups.flat();
    const answer = await ask(sql.beginAttempts, [
      rows.map(({ run }) => run),
      rows.map(({ cell }) => cell),
      rows.map(({ number }) => number),
      rows.map(({ worker }) => worker),
      rows.map(({ begunAt }) => begunAt),
    ]);
    const ended = new Set(answer.rows.map(([run]) => run));
    return groups.map((group) => !group.some(({ run }) => ended.has(run)));
  };
  const putPayloads = async (rows: readonly PayloadRow[]): Promise<readonly null[]> => {
    await ask(sql.putPayloads, [
      rows.map(({ run }) => run),
      rows.map(({ hash }) => hash),
      rows.map(({ encoding }) => encoding),
      rows.map(({ bytes }) => bytes),
    ]);
    return rows.map(() => null);
  };
  const begins = groupCommit<readonly BegunRow[], boolean>(
    (groups) => eachSettled(groups, begin),
    0,
  );
  const finishes = groupCommit<FinishRows, FinishOutcome>(
    (group) => eachSettled(group, (rows) => finishGroup(rows, ask)),
    0,
  );
  const payloads = groupCommit<PayloadRow, null>((group) => eachSettled(group, putPayloads), 0);
  const putPayload = async (row: PayloadRow) => {
    const { run, hash, encoding, bytes } = row;
    if (bytes.byteLength <= groupedBytes) await payloads.add(row);
    else await ask(sql.putPayload, [run, hash, encoding, bytes]);
  };

  return {
    name,
    isShared: true,
    nowSql: sql.now,
    query: async (text, values) => (await ask(text, values)).rows,
    createRun: async ({ id, createdAt, body }) =>
      (await ask(sql.createRun, [id, createdAt, body])).changes > 0,
    updateRun: async (run, body) => {
      await ask(sql.updateRun, [run, body]);
    },
    deleteRun: (id) =>
      transaction(async (within) => {
        const { changes } = await within(sql.deleteRun, [id]);
        for (const text of sql.deleteOfRun) await within(text, [id]);
        return changes > 0;
      }),
    addCells: (run, cells) =>
      transaction(async (within) => {
        const { rows } = await within(sql.lockRun, [run]);
        if (rows.length === 0) return 0;
        const { changes } = await within(sql.addCells, [
          run,
          cells.map(({ key }) => key),
          cells.map(({ prompt }) => prompt),
          cells.map(({ endpoint }) => endpoint),
          cells.map(({ repetition }) => repetition),
        ]);
        return changes;
      }),
    lease: async (run, worker, { atMost, forMs, endpoints }) =>
      (await ask(sql.lease, [run, worker, atMost, forMs, endpoints ?? null])).rows,
    heartbeat: async (run, worker, { cells, forMs }) =>
      (await ask(sql.heartbeat, [run, worker, cells, forMs])).rows.map(([key]) => String(key)),
    release: async (run, worker, cells) => {
      await ask(sql.release, [run, worker, cells]);
    },
    begin: begins.add,
    finish: async (rows) => {
      await Promise.all(rows.payloads.map(putPayload));
      return finishes.add(rows);
    },
    replaceResults: async (run, rows) => {
      const [cells, bodies] = [rows.map(({ cell }) => cell), rows.map(({ body }) => body)];
      return (await ask(sql.replaceResults, [run, cells, bodies])).changes;
    },
    replaceRun: async (run, body) => (await ask(sql.replaceRun, [run, body])).changes > 0,
    endRun: async (run, body) => {
      await ask(sql.endRun, [run, body]);
    },
    reopenRun: async (run) => {
      await ask(sql.reopenRun, [run]);
    },
    use: async (run, { what, amount, atMost = Number.MAX_VALUE, before = 0 }) =>
      (await askLightly(sql.use, [run, what, amount, before, atMost])).changes > 0,
    keepEvidence: async (run, body) => {
      await ask(sql.keepEvidence, [run, body]);
    },
    putPayload,
    reserve: async (bucket, { perMinute, burst }, amount) => {
      const unitMs = 60_000 / perMinute;
      const { rows } = await askLightly(sql.reserve, [bucket, amount * unitMs, burst * unitMs]);
      return Math.max(0, Number(rows[0]?.[0]));
    },
    pause: async (bucket, forMs) => {
      await askLightly(sql.pause, [bucket, forMs]);
    },
    close: async () => {
      await Promise.all([begins.drained(), payloads.drained(), finishes.drained()]);
      await pools.end();
    },
  };
}

/** A row that the server refuses is no reason to lose those that came with it; a server that is gone is. */
async function eachSettled<In, Out>(
  group: readonly In[],
  write: (group: readonly In[]) => Promise<readonly Out[]>,
): Promise<readonly Settled<Out>[]> {
  try {
    return (await write(group)).map((value) => ({ ok: true, value }));
  } catch (reason) {
    if (group.length === 1 || reason instanceof RunStoreFailure) {
      return group.map(() => ({ ok: false, reason }));
    }
    const alone: Settled<Out>[] = [];
    for (const one of group) alone.push(...(await eachSettled([one], write)));
    return alone;
  }
}
