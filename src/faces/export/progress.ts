import { exportProgress } from "../../core/report/export-words.ts";

export interface Output {
  write(text: string): unknown;
  readonly isTTY?: boolean | undefined;
}

/** How often something is said: on a terminal one line is written over, elsewhere each is a new one. */
const steps = { terminal: 50, lines: 1000 } as const;

/** Tells how far an export is. */
export function progressOn(output: Output) {
  const isTerminal = output.isTTY === true;
  const step = isTerminal ? steps.terminal : steps.lines;
  return {
    tell: (drawn: number, known: number): void => {
      if (drawn % step !== 0) return;
      output.write(
        `${isTerminal ? "\r\u001b[K" : ""}${exportProgress(drawn, known)}${isTerminal ? "" : "\n"}`,
      );
    },
    end: (): void => {
      if (isTerminal) output.write("\r\u001b[K");
    },
  };
}
