import { type Html, html } from "../html.ts";
import { pathOf, px } from "./figure.ts";
import { fitted } from "./fitted.ts";
import type { Scale, Tick } from "./scale.ts";

const longestLabel = 60;

/** Faint lines where the ticks are: one path, for the stretched box. */
export function gridOf(
  across: readonly Tick[],
  down: readonly Tick[],
  [top, bottom]: readonly [number, number],
): Html | undefined {
  const lines = [
    ...down.map(({ at }) => `M0 ${px(at)}H100`),
    ...across.map(({ at }) => `M${px(at)} ${px(top)}V${px(bottom)}`),
  ];
  return pathOf("grid", lines.join(""));
}

/** The ticks beneath the drawing, and what they count. */
export function axisBeneath({ ticks }: Pick<Scale, "ticks">, label: string, bottom: number): Html {
  const line = px(bottom + 18);
  return html`<g class="tick mid">${ticks.map(({ at, text }) => html`<text x="${px(at)}%" y="${line}">${text}</text>`)}</g>${label !== "" && html`<text class="axis end" x="100%" y="${px(bottom + 38)}">${fitted(label, longestLabel)}</text>`}`;
}

/** The ticks left of the drawing, and what they count above them. */
export function axisBeside({ ticks }: Scale, label: string, left: number): Html {
  return html`<g class="tick end" transform="translate(-8 4)">${ticks.map(({ at, text }) => html`<text y="${px(at)}">${text}</text>`)}</g><text class="axis" x="${-left}" y="${axisLabelAt}">${fitted(label, longestLabel)}</text>`;
}

/** Above the first line of a drawing. */
const axisLabelAt = 12;
