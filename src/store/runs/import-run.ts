import type { Outcome } from "../../core/problems/problem.ts";
import type { ImportedRun, RunStore } from "../../core/runs/run-store.ts";
import { encodePayload, payloadLimitBytes } from "./payload-codec.ts";
import { finishRowsOf } from "./rows-of.ts";
import { EXPORT_FORMAT, RunLine } from "./run-lines.ts";
import type { RunTables } from "./tables.ts";
import { withoutSecrets } from "./without-secrets.ts";

const cellsAtOnce = 100;
/** A payload as base64, and room around it. */
const lineLimitChars = Math.ceil(payloadLimitBytes / 3) * 4 + 1024;

interface Into {
  /** What to call the lines in a problem. */
  readonly from: string;
  readonly tables: RunTables;
  readonly store: Pick<RunStore, "run" | "createRun" | "deleteRun" | "addCells">;
}

type CellLine = RunLine & { readonly kind: "cell" };

/** Thrown inside this file alone: what is wrong with a line. */
class BrokenLine extends Error {
  readonly expected: string;

  constructor(expected: string) {
    super(expected);
    this.expected = expected;
  }
}

/** Takes over an exported run line by line, and takes it out again when it turns out broken. */
export async function importedRun(
  lines: AsyncIterable<string>,
  { from, tables, store }: Into,
): Promise<Outcome<ImportedRun>> {
  const taken = { cells: 0, attempts: 0, results: 0, payloads: 0 };
  let run: string | undefined;
  let isNew = false;
  let isWhole = false;
  let number = 0;
  let waiting: CellLine[] = [];

  const flush = async (into: string) => {
    const cells = waiting;
    waiting = [];
    await store.addCells(
      into,
      cells.map(({ cell }) => cell),
    );
    await Promise.all(cells.map((line) => takeCell(into, line, tables)));
  };
  const take = async (text: string) => {
    const line = parsedLine(text);
    if (isWhole) throw new BrokenLine("nothing after the line that ends the run");
    if (run === undefined) {
      if (line.kind !== "run") throw new BrokenLine("the line that names the run, first");
      isNew = await takeRun(line, store);
      run = line.run.id;
      return;
    }
    switch (line.kind) {
      case "run":
        throw new BrokenLine("one run alone");
      case "payload":
        await takePayload(run, line, tables);
        taken.payloads++;
        return;
      case "cell":
        if (line.result === null && line.attempts.some(({ attempt }) => attempt !== null)) {
          throw new BrokenLine("a result beside attempts that were heard of");
        }
        waiting.push(line);
        taken.cells++;
        taken.attempts += line.attempts.length;
        taken.results += line.result === null ? 0 : 1;
        if (waiting.length >= cellsAtOnce) await flush(run);
        return;
      case "evidence":
        if (line.evidence.run !== run) throw new BrokenLine("evidence of this run");
        await tables.keepEvidence(run, JSON.stringify(line.evidence));
        return;
      case "end":
        await flush(run);
        if (line.cells !== taken.cells || line.payloads !== taken.payloads) {
          throw new BrokenLine(`${line.cells} cells and ${line.payloads} payloads before its end`);
        }
        isWhole = true;
    }
  };

  try {
    for await (const text of lines) {
      number++;
      if (text.trim() !== "") await take(text);
    }
    if (run === undefined || !isWhole) throw new BrokenLine("an exported run, whole to its end");
    return { ok: true, value: { run, ...taken } };
  } catch (error) {
    if (isNew && run !== undefined) await store.deleteRun(run);
    if (!(error instanceof BrokenLine)) throw error;
    const { expected } = error;
    return { ok: false, problem: { code: "file-invalid", file: from, line: number, expected } };
  }
}

function parsedLine(text: string): RunLine {
  if (text.length > lineLimitChars) {
    throw new BrokenLine(`a line of at most ${lineLimitChars} characters`);
  }
  const read = RunLine.safeParse(jsonOf(text));
  if (read.success) return read.data;
  const path = read.error.issues[0]?.path.map(String).join(".") ?? "";
  throw new BrokenLine(
    path === "" ? "a line of an exported run" : `an exported run; \`${path}\` is of another shape`,
  );
}

async function takeRun(
  { format, run }: RunLine & { readonly kind: "run" },
  store: Into["store"],
): Promise<boolean> {
  if (format !== EXPORT_FORMAT) {
    throw new BrokenLine(`format ${EXPORT_FORMAT}: another version of steelyard wrote it`);
  }
  if (await store.createRun(run)) return true;
  const there = await store.run(run.id);
  if (JSON.stringify(there) === JSON.stringify(withoutSecrets(run))) return false;
  throw new BrokenLine("a run that is not in the store, or the same; this one differs from it");
}

async function takePayload(
  run: string,
  { hash, base64 }: RunLine & { readonly kind: "payload" },
  tables: RunTables,
): Promise<void> {
  const encoded = await encodePayload(Buffer.from(base64, "base64"));
  if (encoded.hash !== hash) throw new BrokenLine("a payload that is what its hash says");
  await tables.putPayload({ run, ...encoded });
}

async function takeCell(
  run: string,
  { cell, attempts, result }: CellLine,
  tables: RunTables,
): Promise<void> {
  const begun = attempts.map(({ number, worker, begunAt }) => ({
    run,
    cell: cell.key,
    number,
    worker,
    begunAt,
  }));
  if (begun.length > 0) await tables.begin(begun);
  const heard = attempts.flatMap(({ attempt, number, ...rest }) =>
    attempt === null ? [] : [{ ...rest, attempt: { cell: cell.key, number, ...attempt } }],
  );
  if (result !== null) {
    await tables.finish(finishRowsOf(run, heard, { cell: cell.key, ...result }));
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
