import { cleanText } from "./clean-text.ts";

/** One line of a table as RFC 4180 wants it. Null is an empty cell. */
export function csvLine(cells: readonly (string | number | boolean | null)[]): string {
  return `${cells.map((cell) => (typeof cell === "string" ? textCell(cell) : String(cell ?? ""))).join(",")}\r\n`;
}

function textCell(text: string): string {
  const safe = harmless(cleanText(text));
  return /[",]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A spreadsheet runs what begins with one of these signs; behind a quote it stays text. */
function harmless(text: string): string {
  return /^\s*[=+\-@|%]/.test(text) ? `'${text}` : text;
}
