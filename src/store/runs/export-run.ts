import type { Attempt } from "../../core/runs/attempt.ts";
import type { Cell } from "../../core/runs/cell.ts";
import type { CellResult } from "../../core/runs/result.ts";
import type { AttemptRecord } from "../../core/runs/run-store.ts";
import type { Reading } from "./reading.ts";
import { EXPORT_FORMAT } from "./run-lines.ts";

const cellsAtOnce = 64;

/**
 * A run as lines of JSON: the run, its payloads, its cells with all that came of them, and an end
 * by which a file that was cut is known.
 */
export async function* exportedRun(
  runId: string,
  reading: Reading,
  payload: (hash: string) => Promise<Uint8Array | undefined>,
): AsyncGenerator<string> {
  const run = await reading.run(runId);
  if (run === undefined) return;
  yield line({ kind: "run", format: EXPORT_FORMAT, run });
  let payloads = 0;
  for await (const hash of reading.payloadHashes(runId)) {
    const bytes = await payload(hash);
    if (bytes === undefined) continue;
    payloads++;
    yield line({ kind: "payload", hash, base64: Buffer.from(bytes).toString("base64") });
  }
  let cells = 0;
  for await (const some of inParts(reading.cells(runId))) {
    cells += some.length;
    yield* cellLines(runId, some, reading);
  }
  for (const evidence of await reading.evidence(runId)) yield line({ kind: "evidence", evidence });
  yield line({ kind: "end", cells, payloads });
}

interface PlacedCell extends Cell {
  readonly place: number;
}

async function* cellLines(
  runId: string,
  cells: readonly PlacedCell[],
  reading: Reading,
): AsyncGenerator<string> {
  const places = { after: (cells[0]?.place ?? 0) - 1, upTo: cells.at(-1)?.place ?? 0 };
  const results = reading.results(runId, places)[Symbol.asyncIterator]();
  const attempts = reading.attempts(runId, places)[Symbol.asyncIterator]();
  let nextResult = await results.next();
  let nextAttempt = await attempts.next();
  for (const { place, ...cell } of cells) {
    const tried: TriedAttempt[] = [];
    while (!nextAttempt.done && nextAttempt.value.cell === cell.key) {
      const { number, worker, begunAt, attempt } = nextAttempt.value;
      tried.push({ number, worker, begunAt, attempt: bodyOf(attempt) });
      nextAttempt = await attempts.next();
    }
    let result: Omit<CellResult, "cell"> | null = null;
    if (!nextResult.done && nextResult.value.cell === cell.key) {
      const { cell: key, ...body } = nextResult.value;
      result = body;
      nextResult = await results.next();
    }
    yield line({ kind: "cell", cell, attempts: tried, result });
  }
}

type TriedAttempt = Omit<AttemptRecord, "cell" | "attempt"> & {
  readonly attempt: Omit<Attempt, "cell" | "number"> | null;
};

function bodyOf(attempt: Attempt | null): TriedAttempt["attempt"] {
  if (attempt === null) return null;
  const { outcome, timings, rawHash } = attempt;
  return { outcome, timings, rawHash };
}

async function* inParts(cells: AsyncIterable<PlacedCell>): AsyncGenerator<readonly PlacedCell[]> {
  let part: PlacedCell[] = [];
  for await (const cell of cells) {
    part.push(cell);
    if (part.length < cellsAtOnce) continue;
    yield part;
    part = [];
  }
  if (part.length > 0) yield part;
}

function line(value: unknown): string {
  return JSON.stringify(value);
}
