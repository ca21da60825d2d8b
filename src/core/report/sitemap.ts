import { xmlText } from "./xml-text.ts";

/** The protocol's limit for one file. */
const addressesInFile = 50_000;

/**
 * The pages of a site for search engines, as files by their address: `/sitemap.xml`, which lists the
 * pages, or the files that do where there are too many for one.
 *
 * @param origin `https://example.org`: a sitemap holds whole addresses only
 */
export function sitemapOf(
  origin: string,
  addresses: readonly string[],
  atMost = addressesInFile,
): ReadonlyMap<string, string> {
  const parts = Array.from({ length: Math.ceil(addresses.length / atMost) }, (_, index) =>
    addresses.slice(index * atMost, (index + 1) * atMost),
  );
  const [only = [], ...more] = parts;
  if (more.length === 0) return new Map([["/sitemap.xml", listed("urlset", "url", origin, only)]]);
  const named = parts.map((part, index) => [`/sitemap-${index + 1}.xml`, part] as const);
  return new Map([
    [
      "/sitemap.xml",
      listed(
        "sitemapindex",
        "sitemap",
        origin,
        named.map(([name]) => name),
      ),
    ],
    ...named.map(([name, part]) => [name, listed("urlset", "url", origin, part)] as const),
  ]);
}

function listed(all: string, each: string, origin: string, addresses: readonly string[]): string {
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<${all} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">`,
    ...addresses.map((address) => `<${each}><loc>${xmlText(origin + address)}</loc></${each}>`),
    `</${all}>`,
    "",
  ].join("\n");
}
