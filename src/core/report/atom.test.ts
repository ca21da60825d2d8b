import { XMLParser, XMLValidator } from "fast-xml-parser";
import { expect, test } from "vitest";
import { atomXml, type Feed } from "./atom.ts";

const entry = {
  id: "urn:uuid:00000000-0000-8000-8000-000000000001",
  title: "A price",
  updated: "2026-11-20T00:00:00Z",
  summary: "It fell.",
  category: "price",
};
const feed: Feed = {
  id: "urn:uuid:00000000-0000-8000-8000-000000000000",
  title: "Changes",
  author: "Steelyard",
  updated: "2026-11-20T00:00:00Z",
  entries: [entry],
};

const parser = new XMLParser({ ignoreAttributes: false, processEntities: true });

test("holds what RFC 4287 requires of a feed and of its entries", () => {
  const xml = atomXml(feed);
  expect(XMLValidator.validate(xml)).toBe(true);
  const { feed: read } = parser.parse(xml);
  expect(read["@_xmlns"]).toBe("http://www.w3.org/2005/Atom");
  expect(read).toMatchObject({
    id: feed.id,
    title: "Changes",
    updated: "2026-11-20T00:00:00Z",
    author: { name: "Steelyard" },
    entry: {
      id: entry.id,
      title: "A price",
      updated: "2026-11-20T00:00:00Z",
      summary: "It fell.",
      category: { "@_term": "price" },
    },
  });
  expect(xml).not.toContain("<link");
});

test("links to itself where it is said to stand", () => {
  const selfUrl = "https://example.org/feed?a=1&b=2";
  const { feed: read } = parser.parse(atomXml({ ...feed, selfUrl }));
  expect(read.link).toMatchObject({ "@_rel": "self", "@_href": selfUrl });
});

test.each([
  { title: `<b>"Brick" & 'Tile'</b>`, read: `<b>"Brick" & 'Tile'</b>`, because: "markup is text" },
  { title: "a]]>b", read: "a]]>b", because: "the end of a section is text" },
  { title: "a\u0000\u0008\u001b[31mb\uffffc\ud800", read: "abc", because: "XML forbids these" },
  { title: "&lt;&#0;", read: "&lt;&#0;", because: "an escape is text too" },
])("$because: $title", ({ title, read }) => {
  const xml = atomXml({ ...feed, title, entries: [{ ...entry, title, category: title }] });
  expect(XMLValidator.validate(xml)).toBe(true);
  const parsed = parser.parse(xml);
  expect(parsed.feed.title).toBe(read);
  expect(parsed.feed.entry.title).toBe(read);
  expect(parsed.feed.entry.category["@_term"]).toBe(read);
});

test("is the same bytes twice", () => {
  expect(atomXml(feed)).toBe(atomXml(structuredClone(feed)));
});
