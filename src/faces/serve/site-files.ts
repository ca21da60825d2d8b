import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import type { Catalog } from "../../core/catalog/catalog.ts";
import type { Claim } from "../../core/evidence/claim.ts";
import { searchIndex } from "../../core/identity/search-index.ts";
import type { IsoDate } from "../../core/units.ts";
import { FACTS_FILE, INDEX_FILE } from "../../store/catalog-format.ts";
import type { CalculatorFile, SiteAssets } from "../web/layout/site.ts";
import type { SiteFile } from "../web/web-app.ts";

/** What a site's files are made from. */
interface SiteContent {
  /** The folder of the package, with `dist` in it. */
  readonly root: URL;
  readonly catalog: Catalog;
  /** What the server's own facts files say. */
  readonly claims: readonly Claim[];
  readonly today: IsoDate;
}

/** The files beside the pages, by address, and where pages find those they load. */
export function siteFiles({ root, catalog, claims, today }: SiteContent): {
  readonly assets: SiteAssets;
  readonly files: ReadonlyMap<string, SiteFile>;
} {
  const files = new Map<string, SiteFile>();
  const add = (address: string, bytes: Uint8Array<ArrayBuffer>) => {
    files.set(address, { type: typeOf(address), bytes, etag: `"${digestOf(bytes)}"` });
    return address;
  };
  const addNamed = (name: string, bytes: Uint8Array<ArrayBuffer>) =>
    add(`/assets/${name.replace(".", `-${digestOf(bytes)}.`)}`, bytes);

  const web = new URL("dist/web/", root);
  const scripts = readdirSync(web).filter((name) => name.endsWith(".js"));
  for (const name of scripts) add(`/assets/${name}`, read(new URL(name, web)));
  const scriptOf = (entry: string) => {
    const name = scripts.find((each) => each.startsWith(`${entry}-`));
    if (name === undefined) throw new Error(`No ${entry} script. Run \`npm run build\`.`);
    return `/assets/${name}`;
  };

  const kept = new URL("dist/catalog/", root);
  const calculator: CalculatorFile = {
    today,
    index: addNamed("catalog.json", read(new URL(INDEX_FILE, kept))),
    facts: addNamed("facts.jsonl", read(new URL(FACTS_FILE, kept))),
    claims,
  };
  add("/calculator.json", textBytes(JSON.stringify(calculator)));
  add("/search.json", textBytes(JSON.stringify(searchIndex(catalog))));
  const still = new URL("still/", web);
  for (const name of readdirSync(still)) add(`/${name}`, read(new URL(name, still)));
  const assets = {
    styles: addNamed("site.css", read(new URL("site.css", web))),
    theme: scriptOf("theme"),
    script: scriptOf("main"),
  };
  return { assets, files };
}

function read(file: URL): Uint8Array<ArrayBuffer> {
  return new Uint8Array(readFileSync(file));
}

function textBytes(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}

function digestOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex").slice(0, 10);
}

const types: Readonly<Record<string, string>> = {
  css: "text/css; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  json: "application/json",
  jsonl: "application/jsonl",
  png: "image/png",
  svg: "image/svg+xml",
  txt: "text/plain; charset=utf-8",
};

function typeOf(address: string): string {
  const ending = address.slice(address.lastIndexOf(".") + 1);
  return types[ending] ?? "application/octet-stream";
}
