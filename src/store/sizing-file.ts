import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { SizingFacts } from "../core/sizing/sizing-facts.ts";
import { catalogFolder } from "./compiled-catalog.ts";

/** Beside the catalog, so that only who sizes a machine reads it. */
export const SIZING_FILE = "sizing.json";
const SIZING_FORMAT = 1;

/** The text of the file; the same facts give the same bytes. */
export function encodeSizing(facts: SizingFacts): string {
  return `${JSON.stringify({ format: SIZING_FORMAT, ...facts })}\n`;
}

/**
 * Opens what came with the package about weights of one's own.
 *
 * @throws when the folder holds no such file of this format; `npm run build` writes one
 */
export function openSizing(folder: URL = catalogFolder): SizingFacts {
  const file = new URL(SIZING_FILE, folder);
  const { format, ...facts }: SizingFacts & { readonly format: unknown } = JSON.parse(textOf(file));
  if (format !== SIZING_FORMAT) {
    throw new Error(`${fileURLToPath(file)} is of format ${String(format)}.`);
  }
  return facts;
}

function textOf(file: URL): string {
  try {
    return readFileSync(file, "utf8");
  } catch (cause) {
    throw new Error(`There is no ${fileURLToPath(file)}. Run \`npm run build\`.`, { cause });
  }
}
