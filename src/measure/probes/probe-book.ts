import { randomUUID } from "node:crypto";
import type { Cell } from "../../core/runs/cell.ts";
import type { CellResult } from "../../core/runs/result.ts";
import type { Run } from "../../core/runs/run.ts";
import type { RunStore } from "../../core/runs/run-store.ts";
import type { Asked } from "../exchange/asked.ts";

/** Where a session is written down as it goes on. */
export interface ProbeBook {
  readonly open: (cell: Cell) => Promise<void>;
  /** Before a request is sent, so that a crash shows what may have been paid. */
  readonly begin: (cell: string, number: number) => Promise<void>;
  readonly finish: (asked: readonly Asked[], result: CellResult) => Promise<void>;
  /** Of a request that was not sent, or was given up. */
  readonly giveBack: (cell: string) => Promise<void>;
}

const nothing = async () => {};

/** Nothing is kept. */
export const noBook: ProbeBook = {
  open: nothing,
  begin: nothing,
  finish: nothing,
  giveBack: nothing,
};

/** No session takes longer over one request. */
const leaseMs = 3_600_000;

/** The session as a run of a store, with every exchange as it went over the wire. */
export async function bookIn(store: RunStore, run: Run): Promise<ProbeBook> {
  const worker = randomUUID();
  await store.createRun(run);
  return {
    open: async (cell) => {
      await store.addCells(run.id, [cell]);
      /** Leased, so that no worker that drains runs takes it. */
      await store.lease(run.id, worker, { atMost: 1, forMs: leaseMs });
    },
    begin: async (cell, number) => {
      await store.beginAttempts(run.id, worker, [{ cell, number }]);
    },
    finish: async (asked, result) => {
      const attempts = await Promise.all(
        asked.map(async ({ attempt, raw }) => ({
          ...attempt,
          rawHash: raw === null ? null : await store.putPayload(run.id, raw),
        })),
      );
      await store.finish(run.id, worker, { attempts, result });
    },
    giveBack: (cell) => store.release(run.id, worker, [cell]),
  };
}
