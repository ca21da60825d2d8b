import { find } from "../../../operations/find.ts";
import { askedBy } from "../forms/asked-by.ts";
import { needsForm } from "../forms/question-form.ts";
import { type PageRule, refused, shown } from "../page.ts";
import { documentPage } from "./document-page.ts";

export const findPage: PageRule = async ({ query }, deps) => {
  const catalog = await deps.catalog([]);
  if (!catalog.ok) return refused(catalog.problem);
  const asked = await askedBy(query, deps);
  if (!asked.ok) return refused(asked.problem);
  const answer = await find.answer(asked.value.input, deps);
  if (!answer.ok) return refused(answer.problem, needsForm("/find", asked.value));
  const document = answer.value.report({ brief: false, withSources: false });
  const form = needsForm("/find", asked.value);
  return shown(
    documentPage(document, { kind: "find", address: "/find", catalog: catalog.value, form }),
  );
};
