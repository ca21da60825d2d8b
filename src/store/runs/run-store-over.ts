import type { Cell } from "../../core/runs/cell.ts";
import type { LeasedCell, RunStore } from "../../core/runs/run-store.ts";
import { exportedRun } from "./export-run.ts";
import { importedRun } from "./import-run.ts";
import {
  decodePayload,
  type EncodedPayload,
  encodePayload,
  payloadLimitBytes,
} from "./payload-codec.ts";
import { allPlaces, readingOf } from "./reading.ts";
import { cellOf } from "./result-rows.ts";
import { finishRowsOf, stored } from "./rows-of.ts";
import type { ResultBodyRow, RunTables, SqlRow } from "./tables.ts";
import { withoutSecrets } from "./without-secrets.ts";

/** So many in one transaction: fifty thousand at once would keep everything else waiting. */
const cellsAtOnce = 2000;

/** The store of runs over the tables of an engine. */
export function runStoreOver(tables: RunTables): RunStore {
  const reading = readingOf(tables);
  const store: RunStore = {
    isShared: tables.isShared,
    createRun: (run) =>
      tables.createRun({
        id: stored(run.id),
        createdAt: stored(run.createdAt),
        body: JSON.stringify(withoutSecrets(run)),
      }),
    run: reading.run,
    updateRun: (run) => tables.updateRun(run.id, JSON.stringify(withoutSecrets(run))),
    runs: reading.runs,
    deleteRun: tables.deleteRun,

    addCells: async (runId, cells) => {
      let added = 0;
      for (const some of inParts(cells)) added += await tables.addCells(runId, some);
      return added;
    },
    lease: async (runId, worker, ask) => leasedOf(await tables.lease(runId, stored(worker), ask)),
    heartbeat: tables.heartbeat,
    release: tables.release,

    beginAttempts: (runId, worker, begun) => {
      const begunAt = Date.now();
      return tables.begin(
        begun.map(({ cell, number }) => ({
          run: runId,
          cell,
          number: stored(number),
          worker: stored(worker),
          begunAt,
        })),
      );
    },
    finish: async (runId, worker, { attempts, result, exchanges = [] }) => {
      const begunAt = Date.now();
      const packed = await Promise.all(exchanges.map((bytes) => bytes && packedPayload(bytes)));
      const heard = attempts.map((attempt, at) => {
        const rawHash = packed[at]?.hash ?? attempt.rawHash;
        return { attempt: { ...attempt, rawHash }, worker, begunAt };
      });
      const payloads = packed.flatMap((each) => (each === null ? [] : [{ run: runId, ...each }]));
      return tables.finish({ ...finishRowsOf(runId, heard, result), payloads });
    },

    endRun: (runId, end) => tables.endRun(runId, JSON.stringify(end)),
    ended: reading.ended,
    reopenRun: tables.reopenRun,
    use: tables.use,

    results: (runId) => reading.results(runId, allPlaces),
    measured: reading.measured,
    result: reading.result,
    regrade: async (runId, graded) => {
      const rows: ResultBodyRow[] = [];
      for (const { cell, grades } of graded) {
        const body = await reading.resultBody(runId, cell);
        if (body !== undefined) rows.push({ cell, body: JSON.stringify({ ...body, grades }) });
      }
      return rows.length === 0 ? 0 : tables.replaceResults(runId, rows);
    },
    replaceSuite: async (runId, suiteHash) => {
      const run = await reading.run(runId);
      if (run === undefined) return false;
      return tables.replaceRun(runId, JSON.stringify({ ...run, suiteHash }));
    },
    attempts: (runId) => reading.attempts(runId, allPlaces),
    gradesOf: reading.gradesOf,
    counts: reading.counts,
    spend: reading.spend,

    keepEvidence: (evidence) => tables.keepEvidence(evidence.run, JSON.stringify(evidence)),
    evidence: reading.evidence,

    putPayload: async (runId, bytes) => {
      const packed = await packedPayload(bytes);
      if (packed === null) return null;
      await tables.putPayload({ run: runId, ...packed });
      return packed.hash;
    },
    payload: async (hash) => {
      const [encoding, bytes] = (await reading.payloadRow(hash)) ?? [];
      if (!(bytes instanceof Uint8Array)) return undefined;
      return decodePayload(hash, String(encoding), bytes);
    },

    reserve: async (bucket, rate, amount) => {
      if (!(rate.perMinute > 0)) throw new Error(`No rate: ${rate.perMinute} a minute.`);
      return tables.reserve(stored(bucket), rate, amount);
    },
    pause: (bucket, forMs) => tables.pause(stored(bucket), forMs),

    exportRun: (runId) => exportedRun(runId, reading, store.payload),
    importRun: (lines, from) => importedRun(lines, { from, tables, store }),
    close: tables.close,
  };
  return store;
}

/** Null: it is too large to be kept. */
async function packedPayload(bytes: Uint8Array): Promise<EncodedPayload | null> {
  return bytes.byteLength > payloadLimitBytes ? null : encodePayload(bytes);
}

function* inParts(cells: Iterable<Cell>): Generator<readonly Cell[]> {
  let part: Cell[] = [];
  for (const cell of cells) {
    part.push({
      ...cell,
      key: stored(cell.key),
      prompt: stored(cell.prompt),
      endpoint: stored(cell.endpoint),
    });
    if (part.length < cellsAtOnce) continue;
    yield part;
    part = [];
  }
  if (part.length > 0) yield part;
}

/** In their order, which an engine that hands them back need not keep. */
function leasedOf(rows: readonly SqlRow[]): readonly LeasedCell[] {
  return [...rows]
    .sort(([a], [b]) => Number(a) - Number(b))
    .map((row) => ({ ...cellOf(row), attemptsBegun: Number(row[5]) }));
}
