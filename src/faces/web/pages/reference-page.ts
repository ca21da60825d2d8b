import { triedFields } from "../../../core/report/reference/tried-fields.ts";
import { referenceDocument } from "../../../core/report/reference-document.ts";
import { describedOperations } from "../../../operations/described-operations.ts";
import { drawnDocument, partsHtml } from "../document/drawn-document.ts";
import { storyMarks } from "../document/story-marks.ts";
import { tryForm } from "../forms/try-form.ts";
import { html } from "../html.ts";
import { type PageRule, refused, shown } from "../page.ts";

/** The reference, with a form under each question that has an address. */
export const referencePage: PageRule = async (_, deps) => {
  const catalog = await deps.catalog([]);
  if (!catalog.ok) return refused(catalog.problem);
  const described = await describedOperations();
  const document = referenceDocument(described);
  const { description, head, opening, sections } = drawnDocument(
    document,
    catalog.value,
    storyMarks,
  );
  const forms = new Map(
    described.flatMap((operation) =>
      operation.writes ? [] : [[operation.name, tryForm(operation.name, triedFields(operation))]],
    ),
  );
  const parts = sections.map((section) => {
    const form = forms.get(section.id);
    return form === undefined ? section : { ...section, content: html`${section.content}${form}` };
  });
  return shown({
    kind: "api",
    address: "/api",
    title: document.title,
    description,
    main: html`${head}<div id=answer>${opening}</div>${partsHtml(parts)}`,
  });
};
