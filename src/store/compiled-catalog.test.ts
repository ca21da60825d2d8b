import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { catalogContract, content } from "../../test/contracts/catalog.ts";
import { type CatalogContent, catalogFrom } from "../core/catalog/catalog-from.ts";
import { FACTS_FILE, INDEX_FILE } from "./catalog-format.ts";
import { openCatalog } from "./compiled-catalog.ts";
import { encodeCatalog } from "./encode-catalog.ts";

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "steelyard-catalog-"));
  folders.push(folder);
  return folder;
}

async function compiled(contents: CatalogContent) {
  const folder = newFolder();
  const { index, facts } = encodeCatalog(contents);
  writeFileSync(join(folder, INDEX_FILE), index);
  writeFileSync(join(folder, FACTS_FILE), facts);
  return openCatalog(folder);
}

catalogContract("in memory", async (contents) => catalogFrom(contents));
catalogContract("in compiled files", compiled);

test("the same content in another order gives the same bytes", () => {
  const shuffled: CatalogContent = {
    ...content,
    models: [...content.models].reverse(),
    routes: [...content.routes].reverse(),
    claims: [...content.claims].reverse(),
    aliases: new Map([...content.aliases].reverse()),
  };
  expect(encodeCatalog(shuffled)).toEqual(encodeCatalog(content));
});

test("another price gives another hash", () => {
  const claims = content.claims.map((claim) => ({ ...claim, value: "0.436" }));
  expect(encodeCatalog({ ...content, claims }).hash).not.toBe(encodeCatalog(content).hash);
});

test("a folder without a catalog is refused with what to do", async () => {
  await expect(openCatalog(newFolder())).rejects.toThrow("Run `npm run build`");
});
