/** Where a process says how far it is. */
export interface ProgressOutput {
  write(text: string): unknown;
  readonly isTTY?: boolean | undefined;
}

/** Says how far a process is: on a terminal one line is written over, elsewhere each is a new one. */
export function progressLine(output: ProgressOutput) {
  const isTerminal = output.isTTY === true;
  return {
    isTerminal,
    write: (text: string): void => {
      output.write(isTerminal ? `${cleared}${text}` : `${text}\n`);
    },
    end: (): void => {
      if (isTerminal) output.write(cleared);
    },
  };
}

const cleared = "\r\u001b[K";
