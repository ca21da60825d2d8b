import type { Outcome } from "../../../core/problems/problem.ts";
import type { Document } from "../../../core/report/document.ts";
import { ownRunsBlocks, type RunList } from "../../../core/report/runs-document.ts";
import { evidence } from "../../../operations/evidence.ts";
import type { Answer } from "../../../operations/operation.ts";
import { runs } from "../../../operations/runs.ts";
import { type PageRule, refused, shown } from "../page.ts";
import { documentPage } from "./document-page.ts";

/** Beside the own facts what was measured, where that is shown at all. */
function withOwnRuns(document: Document, listed: Outcome<Answer<RunList>>): Document {
  if (!listed.ok) return document;
  return { ...document, blocks: [...document.blocks, ...ownRunsBlocks(listed.value.value.runs)] };
}

export const evidencePage: PageRule = async (_, deps) => {
  const catalog = await deps.catalog([]);
  if (!catalog.ok) return refused(catalog.problem);
  const answer = await evidence.answer({}, deps);
  if (!answer.ok) return refused(answer.problem);
  const document = withOwnRuns(
    answer.value.report({ brief: false, withSources: false }),
    await runs.answer({}, deps),
  );
  const frame = { kind: "evidence", address: "/evidence", catalog: catalog.value };
  return shown(documentPage(document, frame));
};
