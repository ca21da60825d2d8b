export interface Output {
  write(text: string): unknown;
  readonly isTTY?: boolean | undefined;
}

/** How often something is said: on a terminal one line is written over, elsewhere each is a new one. */
const everyMs = { terminal: 100, lines: 5_000 } as const;

/** Tells how far a run is. */
export function progressLine(output: Output, now: () => number) {
  const isTerminal = output.isTTY === true;
  const step = isTerminal ? everyMs.terminal : everyMs.lines;
  let saidAt = now();
  return {
    tell: (text: () => string): void => {
      if (now() - saidAt < step) return;
      saidAt = now();
      output.write(`${isTerminal ? "\r\u001b[K" : ""}${text()}${isTerminal ? "" : "\n"}`);
    },
    end: (): void => {
      if (isTerminal) output.write("\r\u001b[K");
    },
  };
}
