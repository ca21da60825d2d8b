import { evidence } from "../../../operations/evidence.ts";
import { type PageRule, refused, shown } from "../page.ts";
import { documentPage } from "./document-page.ts";

export const evidencePage: PageRule = async (_, deps) => {
  const catalog = await deps.catalog([]);
  if (!catalog.ok) return refused(catalog.problem);
  const answer = await evidence.answer({}, deps);
  if (!answer.ok) return refused(answer.problem);
  const document = answer.value.report({ brief: false, withSources: false });
  const frame = { kind: "evidence", address: "/evidence", catalog: catalog.value };
  return shown(documentPage(document, frame));
};
