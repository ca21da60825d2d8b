import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { CatalogContent } from "../../src/core/catalog/catalog-from.ts";
import type { Subject } from "../../src/core/evidence/claim.ts";
import { FACTS_FILE, INDEX_FILE } from "../../src/store/catalog-format.ts";
import { type EncodedCatalog, encodeCatalog } from "../../src/store/encode-catalog.ts";
import { smallContent } from "../cli/small-catalog.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** The program as it is built, with a small catalog of its own and without its documents. */
export interface SmallPackage {
  /** Runs `export`. */
  readonly exported: (...argv: readonly string[]) => {
    readonly exitCode: number | null;
    readonly stdout: string;
    readonly stderr: string;
  };
}

export function smallPackage(encoded: EncodedCatalog): SmallPackage {
  const folder = mkdtempSync(join(tmpdir(), "steelyard-package-"));
  for (const part of ["package.json", "dist/faces", "dist/web"]) {
    cpSync(join(root, part), join(folder, part), { recursive: true });
  }
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
  mkdirSync(join(folder, "dist/catalog"));
  writeFileSync(join(folder, "dist/catalog", INDEX_FILE), encoded.index);
  writeFileSync(join(folder, "dist/catalog", FACTS_FILE), encoded.facts);
  const main = join(folder, "dist/faces/cli/main.js");
  return {
    exported: (...argv) => {
      const options = ["--site", "https://example.org", "--as-of", "2026-11-20"];
      const { status, stdout, stderr } = spawnSync(
        process.execPath,
        [main, "export", ...argv, ...options],
        { cwd: folder, encoding: "utf8", timeout: 60_000 },
      );
      return { exitCode: status, stdout, stderr };
    },
  };
}

const [model, route] = ["qwen/qwen3.5-4b", "openrouter/qwen/qwen3.5-4b"];

/** The small catalog with more models, which differ by their names alone. */
export function grownCatalog(): EncodedCatalog {
  const sizes = Array.from({ length: 16 }, (_, index) => `-${index + 10}b`);
  const grown = <T>(entries: readonly T[], of: (entry: T, sized: Sized) => readonly T[]) => [
    ...entries,
    ...sizes.flatMap((size) =>
      entries.flatMap((entry) => of(entry, (text) => text.replace(/-4b$/i, size))),
    ),
  ];
  const about = new Set<Subject>([`model:${model}`, `route:${route}`]);
  const content: CatalogContent = {
    ...smallContent,
    models: grown(smallContent.models, (each, sized) =>
      each.id === model ? [{ ...each, id: sized(each.id), name: sized(each.name) }] : [],
    ),
    routes: grown(smallContent.routes, (each, sized) =>
      each.model === model
        ? [
            {
              ...each,
              id: sized(each.id),
              providerModelId: sized(each.providerModelId),
              model: sized(each.model),
            },
          ]
        : [],
    ),
    claims: grown(smallContent.claims, (each, sized) =>
      about.has(each.subject) ? [{ ...each, subject: subjectOf(sized(each.subject)) }] : [],
    ),
    scores: grown(smallContent.scores, (each, sized) =>
      each.model === model ? [{ ...each, model: sized(each.model) }] : [],
    ),
    aliases: new Map(
      grown<readonly [string, string]>([...smallContent.aliases], ([alias, id], sized) =>
        id === model ? [[sized(alias), sized(id)] as const] : [],
      ),
    ),
  };
  return encodeCatalog(content);
}

type Sized = (text: string) => string;

function subjectOf(text: string): Subject {
  const [kind = "", id = ""] = text.split(/:(.*)/s);
  return kind === "model" ? `model:${id}` : `route:${id}`;
}
