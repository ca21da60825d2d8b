import { type ProgressOutput, progressLine } from "../../core/report/progress-line.ts";
import { progressText } from "../../core/report/progress-text.ts";
import type { Progress } from "../../core/runs/progress.ts";

/** After how long something is said again. */
const everyMs = { terminal: 100, lines: 5_000 } as const;

/** Tells how far a run is. */
export function progressOn(output: ProgressOutput, now: () => number) {
  const line = progressLine(output);
  const step = line.isTerminal ? everyMs.terminal : everyMs.lines;
  let saidAt = now();
  return {
    tell: (progress: Progress): void => {
      if (now() - saidAt < step) return;
      saidAt = now();
      line.write(progressText(progress));
    },
    end: line.end,
  };
}
