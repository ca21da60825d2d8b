import { type Html, html } from "../html.ts";
import { px } from "./figure.ts";
import { fitted } from "./fitted.ts";

export interface LabelledPoint {
  readonly letter: string;
  readonly label: string;
  /** Percent. */
  readonly x: number;
  /** Pixels. */
  readonly y: number;
}

/** The width that names are placed for; on a narrower screen they are left out and letters stay. */
const width = 560;
const signWidth = 7;
const lineHeight = 15;
const longestName = 22;

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** A letter beside each point that has one, and its name where there is room for it. */
export function placeLabels(
  points: readonly LabelledPoint[],
  [top, bottom]: readonly [number, number],
): readonly Html[] {
  const taken: Box[] = points.map(({ x, y }) => boxAround((x / 100) * width, y, 6));
  const frame = { left: 0, right: width + 60, top: top - 6, bottom };
  return points.flatMap(({ letter, label, x, y }) => {
    if (letter === "") return [];
    const name = fitted(label, longestName);
    const at = (x / 100) * width;
    for (const text of [`${letter} ${name}`, letter]) {
      for (const { isLeft, dy } of sides) {
        const box = labelBox(at, y + dy, text.length * signWidth, isLeft);
        if (!isInside(box, frame) || taken.some((other) => overlap(box, other))) continue;
        taken.push(box);
        return [labelOf({ letter, name: text === letter ? "" : name, isLeft, dy, x, y })];
      }
    }
    return [labelOf({ letter, name: "", isLeft: false, dy: -8, x, y })];
  });
}

/** Tried in this order. */
const sides = [
  { isLeft: false, dy: -8 },
  { isLeft: true, dy: -8 },
  { isLeft: false, dy: 16 },
  { isLeft: true, dy: 16 },
] as const;

function labelOf(of: {
  readonly letter: string;
  readonly name: string;
  readonly isLeft: boolean;
  readonly dy: number;
  readonly x: number;
  readonly y: number;
}): Html {
  const { letter, name, isLeft, dy, x, y } = of;
  const wide = name === "" ? "" : html`<tspan class="wide"> ${name}</tspan>`;
  return html`<text class="${isLeft ? "end" : "start"}" x="${px(x)}%" dx="${isLeft ? -7 : 7}" y="${px(y + dy)}">${fitted(letter, 3)}${wide}</text>`;
}

function labelBox(x: number, y: number, long: number, isLeft: boolean): Box {
  const left = isLeft ? x - 7 - long : x + 7;
  return { left, right: left + long, top: y - lineHeight + 3, bottom: y + 3 };
}

function boxAround(x: number, y: number, reach: number): Box {
  return { left: x - reach, right: x + reach, top: y - reach, bottom: y + reach };
}

function isInside(box: Box, frame: Box): boolean {
  return (
    box.left >= frame.left &&
    box.right <= frame.right &&
    box.top >= frame.top &&
    box.bottom <= frame.bottom
  );
}

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
