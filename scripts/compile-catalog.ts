/** Writes `dist/catalog` from `data/`: what is authored by hand and the snapshot of collectors. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import type { RelatedLists } from "../src/core/catalog/catalog.ts";
import { type CatalogContent, catalogFrom } from "../src/core/catalog/catalog-from.ts";
import { relatedLists } from "../src/core/compare/related.ts";
import { dossiersOf } from "../src/core/evidence/dossiers.ts";
import { readSizing } from "../src/sources/authored/sizing/read-sizing.ts";
import { FACTS_FILE, INDEX_FILE } from "../src/store/catalog-format.ts";
import { encodeCatalog } from "../src/store/encode-catalog.ts";
import { encodeSizing, SIZING_FILE } from "../src/store/sizing-file.ts";
import { compileCatalog } from "./catalog-content.ts";

const root = fileURLToPath(new URL("../", import.meta.url));
const { values: asked } = parseArgs({
  options: {
    /** Another folder of authored files and snapshot. */
    data: { type: "string", default: join(root, "data") },
    out: { type: "string", default: join(root, "dist/catalog") },
    /** Prints what was held back or left out, one a line. */
    list: { type: "boolean", default: false },
  },
});
const { content, leftOut } = await compileCatalog(asked.data);
const { hash, index, facts } = encodeCatalog({ ...content, related: relatedIn(content) });
mkdirSync(asked.out, { recursive: true });
writeFileSync(join(asked.out, INDEX_FILE), index);
writeFileSync(join(asked.out, FACTS_FILE), facts);
const sizing = await readSizing(asked.data);
if (!sizing.ok) throw new Error(JSON.stringify(sizing.problem));
writeFileSync(join(asked.out, SIZING_FILE), encodeSizing(sizing.value));

const { models, routes, providers, scores, claims, quarantined = [] } = content;
const counts: readonly (readonly [string, number])[] = [
  ["models", models.length],
  ["described by hand", models.filter((model) => model.isAuthored).length],
  ["routes", routes.length],
  ["providers", providers.length],
  ["benchmarks", content.benchmarks.length],
  ["scores", scores.length],
  ["claims", claims.length],
  ["names", content.aliases.size],
  ["architectures", sizing.value.architectures.length],
  ["GPUs", sizing.value.gpus.length],
  ["held back", quarantined.length],
  ["rows left out", leftOut.length],
];
const lines = counts.map(([what, count]) => `${String(count).padStart(7)} ${what}`);
process.stdout.write(`Catalog ${hash} of ${content.compiledOn}\n${lines.join("\n")}\n`);
if (asked.list) {
  const held = quarantined.map(({ claim, rule, because }) => [rule, claim.subject, because]);
  const out = leftOut.map(({ ref, because }) => ["left-out", ref, because]);
  process.stdout.write(`${[...held, ...out].map((row) => row.join("\t")).join("\n")}\n`);
}

/** Worked out once here, so that a comparison need not read every model. */
function relatedIn(content: CatalogContent): ReadonlyMap<string, RelatedLists> {
  const catalog = catalogFrom(content);
  const dossiers = dossiersOf(catalog, catalog.compiledOn);
  return new Map(
    catalog.models
      .filter(({ isAuthored }) => isAuthored)
      .map(({ id }) => [id, relatedLists(dossiers.of(id), catalog, catalog.compiledOn)]),
  );
}
