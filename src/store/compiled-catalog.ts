import { readFileSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Catalog } from "../core/catalog/catalog.ts";
import { CATALOG_FORMAT, type CatalogIndex, FACTS_FILE, INDEX_FILE } from "./catalog-format.ts";
import { catalogOver } from "./catalog-over.ts";

/** From `src/store` and from `dist/store` this is the same folder. */
export const catalogFolder = new URL("../../dist/catalog/", import.meta.url);

/**
 * Opens the catalog that came with the package, or another compiled one.
 *
 * @throws when the folder holds no catalog of this format; `npm run build` writes one
 */
export async function openCatalog(folder: string | URL = catalogFolder): Promise<Catalog> {
  const base = typeof folder === "string" ? pathToFileURL(`${folder}/`) : folder;
  const index: CatalogIndex = JSON.parse(textOf(new URL(INDEX_FILE, base)));
  if (index.format !== CATALOG_FORMAT) {
    throw new Error(`${fileURLToPath(base)} holds a catalog of format ${index.format}.`);
  }
  return catalogOver(index, () => readFileSync(new URL(FACTS_FILE, base)));
}

/** The two files of a compiled catalog as they lie in its folder, for who opens them elsewhere. */
export function catalogBytes(folder: URL): {
  readonly index: Uint8Array<ArrayBuffer>;
  readonly facts: Uint8Array<ArrayBuffer>;
} {
  const bytesOf = (name: string) => new Uint8Array(readFileSync(new URL(name, folder)));
  return { index: bytesOf(INDEX_FILE), facts: bytesOf(FACTS_FILE) };
}

function textOf(file: URL): string {
  try {
    return readFileSync(file, "utf8");
  } catch (cause) {
    throw new Error(`No catalog at ${fileURLToPath(file)}. Run \`npm run build\`.`, { cause });
  }
}
