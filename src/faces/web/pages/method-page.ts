import { method } from "../../../operations/method.ts";
import { type PageRule, refused, shown } from "../page.ts";
import { documentPage } from "./document-page.ts";

export const methodPage: PageRule = async (_, deps) => {
  const catalog = await deps.catalog([]);
  if (!catalog.ok) return refused(catalog.problem);
  const answer = await method.answer({}, deps);
  if (!answer.ok) return refused(answer.problem);
  const document = answer.value.report({ brief: false, withSources: false });
  const frame = { kind: "method", address: "/method", catalog: catalog.value };
  return shown(documentPage(document, frame));
};
