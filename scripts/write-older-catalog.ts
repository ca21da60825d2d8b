/**
 * Writes `test/snapshots/format-1`, a catalog as an earlier version compiled it. It is committed and
 * stays as it is: whoever changes the format sees there whether old snapshots are still read.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { FACTS_FILE, INDEX_FILE } from "../src/store/catalog-format.ts";
import { encodeCatalog } from "../src/store/encode-catalog.ts";
import { olderContent } from "../test/snapshots/older-content.ts";

const folder = new URL("../test/snapshots/format-1/", import.meta.url);
const { index, facts } = encodeCatalog(olderContent);
mkdirSync(folder, { recursive: true });
writeFileSync(new URL(INDEX_FILE, folder), index);
writeFileSync(new URL(FACTS_FILE, folder), facts);
