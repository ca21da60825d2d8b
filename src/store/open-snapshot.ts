import { createHash } from "node:crypto";
import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Catalog } from "../core/catalog/catalog.ts";
import type { Outcome } from "../core/problems/problem.ts";
import { CATALOG_FORMAT, type CatalogIndex, FACTS_FILE, INDEX_FILE } from "./catalog-format.ts";
import { catalogOver } from "./catalog-over.ts";
import { ChunkShape, IndexShape } from "./snapshot-shape.ts";

const limitBytes = { [INDEX_FILE]: 64 * 1024 * 1024, [FACTS_FILE]: 256 * 1024 * 1024 } as const;

/**
 * Opens a compiled catalog that somebody kept. It is checked whole before it is trusted: the package
 * may not have written it, or not for this version.
 */
export async function openSnapshot(folder: string): Promise<Outcome<Catalog>> {
  try {
    const index = await readPart(folder, INDEX_FILE);
    const facts = await readPart(folder, FACTS_FILE);
    return { ok: true, value: checked(index.toString("utf8"), facts) };
  } catch (error) {
    return unreadable(error, folder);
  }
}

/**
 * The same from what was kept elsewhere than in a folder.
 *
 * @param where what to call it in a problem
 */
export function snapshotFrom(index: string, facts: Buffer, where: string): Outcome<Catalog> {
  try {
    return { ok: true, value: checked(index, facts) };
  } catch (error) {
    return unreadable(error, where);
  }
}

function unreadable(error: unknown, folder: string): Outcome<never> {
  if (!(error instanceof Unreadable)) throw error;
  const problem = { code: "snapshot-unreadable", folder, reason: error.message } as const;
  return { ok: false, problem };
}

/** Thrown inside this file alone: the reason, for the reader. */
class Unreadable extends Error {}

async function readPart(folder: string, name: keyof typeof limitBytes): Promise<Buffer> {
  const file = join(folder, name);
  try {
    const { size } = await stat(file);
    if (size > limitBytes[name]) {
      throw new Unreadable(`${name} has ${size} bytes, at most ${limitBytes[name]} are read`);
    }
    return await readFile(file);
  } catch (error) {
    if (error instanceof Unreadable) throw error;
    throw new Unreadable(await reasonOf(error, folder, name));
  }
}

async function reasonOf(error: unknown, folder: string, name: string): Promise<string> {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (code === "EACCES") return `you may not read ${name}`;
  if (code === "EISDIR") return `${name} is a folder`;
  if (code === "ENOTDIR") return "it is a file, not a folder";
  if (code !== "ENOENT") return `${name} cannot be read (${code})`;
  const isThere = await stat(folder).then(
    () => true,
    () => false,
  );
  return isThere ? `there is no ${name} in it` : "there is no such folder";
}

function checked(indexText: string, facts: Buffer): Catalog {
  const parsed = jsonOf(indexText, INDEX_FILE);
  const format = formatOf(parsed);
  if (format !== CATALOG_FORMAT) {
    throw new Unreadable(
      `it is of format ${format}, and this version reads format ${CATALOG_FORMAT}`,
    );
  }
  const index = IndexShape.safeParse(parsed);
  if (!index.success)
    throw new Unreadable(`${INDEX_FILE} has another shape ${placeOf(index.error)}`);
  const { models, routes, providers, makers } = index.data;
  const bytes = models.reduce((sum, [, , , , length]) => sum + length, 0);
  if (bytes !== facts.byteLength) throw new Unreadable("its two files do not belong together");
  const isWhole =
    routes.every(([provider, , model]) => provider < providers.length && model < models.length) &&
    models.every(([, , maker]) => maker < makers.length);
  if (!isWhole) throw new Unreadable(`${INDEX_FILE} names what it does not list`);
  if (hashOf(parsed, facts) !== index.data.hash) {
    throw new Unreadable("its content is not what its hash says: it was changed or cut");
  }
  checkChunks(models, facts);
  const trusted: CatalogIndex = JSON.parse(indexText);
  return catalogOver(trusted, () => facts);
}

/** Each model's facts, read once now, so that nothing can go wrong later. */
function checkChunks(models: readonly (readonly unknown[])[], facts: Buffer): void {
  let start = 0;
  for (const [id, , , , length] of models) {
    const end = start + Number(length);
    const where = `${FACTS_FILE}, at ${id},`;
    const chunk = ChunkShape.safeParse(jsonOf(facts.toString("utf8", start, end), where));
    if (!chunk.success) throw new Unreadable(`${where} has another shape ${placeOf(chunk.error)}`);
    const { sources, subjects, claims, scores, heldBack } = chunk.data;
    const rows = [...claims, ...heldBack.map(([claim]) => claim)];
    const isWhole =
      rows.every(([subject, , , source]) => subject < subjects.length && source < sources.length) &&
      scores.every(([source]) => source < sources.length);
    if (!isWhole) throw new Unreadable(`${where} names a source it does not list`);
    start = end;
  }
}

function jsonOf(text: string, where: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Unreadable(`${where} is not JSON`);
  }
}

function formatOf(parsed: unknown): string | number {
  const format: unknown =
    typeof parsed === "object" && parsed !== null && "format" in parsed ? parsed.format : undefined;
  return typeof format === "number" ? format : "unknown";
}

/** As it was signed: everything but the hash, then the facts. */
function hashOf(parsed: unknown, facts: Buffer): string {
  const unsigned =
    typeof parsed === "object" && parsed !== null ? { ...parsed, hash: undefined } : {};
  return createHash("sha256")
    .update(JSON.stringify(unsigned))
    .update(facts)
    .digest("hex")
    .slice(0, 12);
}

function placeOf({
  issues,
}: {
  readonly issues: readonly { readonly path: readonly PropertyKey[] }[];
}) {
  const path = issues[0]?.path.map(String).join(".") ?? "";
  return path === "" ? "than a catalog" : `at \`${path}\``;
}
