import type { Catalog } from "../../../core/catalog/catalog.ts";
import { modelsOfSlug } from "../../../core/catalog/models-of-slug.ts";
import type { Document } from "../../../core/report/document.ts";
import { questionsData } from "../../../core/report/structured-data.ts";
import { compare } from "../../../operations/compare.ts";
import { drawnDocument, partsHtml } from "../document/drawn-document.ts";
import { sectionHtml } from "../document/sections.ts";
import { sourceMarks } from "../document/source-marks.ts";
import { askedBy } from "../forms/asked-by.ts";
import { type Asked, questionForm } from "../forms/question-form.ts";
import { html } from "../html.ts";
import { type Page, type PageRule, refused, shown } from "../page.ts";

/** The parts that belong to the answer and stand before the question. */
const answering = new Set([
  "why",
  "the-others",
  "what-would-change-it",
  "what-is-missing-cheapest-to-learn-first",
]);

export const comparisonPage: PageRule = async ({ parts: { slug = "" }, query }, deps) => {
  const catalog = await deps.catalog([]);
  if (!catalog.ok) return refused(catalog.problem);
  const named = modelsOfSlug(catalog.value, slug);
  if (!named.ok) return refused(named.problem);
  const { models, isCanonical, address } = named.value;
  if (!isCanonical) return { kind: "moved", address: withQuery(address, query), isForNow: false };
  const asked = await askedBy(query, deps);
  if (!asked.ok) return refused(asked.problem);
  const answer = await compare.answer({ models, ...asked.value.input }, deps);
  if (!answer.ok) return refused(answer.problem, questionForm(address, asked.value));

  return shown(
    drawnComparison(answer.value.report({ brief: false, withSources: false }), {
      address,
      catalog: catalog.value,
      asked: asked.value,
      structured: [questionsData(answer.value.value)],
    }),
  );
};

/** The page of a comparison that has been reckoned: the answer, the question beside it, the rest. */
export function drawnComparison(
  document: Document,
  { address, catalog, asked, structured }: Ground,
): Page {
  const drawn = drawnDocument(document, catalog, sourceMarks);
  const { description, head, opening, sections, popovers } = drawn;
  const answers = sections.filter(({ id }) => answering.has(id));
  const rest = sections.filter(({ id }) => !answering.has(id));
  return {
    ...{ kind: "comparison", address, title: document.title, description, structured },
    main: html`${head}<div id=answer>${opening}${answers.map(sectionHtml)}</div><aside>${questionForm(address, asked)}</aside>${partsHtml(rest)}${popovers}`,
  };
}

interface Ground extends Required<Pick<Page, "address" | "structured">> {
  readonly catalog: Catalog;
  readonly asked: Asked;
}

function withQuery(address: string, query: URLSearchParams): string {
  const text = query.toString();
  return text === "" ? address : `${address}?${text}`;
}
