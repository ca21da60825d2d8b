import { type Html, html } from "../html.ts";
import { px } from "./figure.ts";
import { fitted } from "./fitted.ts";

/** Room for the name of one mark above a drawing. */
export const markPitch = 17;
export const marksAtMost = 6;

const longestMark = 44;

/** A place across, with a name. */
export interface PlacedMark {
  readonly label: string;
  /** Percent. */
  readonly at: number;
}

/** Lines down to the end of a drawing, the first from highest up. */
export function markLines(
  marks: readonly PlacedMark[],
  [top, bottom]: readonly [number, number],
): string {
  return marks
    .map(({ at }, index) => `M${px(at)} ${top + markPitch * index}V${px(bottom)}`)
    .join("");
}

/** The name of each, on the side of its line where more room is. */
export function markLabels(marks: readonly PlacedMark[], top: number): readonly Html[] {
  return marks.map(({ at, label }, index) => {
    const side = at > 50 ? "end" : "start";
    const line = top + markPitch * index + 10;
    return html`<text class="note ${side}" x="${px(at)}%" dx="${at > 50 ? -6 : 6}" y="${line}">${fitted(label, longestMark)}</text>`;
  });
}
