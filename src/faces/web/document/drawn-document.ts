import type { Catalog } from "../../../core/catalog/catalog.ts";
import { addressOf } from "../../../core/catalog/page-address.ts";
import type { CitedSource } from "../../../core/evidence/source-book.ts";
import { cleanText } from "../../../core/report/clean-text.ts";
import { type Document, plain, type Target } from "../../../core/report/document.ts";
import { type Html, html } from "../html.ts";
import { contentsHtml } from "./contents-html.ts";
import type { Marks } from "./marks.ts";
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
  readonly popovers: Html | string;
}

/** @param marksOf how figures are marked */
export function drawnDocument(
  document: Document,
  catalog: Catalog,
  marksOf: (sources: readonly CitedSource[]) => Marks,
): DrawnDocument {
  const { title, stamp = "", sources = [] } = document;
  const marks = marksOf(sources);
  const cut = cutDocument(document, () => ({ marks, addressOf: firstAddress(catalog) }));
  const sections = cut.sections.filter(({ id }) => id !== sourcesId);
  const listed = { id: sourcesId, title: "Sources", content: marks.sourcesHtml() };
  return {
    description: firstSentence(document),
    head: html`<header><h1>${cleanText(title)}</h1><p class=stamp>${cleanText(stamp)}</header>`,
    opening: cut.opening,
    sections: sources.length > 0 ? [...sections, listed] : cut.sections,
    popovers: marks.openedHtml(),
  };
}

const sourcesId = "sources";

/** A name leads to its page where a part first says it. */
function firstAddress(catalog: Catalog): (target: Target) => string | undefined {
  const linked = new Set<string>();
  return (target) => {
    const address = addressOf(catalog, target);
    if (address === undefined || linked.has(address)) return undefined;
    linked.add(address);
    return address;
  };
}

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
