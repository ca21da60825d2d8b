import { sitemapOf } from "../../core/report/sitemap.ts";
import { siteFile } from "./site-files.ts";
import type { SiteFile } from "./web-app.ts";

const robots = "/robots.txt";

/** What tells search engines of pages: the sitemap, and a `robots.txt` that names it. */
export function sitemapFiles(
  files: ReadonlyMap<string, SiteFile>,
  origin: string,
  addresses: readonly string[],
): ReadonlyMap<string, SiteFile> {
  const rules = new TextDecoder().decode(files.get(robots)?.bytes);
  const texts = new Map([
    ...sitemapOf(origin, addresses),
    [robots, `${rules}\nSitemap: ${origin}/sitemap.xml\n`] as const,
  ]);
  const encoder = new TextEncoder();
  return new Map(
    [...texts].map(([address, text]) => [address, siteFile(address, encoder.encode(text))]),
  );
}
