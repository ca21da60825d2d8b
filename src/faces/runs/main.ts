import type { Outcome } from "../../core/problems/problem.ts";
import { systemReason } from "../../core/problems/system-reason.ts";
import type { ProgressOutput } from "../../core/report/progress-line.ts";
import { deletedText, exportedText, importedText } from "../../core/report/run-moves.ts";
import { madeStorePlace } from "../../store/runs/made-store-place.ts";
import { openExistingStore, withStore } from "../../store/runs/open-existing.ts";
import { openRunStore } from "../../store/runs/open-run-store.ts";
import { isOfDisk, readRunLines, writeRunFile } from "../../store/runs/run-file.ts";
import { storeName } from "../../store/runs/store-name.ts";
import { storePlace } from "../../store/runs/store-place.ts";
import { parseDelete, parseRunExport, parseRunImport } from "./run-fields.ts";

/** What a process gives who moves runs. */
export interface RunsIo {
  readonly stdout: { write(text: string): unknown };
  readonly stderr: ProgressOutput;
}

type Fields = Readonly<Record<string, unknown>>;

/** Takes a run out of its store with all that belongs to it, and says what that was. */
export async function deleteRun(fields: Fields, { stdout }: RunsIo): Promise<Outcome<number>> {
  const asked = parseDelete(fields);
  if (!asked.ok) return asked;
  const where = storePlace(asked.value.store);
  return withStore(await openExistingStore(where), async (store) => {
    const { run } = asked.value;
    const counts = await store.counts(run);
    const isEvidence = (await store.evidence()).some((each) => each.run === run);
    if (!(await store.deleteRun(run))) return notFound(run, where);
    stdout.write(deletedText(run, { counts, isEvidence }));
    return { ok: true, value: 0 };
  });
}

/** Writes a run into a file that another store can take over. */
export async function exportRun(fields: Fields, { stdout }: RunsIo): Promise<Outcome<number>> {
  const asked = parseRunExport(fields);
  if (!asked.ok) return asked;
  const { run, file } = asked.value;
  const where = storePlace(asked.value.store);
  return withStore(await openRunStore(where, "read"), async (store) => {
    if ((await store.run(run)) === undefined) return notFound(run, where);
    const lines = await writeRunFile(file, store.exportRun(run));
    if (!lines.ok) return lines;
    stdout.write(exportedText(run, file, lines.value));
    return { ok: true, value: 0 };
  });
}

/** Takes over an exported run; one that is there already stays as it is. */
export async function importRun(fields: Fields, { stdout }: RunsIo): Promise<Outcome<number>> {
  const asked = parseRunImport(fields);
  if (!asked.ok) return asked;
  const { file } = asked.value;
  const where = await madeStorePlace(asked.value.store);
  return withStore(await openRunStore(where, "measure"), async (store) => {
    try {
      const taken = await store.importRun(readRunLines(file), file);
      if (!taken.ok) return taken;
      stdout.write(importedText(taken.value));
      return { ok: true, value: 0 };
    } catch (cause) {
      if (!isOfDisk(cause)) throw cause;
      const reason = systemReason(cause);
      return { ok: false, problem: { code: "file-unreadable", file, reason } };
    }
  });
}

function notFound(run: string, where: string): Outcome<number> {
  return { ok: false, problem: { code: "run-not-found", run, store: storeName(where) } };
}
