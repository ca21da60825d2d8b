import type { RunEnd } from "../runs/progress.ts";
import { formatNumber } from "./format.ts";
import { endLines } from "./run-document.ts";

/** How far one of several is that measure a run. */
export function workerProgressText(cells: number, perSecond: number): string {
  return `${formatNumber(cells, 0)} measured here · ${formatNumber(perSecond, 1)} a second`;
}

/** What one of several came to that measured a run. */
export function workerText(run: string, cells: number, end: RunEnd): string {
  const measured = `${formatNumber(cells, 0)} cells of ${run} measured here.`;
  const why = end.kind === "complete" ? ["None is left."] : endLines(end);
  return `${[measured, ...why].join(" ")}\n`;
}

/** One of several that measure is gone. */
export function workerGoneText(how: string, left: number): string {
  return `A worker ended by ${how}. ${formatNumber(left, 0)} go on, and take over what it held within a minute.\n`;
}
