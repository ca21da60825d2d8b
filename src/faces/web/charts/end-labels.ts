import { type Html, html } from "../html.ts";
import { px } from "./figure.ts";
import { fitted, twoLines } from "./fitted.ts";
import { spread } from "./spread.ts";

export interface EndLabel {
  readonly label: string;
  /** What stands beneath the name. */
  readonly text?: string | undefined;
  /** Where the line ends; no number where nothing is drawn. */
  readonly y: number;
}

const linePitch = 15;
const signsInLine = 14;

/** Names right of the lines they belong to, none upon another. */
export function endLabels(
  labels: readonly EndLabel[],
  [top, bottom]: readonly [number, number],
): Html {
  const drawn = labels.flatMap((label, index) =>
    Number.isFinite(label.y) ? [{ ...label, index, lines: linesOf(label) }] : [],
  );
  const places = spread(
    drawn.map(({ y, lines }) => ({ at: y, height: lines.length * linePitch + 3 })),
    [top, bottom],
  );
  return html`<svg x="100%"><g class="name" transform="translate(10 4)">${drawn.map(
    ({ lines, index }, rank) => {
      const first = (places[rank] ?? top) - ((lines.length - 1) * linePitch) / 2;
      return lines.map(
        (line, below) =>
          html`<text class="t${index % 4}" y="${px(first + below * linePitch)}">${line}</text>`,
      );
    },
  )}</g></svg>`;
}

function linesOf({ label, text }: EndLabel): readonly string[] {
  const lines = twoLines(label, signsInLine);
  return text === undefined ? lines : [...lines, fitted(text, signsInLine)];
}
