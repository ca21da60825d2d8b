import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { XMLParser } from "fast-xml-parser";
import { beforeAll, describe, expect, test } from "vitest";
import { composedApp, openSite } from "../../src/faces/serve/main.ts";
import { openCatalog } from "../../src/store/compiled-catalog.ts";
import { cutCatalog } from "./cut-catalog.ts";
import { depsWith, exported, filesIn, newFolder } from "./exported.ts";
import { brokenLinks, faultsOf } from "./page-check.ts";

const origin = "https://example.org";
const asOf = "2026-11-21";
const whole = await openCatalog();
const ids = whole.models.map(({ id }) => id);

const some = <T>(list: readonly T[], count: number) =>
  fc.shuffledSubarray([...list], { minLength: count, maxLength: count });
const models = fc.sample(some(ids, 30), { seed: 28, numRuns: 1 }).flat();
const pairs = fc.sample(some(models, 2), { seed: 28, numRuns: 50 });
const deps = depsWith(cutCatalog(whole, models));

const folder = newFolder();
let files: ReadonlyMap<string, string>;
let said: Awaited<ReturnType<typeof exported>>;

/** Where a host shows a file. */
function addressOf(path: string): string {
  const way = path.replace(/(^|\/)index\.html$/, "");
  return `/${way.split("/").map(encodeURIComponent).join("/")}`;
}

const pagesOf = () => [...files].filter(([path]) => path.endsWith(".html"));

beforeAll(async () => {
  const list = join(mkdtempSync(join(tmpdir(), "steelyard-pairs-")), "pairs.txt");
  writeFileSync(list, pairs.map((pair) => pair.join(" vs ")).join("\n"));
  said = await exported(deps, { folder, site: origin, asOf, pairs: list });
  files = filesIn(folder);
}, 60_000);

describe("an exported site", () => {
  test("is all there", () => {
    expect(said.ended).toBe(0);
    expect(said.stderr).not.toContain("where nothing stands");
    const kinds = ["models", "providers", "benchmarks", "compare"].map((kind) => [
      kind,
      pagesOf().filter(([path]) => path.startsWith(`${kind}/`)).length,
    ]);
    expect(Object.fromEntries(kinds)).toMatchObject({
      models: models.length,
      providers: whole.providers.length,
      benchmarks: whole.benchmarks.length,
    });
    for (const path of ["index.html", "find/index.html", "search.json", "calculator.json"]) {
      expect(files.has(path), path).toBe(true);
    }
  });

  test("is, byte for byte, what is served", async () => {
    const opened = await openSite(deps, { facts: [], asOf, origin, withRuns: false });
    if (!opened.ok) throw new Error(opened.problem.code);
    const app = composedApp(opened.value.deps, { version: "0.0.0", asOf, web: opened.value });
    const own = new Set([".steelyard-export.json", "sitemap.xml", "robots.txt"]);
    for (const [path, text] of files) {
      if (own.has(path)) continue;
      const response = await app.request(addressOf(path));
      expect(Buffer.from(await response.arrayBuffer()).toString("latin1") === text, path).toBe(
        true,
      );
    }
  }, 60_000);

  test("leads nowhere that is not in it", () => {
    expect(brokenLinks(files)).toEqual([]);
  });

  test("has its ids once on a page, and nothing that a strict policy refuses", () => {
    const faults = pagesOf().flatMap(([path, html]) =>
      faultsOf(html, origin).map((each) => [path, each]),
    );
    expect(faults).toEqual([]);
  });

  test("lists its pages for search engines, all of them and no others", () => {
    const { urlset } = new XMLParser().parse(files.get("sitemap.xml") ?? "");
    const listed: readonly string[] = urlset.url.map(({ loc }: { loc: string }) => loc);
    const pages = pagesOf().map(([path]) => `${origin}${addressOf(path)}`);
    expect([...listed].sort()).toEqual(pages.sort());
    expect(files.get("robots.txt")).toContain(`Sitemap: ${origin}/sitemap.xml`);
  });

  test("names each page by the address it will have", () => {
    for (const [path, html] of pagesOf()) {
      expect(html).toContain(`<link rel="canonical" href="${origin}${addressOf(path)}">`);
    }
  });
});
