import { changes } from "../../../operations/changes.ts";
import { changesForm, changesInput } from "../forms/changes-form.ts";
import { type PageRule, refused, shown } from "../page.ts";
import { documentPage } from "./document-page.ts";

export const changesPage: PageRule = async ({ query }, deps) => {
  const catalog = await deps.catalog([]);
  if (!catalog.ok) return refused(catalog.problem);
  const input = changesInput(query, deps.today());
  const answer = await changes.answer(input, deps);
  if (!answer.ok) return refused(answer.problem, changesForm(input));
  const document = answer.value.report({ brief: false, withSources: false });
  return shown(
    documentPage(document, {
      kind: "changes",
      address: "/changes",
      catalog: catalog.value,
      form: changesForm(input),
    }),
  );
};
