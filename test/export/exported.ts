import { existsSync, mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Catalog } from "../../src/core/catalog/catalog.ts";
import { exportSite } from "../../src/faces/export/main.ts";
import type { Deps } from "../../src/operations/operation.ts";
import { depsOf } from "../builders/deps-of.ts";

/** A folder that is not there yet. */
export function newFolder(): string {
  return join(mkdtempSync(join(tmpdir(), "steelyard-export-")), "site");
}

export function depsWith(catalog: Catalog): Deps {
  return depsOf({ catalog: async () => ({ ok: true, value: catalog }) });
}

/** What an export said, and how it ended: an exit code, or the problem. */
export async function exported(deps: Deps, fields: Readonly<Record<string, unknown>>) {
  const said = { stdout: "", stderr: "" };
  const io = {
    stdout: { write: (text: string) => (said.stdout += text) },
    stderr: { write: (text: string) => (said.stderr += text) },
    version: "0.0.0",
  };
  const outcome = await exportSite(fields, io, deps);
  return { ...said, ended: outcome.ok ? outcome.value : outcome.problem };
}

/** Every file below a folder by its path, with its text. */
export function filesIn(folder: string): ReadonlyMap<string, string> {
  if (!existsSync(folder)) return new Map();
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return new Map(
    entries
      .filter((entry) => entry.isFile())
      .map((entry) => {
        const file = join(entry.parentPath, entry.name);
        return [file.slice(folder.length + 1), readFileSync(file, "latin1")] as const;
      })
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}
