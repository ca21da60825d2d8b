import { xmlText } from "./xml-text.ts";

/** A feed as RFC 4287 wants it, before it is written as XML. */
export interface Feed {
  /** `urn:uuid:…`, the same for ever. */
  readonly id: string;
  readonly title: string;
  readonly author: string;
  /** An instant: `2026-11-20T00:00:00Z`. */
  readonly updated: string;
  /** Where the feed itself stands, if that is known. */
  readonly selfUrl?: string;
  readonly entries: readonly FeedEntry[];
}

export interface FeedEntry {
  readonly id: string;
  readonly title: string;
  readonly updated: string;
  readonly summary: string;
  readonly category: string;
}

/** The feed as an Atom document. All text in it is text: nothing becomes markup. */
export function atomXml(feed: Feed): string {
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom">',
    `  ${element("id", feed.id)}`,
    `  ${element("title", feed.title)}`,
    `  ${element("updated", feed.updated)}`,
    `  <author>${element("name", feed.author)}</author>`,
    ...(feed.selfUrl === undefined
      ? []
      : [`  <link rel="self" type="application/atom+xml" href="${xmlText(feed.selfUrl)}"/>`]),
    ...feed.entries.flatMap((entry) => [
      "  <entry>",
      `    ${element("id", entry.id)}`,
      `    ${element("title", entry.title)}`,
      `    ${element("updated", entry.updated)}`,
      `    <category term="${xmlText(entry.category)}"/>`,
      `    ${element("summary", entry.summary)}`,
      "  </entry>",
    ]),
    "</feed>",
    "",
  ].join("\n");
}

function element(name: string, text: string): string {
  return `<${name}>${xmlText(text)}</${name}>`;
}
