import { html } from "hono/html";
import type { Catalog } from "../../../core/catalog/catalog.ts";
import { addressOf } from "../../../core/catalog/page-address.ts";
import { cleanText } from "../../../core/report/clean-text.ts";
import { type Document, plain } from "../../../core/report/document.ts";
import { contentsHtml } from "./contents-html.ts";
import type { Html } from "./html.ts";
import { markBook } from "./mark-book.ts";
import { popoversHtml, sourceListHtml } from "./popovers-html.ts";
import { cutDocument, type Section, sectionHtml } from "./sections.ts";

/** An answer as the pieces of a page. */
export interface DrawnDocument {
  /** Its first sentence, for search engines. */
  readonly description: string;
  readonly head: Html;
  /** What stands before the first heading. */
  readonly opening: Html;
  readonly sections: readonly Section[];
  /** What the marks of all pieces open. */
  readonly popovers: Html;
}

export function drawnDocument(document: Document, catalog: Catalog): DrawnDocument {
  const { title, stamp = "", sources = [] } = document;
  const marks = markBook(sources);
  const cut = cutDocument(document, { marks, addressOf: (target) => addressOf(catalog, target) });
  const sections = cut.sections.filter(({ id }) => id !== sourcesId);
  const isListed = sources.length > 0;
  return {
    description: firstSentence(document),
    head: html`<header><h1>${cleanText(title)}</h1><p class=stamp>${cleanText(stamp)}</header>`,
    opening: cut.opening,
    sections: isListed
      ? [...sections, { id: sourcesId, title: "Sources", content: sourceListHtml(sources) }]
      : cut.sections,
    popovers: popoversHtml(marks),
  };
}

const sourcesId = "sources";

/** The parts with a list of them to jump to. */
export function partsHtml(sections: readonly Section[]): Html {
  const isLong = sections.length > 3;
  return html`<div id=parts>${isLong ? contentsHtml(sections) : ""}${sections.map(sectionHtml)}</div>`;
}

function firstSentence({ title, blocks }: Document): string {
  for (const block of blocks) {
    if (block.kind === "lead" && block.lines[0] !== undefined) return plain(block.lines[0]);
    if (block.kind === "paragraph") return plain(block.line);
  }
  return title;
}
