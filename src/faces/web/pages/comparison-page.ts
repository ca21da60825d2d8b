import { modelsOfSlug } from "../../../core/catalog/models-of-slug.ts";
import { questionsData } from "../../../core/report/structured-data.ts";
import { compare } from "../../../operations/compare.ts";
import { drawnDocument, partsHtml } from "../document/drawn-document.ts";
import { sectionHtml } from "../document/sections.ts";
import { sourceMarks } from "../document/source-marks.ts";
import { askedBy } from "../forms/asked-by.ts";
import { questionForm } from "../forms/question-form.ts";
import { html } from "../html.ts";
import { type PageRule, refused, shown } from "../page.ts";

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

  const document = answer.value.report({ brief: false, withSources: false });
  const { description, head, opening, sections, popovers } = drawnDocument(
    document,
    catalog.value,
    sourceMarks,
  );
  const answers = sections.filter(({ id }) => answering.has(id));
  const rest = sections.filter(({ id }) => !answering.has(id));
  return shown({
    kind: "comparison",
    address,
    title: document.title,
    description,
    structured: [questionsData(answer.value.value)],
    main: html`${head}<div id=answer>${opening}${answers.map(sectionHtml)}</div><aside>${questionForm(address, asked.value)}</aside>${partsHtml(rest)}${popovers}`,
  });
};

function withQuery(address: string, query: URLSearchParams): string {
  const text = query.toString();
  return text === "" ? address : `${address}?${text}`;
}
