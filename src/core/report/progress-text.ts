import type { Progress } from "../runs/progress.ts";
import { formatNumber, formatPoints, formatUsd } from "./format.ts";

/** How far a run is, in a line. */
export function progressText(progress: Progress): string {
  const { done, cells, perSecond, spentUsd, difference, leftMs, failures } = progress;
  const failed = Object.entries(failures).map(([code, count]) => `${code} ${count}`);
  return [
    `${formatNumber(done, 0)} of ${formatNumber(cells, 0)}`,
    `${formatNumber(perSecond, 1)} a second`,
    ...(spentUsd === null ? [] : [formatUsd(spentUsd)]),
    ...(failed.length === 0 ? [] : [`failed: ${failed.join(", ")}`]),
    ...(difference === null || difference.prompts === 0 ? [] : [differenceText(difference)]),
    ...(leftMs === null ? [] : [`${formatNumber(leftMs / 1000, 0)} s left`]),
  ].join(" · ");
}

function differenceText({ candidate, difference, interval }: NonNullable<Progress["difference"]>) {
  const within =
    interval === null
      ? ""
      : ` (${formatPoints(interval[0] * 100)} to ${formatPoints(interval[1] * 100)})`;
  return `${candidate} ${formatPoints(difference * 100)}${within}`;
}
