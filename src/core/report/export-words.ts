import { formatNumber, formatTokens } from "./format.ts";

/** What an export did, for its last words. */
export interface ExportSummary {
  readonly folder: string;
  readonly pages: number;
  readonly files: number;
  readonly written: number;
  readonly removed: number;
  readonly seconds: number;
  readonly hasSitemap: boolean;
}

export function exportProgress(drawn: number, known: number): string {
  return `${formatTokens(drawn)} of ${formatTokens(known)} files drawn`;
}

export function exportSummary(summary: ExportSummary): string {
  const { folder, pages, files, written, removed, seconds, hasSitemap } = summary;
  const lines = [
    `${folder}: ${formatTokens(pages)} pages, and ${formatTokens(files - pages)} files beside them.`,
    `${formatTokens(written)} written, ${formatTokens(files - written)} unchanged, ${formatTokens(removed)} removed, in ${formatNumber(seconds, 1)} s.`,
    ...(hasSitemap ? [] : [noSitemap]),
  ];
  return `${lines.join("\n")}\n`;
}

const noSitemap =
  "No sitemap, which holds whole addresses only: say where the site will stand, `--site https://example.org`";

/** Nothing that pages are drawn from has changed since the last export. */
export function exportSkipped(folder: string): string {
  return `${folder}: nothing has changed since the last export, so no page was drawn.\n`;
}

export function deadLinkText({ from, to }: { readonly from: string; readonly to: string }): string {
  return `steelyard: ${from} leads to ${to}, where nothing stands`;
}
