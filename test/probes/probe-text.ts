import type { CatalogValue } from "../../src/core/probes/catalog-values.ts";
import type { ProbeReport } from "../../src/core/probes/probe-report.ts";
import { documentToMarkdown } from "../../src/core/report/markdown.ts";
import { probeDocument } from "../../src/core/report/probe-document.ts";

/** A report as Markdown, with its marks of Markdown taken as plain letters. */
export function markdownOf(report: ProbeReport, catalog: readonly CatalogValue[] = []): string {
  return documentToMarkdown(probeDocument(report, { catalog, keptIn: null })).replaceAll("\\", "");
}
