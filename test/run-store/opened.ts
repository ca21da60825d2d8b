import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { RunStore } from "../../src/core/runs/run-store.ts";
import { openRunStore } from "../../src/store/runs/open-run-store.ts";

/** A new store for measuring, or what is wrong. */
export async function opened(where: string): Promise<RunStore> {
  const outcome = await openRunStore(where, "measure");
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem));
  return outcome.value;
}

/** A place for a store where none is yet. */
export function newFile(name = "runs.db"): string {
  return join(mkdtempSync(join(tmpdir(), "steelyard-runs-")), name);
}

let schemas = 0;

/** The same on a server. */
export function newSchema(connectionString: string): string {
  return `${connectionString}&schema=s${process.pid}_${schemas++}_${Math.random().toString(36).slice(2)}`;
}
