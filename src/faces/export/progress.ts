import { exportProgress } from "../../core/report/export-words.ts";
import { type ProgressOutput, progressLine } from "../../core/report/progress-line.ts";

/** After how many files something is said. */
const steps = { terminal: 50, lines: 1000 } as const;

/** Tells how far an export is. */
export function progressOn(output: ProgressOutput) {
  const line = progressLine(output);
  const step = line.isTerminal ? steps.terminal : steps.lines;
  return {
    tell: (drawn: number, known: number): void => {
      if (drawn % step === 0) line.write(exportProgress(drawn, known));
    },
    end: line.end,
  };
}
