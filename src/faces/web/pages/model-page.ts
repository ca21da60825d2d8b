import { model } from "../../../operations/model.ts";
import { type PageRule, refused, shown } from "../page.ts";
import { documentPage } from "./document-page.ts";

export const modelPage: PageRule = async ({ parts }, deps) => {
  const catalog = await deps.catalog([]);
  if (!catalog.ok) return refused(catalog.problem);
  const id = `${parts["maker"]}/${parts["model"]}`;
  const answer = await model.answer({ name: id }, deps);
  if (!answer.ok) return refused(answer.problem);
  const document = answer.value.report({ brief: false, withSources: false });
  const frame = { kind: "model", address: `/models/${id}`, catalog: catalog.value };
  return shown(documentPage(document, frame));
};
