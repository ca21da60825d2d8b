import { type Html, html } from "../html.ts";
import { pathOf, px } from "./figure.ts";
import { fitted } from "./fitted.ts";

/** Disc, square, ring, open square: told apart without colour. More series are letters. */
const shapes = 4;

/** The class of colour, dash and shape. */
export function seriesClass(index: number): string {
  return `s${index % shapes}`;
}

export interface Place {
  /** Percent. */
  readonly x: number;
  /** Pixels. */
  readonly y: number;
}

/** Everything a series marks, in one path: a stroke too short to see has ends of its shape. */
export function dotsOf(series: number, places: readonly Place[]): readonly (Html | undefined)[] {
  if (series >= shapes) return [];
  const d = places.map(({ x, y }) => `M${px(x)} ${px(y)}h.01`).join("");
  const own = seriesClass(series);
  return [pathOf(`dot ${own}`, d), series < 2 ? undefined : pathOf(`hole ${own}`, d)];
}

/** The same for a series beyond the shapes, which is not stretched. */
export function lettersOf(series: number, places: readonly Place[]): Html | undefined {
  if (series < shapes || places.length === 0) return undefined;
  const x = places.map((place) => `${px(place.x)}%`).join(" ");
  const y = places.map((place) => px(place.y + 4)).join(" ");
  const letters = letterOf(series).repeat(places.length);
  return html`<text class="letter mid ${seriesClass(series)}" x="${x}" y="${y}">${letters}</text>`;
}

const longestName = 48;

/** Which shape stands for whom. */
export function legendOf(names: readonly string[]): Html {
  return html`<p class="legend">${names.map((name, index) => html`<span>${keyOf(index)} ${fitted(name, longestName)}</span> `)}</p>`;
}

function keyOf(series: number): Html {
  if (series >= shapes) return html`<b class="${seriesClass(series)}">${letterOf(series)}</b>`;
  return html`<svg width="12" height="12" aria-hidden="true">${dotsOf(series, [{ x: 6, y: 6 }])}</svg>`;
}

function letterOf(series: number): string {
  return "ABCDEFGHIJKLMNOPQRSTUVWXYZ"[series] ?? "+";
}
