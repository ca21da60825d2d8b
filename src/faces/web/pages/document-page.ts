import type { Catalog } from "../../../core/catalog/catalog.ts";
import type { Document } from "../../../core/report/document.ts";
import type { StructuredData } from "../../../core/report/structured-data.ts";
import { drawnDocument, partsHtml } from "../document/drawn-document.ts";
import { storyMarks } from "../document/story-marks.ts";
import { type Html, html } from "../html.ts";
import type { Page } from "../page.ts";

interface Frame {
  readonly kind: string;
  readonly address: string;
  readonly catalog: Catalog;
  /** The question, beside its answer. */
  readonly form?: Html;
  readonly structured?: readonly StructuredData[] | undefined;
}

/** An answer as a page: its head, its opening, the question where there is one, its parts. */
export function documentPage(document: Document, frame: Frame): Page {
  const { kind, address, catalog, form, structured } = frame;
  const { description, head, opening, sections, popovers } = drawnDocument(
    document,
    catalog,
    storyMarks,
  );
  const aside = form === undefined ? "" : html`<aside>${form}</aside>`;
  const page = {
    kind: form === undefined ? kind : `${kind} asked`,
    address,
    title: document.title,
    description,
    main: html`${head}<div id=answer>${opening}</div>${aside}${partsHtml(sections)}${popovers}`,
  };
  return structured === undefined ? page : { ...page, structured };
}
