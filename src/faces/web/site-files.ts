import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import type { Catalog } from "../../core/catalog/catalog.ts";
import type { Claim } from "../../core/evidence/claim.ts";
import { searchIndex } from "../../core/identity/search-index.ts";
import type { RunEvidence } from "../../core/runs/run-evidence.ts";
import type { IsoDate } from "../../core/units.ts";
import type { CalculatorFile, SiteAssets } from "./layout/site.ts";
import type { SiteFile } from "./web-app.ts";

/** What a site's files are made from. */
interface SiteContent {
  /** The folder of built scripts and styles. */
  readonly built: URL;
  /** The two files of the catalog. */
  readonly index: Uint8Array<ArrayBuffer>;
  readonly facts: Uint8Array<ArrayBuffer>;
  readonly catalog: Catalog;
  /** What the server's own facts files say. */
  readonly claims: readonly Claim[];
  /** What its runs and probes say; null: that is not told. */
  readonly evidence: readonly RunEvidence[] | null;
  readonly today: IsoDate;
}

/** The files beside the pages, by address, and where pages find those they load. */
export function siteFiles(content: SiteContent): {
  readonly assets: SiteAssets;
  readonly files: ReadonlyMap<string, SiteFile>;
} {
  const { built, index, facts, catalog, claims, evidence, today } = content;
  const files = new Map<string, SiteFile>();
  const add = (address: string, bytes: Uint8Array<ArrayBuffer>) => {
    files.set(address, siteFile(address, bytes));
    return address;
  };
  const addNamed = (name: string, bytes: Uint8Array<ArrayBuffer>) =>
    add(`/assets/${name.replace(".", `-${digestOf(bytes)}.`)}`, bytes);

  const scripts = readdirSync(built).filter((name) => name.endsWith(".js"));
  for (const name of scripts) add(`/assets/${name}`, read(new URL(name, built)));
  const scriptOf = (entry: string) => {
    const name = scripts.find((each) => each.startsWith(`${entry}-`));
    if (name === undefined) throw new Error(`No ${entry} script. Run \`npm run build\`.`);
    return `/assets/${name}`;
  };

  const calculator: CalculatorFile = {
    today,
    index: addNamed("catalog.json", index),
    facts: addNamed("facts.jsonl", facts),
    claims,
    evidence,
  };
  add("/calculator.json", textBytes(JSON.stringify(calculator)));
  add("/search.json", textBytes(JSON.stringify(searchIndex(catalog))));
  const still = new URL("still/", built);
  for (const name of readdirSync(still)) add(`/${name}`, read(new URL(name, still)));
  const assets = {
    styles: addNamed("site.css", read(new URL("site.css", built))),
    theme: scriptOf("theme"),
    script: scriptOf("main"),
  };
  return { assets, files };
}

/** A file as it is sent; its address ends with its kind. */
export function siteFile(address: string, bytes: Uint8Array<ArrayBuffer>): SiteFile {
  return { type: typeOf(address), bytes, etag: `"${digestOf(bytes)}"` };
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
  xml: "application/xml",
};

function typeOf(address: string): string {
  const ending = address.slice(address.lastIndexOf(".") + 1);
  return types[ending] ?? "application/octet-stream";
}
