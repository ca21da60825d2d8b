import { runPath } from "../../../core/report/runs-document.ts";
import { run } from "../../../operations/run.ts";
import { type PageRule, refused, shown } from "../page.ts";
import { documentPage } from "./document-page.ts";

/** What a run of the team's own came to. */
export const runPage: PageRule = async ({ parts: { run: id = "" } }, deps) => {
  const answer = await run.answer({ run: id }, deps);
  if (!answer.ok) return refused(answer.problem);
  const catalog = await deps.catalog([]);
  if (!catalog.ok) return refused(catalog.problem);
  const document = answer.value.report({ brief: false, withSources: false });
  const frame = { kind: "run", address: runPath(answer.value.value.run), catalog: catalog.value };
  return shown(documentPage(document, frame));
};
