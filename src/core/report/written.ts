/** Where long text goes, piece by piece. */
export interface PieceOutput {
  write(text: string): unknown;
  /** Of a real stream: told once, when what was written before has gone. */
  once?(event: "drain", listener: () => void): unknown;
}

/** Writes text piece by piece, and waits where whoever reads is slower than we are. */
export async function written(output: PieceOutput, pieces: AsyncIterable<string>): Promise<void> {
  for await (const piece of gathered(pieces)) {
    if (output.write(piece) !== false || output.once === undefined) continue;
    await new Promise<void>((resolve) => {
      output.once?.("drain", resolve);
    });
  }
}

const pieceChars = 32 * 1024;

/** A line at a time would be a write a line. */
async function* gathered(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  let held = "";
  for await (const piece of pieces) {
    held += piece;
    if (held.length < pieceChars) continue;
    yield held;
    held = "";
  }
  if (held !== "") yield held;
}
