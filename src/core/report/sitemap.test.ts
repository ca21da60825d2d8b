import { XMLParser } from "fast-xml-parser";
import { describe, expect, test } from "vitest";
import { sitemapOf } from "./sitemap.ts";

const origin = "https://example.org";
const read = (text: string | undefined) => new XMLParser().parse(text ?? "");

describe("a sitemap", () => {
  test("lists whole addresses", () => {
    const files = sitemapOf(origin, ["/", "/compare/a-vs-b"]);
    expect([...files.keys()]).toEqual(["/sitemap.xml"]);
    const { urlset } = read(files.get("/sitemap.xml"));
    expect(urlset.url).toEqual([{ loc: `${origin}/` }, { loc: `${origin}/compare/a-vs-b` }]);
  });

  test("is split where there are too many for one file, and lists its parts", () => {
    const addresses = Array.from({ length: 5 }, (_, index) => `/models/m${index}`);
    const files = sitemapOf(origin, addresses, 2);
    const { sitemapindex } = read(files.get("/sitemap.xml"));
    const parts = ["/sitemap-1.xml", "/sitemap-2.xml", "/sitemap-3.xml"];
    expect(sitemapindex.sitemap).toEqual(parts.map((part) => ({ loc: origin + part })));
    const listed = parts.flatMap((part) => [read(files.get(part)).urlset.url].flat());
    expect(listed).toEqual(addresses.map((address) => ({ loc: origin + address })));
  });

  test("escapes what XML would read as markup", () => {
    expect(sitemapOf(origin, ["/models/a&b"]).get("/sitemap.xml")).toContain("/models/a&amp;b<");
  });
});
