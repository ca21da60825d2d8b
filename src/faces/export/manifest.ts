import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import type { Outcome } from "../../core/problems/problem.ts";

/** Lies beside the pages and says which files are the export's own. */
export const manifestName = ".steelyard-export.json";

const Kept = z.strictObject({ hash: z.string(), bytes: z.int().min(0) });

const Manifest = z.strictObject({
  format: z.literal(1),
  /** Names all that the files were drawn from; empty while they are being replaced. */
  drawnFrom: z.string(),
  files: z.record(z.string().refine(staysInside), Kept),
});

export type Manifest = z.output<typeof Manifest>;

/** A file as the last export left it. */
export type KeptFile = z.output<typeof Kept>;

export const noManifest: Manifest = { format: 1, drawnFrom: "", files: {} };

/** What the last export left in a folder; undefined: no export wrote into it. */
export async function readManifest(folder: string): Promise<Outcome<Manifest | undefined>> {
  const file = join(folder, manifestName);
  let text: string;
  try {
    text = await readFile(file, "utf8");
  } catch (cause) {
    if (isMissing(cause)) return { ok: true, value: undefined };
    throw cause;
  }
  const parsed = Manifest.safeParse(jsonOf(text));
  if (parsed.success) return { ok: true, value: parsed.data };
  const expected = "what `steelyard export` wrote; empty the folder and export anew";
  return { ok: false, problem: { code: "file-invalid", file, expected } };
}

/** A file by what is in it. */
export function keptFile(bytes: Uint8Array): KeptFile {
  const hash = createHash("sha256").update(bytes).digest("base64url").slice(0, 27);
  return { hash, bytes: bytes.length };
}

/** Files to remove are named by a file that somebody may have changed: none lies elsewhere. */
function staysInside(path: string): boolean {
  return path.split("/").every((name) => name !== "" && name !== ".." && !/[\\\0]/.test(name));
}

export function isMissing(cause: unknown): boolean {
  return cause instanceof Error && "code" in cause && cause.code === "ENOENT";
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
