import type { FigureBlock } from "./document.ts";

export interface ScatterPoint {
  /** One letter for what is named in the text, a dot for the rest. */
  readonly mark: string;
  readonly x: number;
  readonly y: number;
  /** Where the truth may lie; absent: unknown or not drawn. */
  readonly band?: readonly [low: number, high: number] | undefined;
}

const columns = 58;
const rows = 14;

/**
 * A drawing of points: `x` on a logarithmic scale, `y` on a plain one, bands as bars. Undefined where
 * there is nothing to set apart.
 */
export function scatter(
  points: readonly ScatterPoint[],
  words: {
    readonly x: string;
    readonly y: string;
    readonly formatX: (x: number) => string;
    readonly formatY: (y: number) => string;
    readonly sentence: string;
  },
): FigureBlock | undefined {
  const drawn = points.filter(({ x }) => x > 0);
  const xs = drawn.map(({ x }) => Math.log(x));
  const ys = drawn.flatMap(({ y, band = [y, y] }) => [y, ...band]);
  if (drawn.length < 2) return undefined;
  const column = scaleOf(xs, columns - 1);
  const row = scaleOf(ys, rows - 1);
  const canvas = Array.from({ length: rows }, () => new Array<string>(columns).fill(" "));
  const put = (x: number, y: number, mark: string) => {
    const line = canvas[rows - 1 - row(y)];
    const at = column(Math.log(x));
    if (line !== undefined && (mark !== "|" || line[at] === " ")) line[at] = mark;
  };
  for (const { x, y, band = [y, y] } of drawn) {
    for (let at = row(band[0]); at <= row(band[1]); at++) {
      const line = canvas[rows - 1 - at];
      const where = column(Math.log(x));
      if (line !== undefined && line[where] === " ") line[where] = "|";
    }
  }
  for (const { x, y, mark } of [...drawn].sort(namedLast)) put(x, y, mark);
  const labels = canvas.map((_, index) =>
    index === 0
      ? words.formatY(Math.max(...ys))
      : index === rows - 1
        ? words.formatY(Math.min(...ys))
        : "",
  );
  const gutter = Math.max(...labels.map((label) => label.length));
  const lines = canvas.map(
    (line, index) => `${(labels[index] ?? "").padStart(gutter)} |${line.join("").trimEnd()}`,
  );
  const [low, high] = [Math.min(...xs), Math.max(...xs)].map((x) => words.formatX(Math.exp(x)));
  const ends = `${low ?? ""}${(high ?? "").padStart(columns - (low ?? "").length)}`;
  const indent = " ".repeat(gutter + 2);
  return {
    kind: "figure",
    lines: [
      words.y,
      ...lines,
      `${" ".repeat(gutter)} +${"-".repeat(columns)}`,
      `${indent}${ends}`,
      `${indent}${words.x.padStart(columns)}`,
    ],
    words: words.sentence,
  };
}

/** A letter is never hidden by a dot. */
function namedLast(a: ScatterPoint, b: ScatterPoint): number {
  return Number(a.mark !== dot) - Number(b.mark !== dot);
}

const dot = "·";

function scaleOf(values: readonly number[], steps: number): (value: number) => number {
  const low = Math.min(...values);
  const span = Math.max(...values) - low;
  return (value) => (span === 0 ? 0 : Math.round(((value - low) / span) * steps));
}
