import { jsonText } from "../../core/report/json-text.ts";
import { documentToMarkdown } from "../../core/report/markdown.ts";
import { runDocument } from "../../core/report/run-document.ts";
import { documentToText } from "../../core/report/text.ts";
import type { RunReport } from "../../core/runs/run-report.ts";
import { csvOfRun, junitOfRun } from "./cells-of-run.ts";
import type { OpenedRun } from "./opened-run.ts";

/** What a run can be printed as. */
export const runFormats = ["text", "json", "markdown", "csv", "junit"] as const;

export type RunFormat = (typeof runFormats)[number];

/** A run as text of a format, piece by piece: a table of its cells may be longer than what fits. */
export async function* printedRun(
  opened: OpenedRun,
  report: RunReport,
  { format, width }: { readonly format: RunFormat; readonly width: number },
): AsyncGenerator<string> {
  switch (format) {
    case "json":
      yield jsonText(report);
      return;
    case "markdown":
      yield documentToMarkdown(runDocument(report, { brief: false }));
      return;
    case "text":
      yield documentToText(runDocument(report, { brief: false }), { width });
      return;
    case "csv":
      yield* csvOfRun(opened);
      return;
    case "junit":
      yield* junitOfRun(opened, report);
      return;
  }
}
