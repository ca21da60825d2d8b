import { type Html, html } from "../html.ts";
import { px } from "./figure.ts";
import { fitted } from "./fitted.ts";
import { spread } from "./spread.ts";

export interface ValueLabel {
  readonly series: number;
  readonly text: string;
  /** A line that falls leaves room at the right. */
  readonly isFalling: boolean;
  /** Percent. */
  readonly x: number;
  /** Pixels. */
  readonly y: number;
}

const longestValue = 16;
const pitch = 16;
const lift = 9;
/** So far apart groups do not reach each other. */
const apart = 5 * pitch;
/** What a label needs beside its point, in percent. */
const leastRoom = 12;

/**
 * What points say, each above its own, at the side where its line is lower. Where they would touch,
 * all of a group stand above its highest, in their order.
 */
export function valueLabels(
  labels: readonly ValueLabel[],
  side: readonly [top: number, bottom: number],
): readonly Html[] {
  const fromTop = [...labels].sort((a, b) => a.y - b.y);
  const groups: ValueLabel[][] = [];
  for (const label of fromTop) {
    const group = groups.at(-1);
    const above = group?.at(-1);
    if (group === undefined || above === undefined || label.y - above.y > apart) {
      groups.push([label]);
    } else group.push(label);
  }
  const wanted = groups.flatMap(wantedOf).map((y) => ({ at: y - lift, height: pitch }));
  const places = spread(wanted, side);
  return fromTop.map((label, rank) => labelAt(label, places[rank] ?? label.y));
}

function wantedOf(group: readonly ValueLabel[]): readonly number[] {
  const isCrowded = group.some(({ y }, rank) => rank > 0 && y - (group[rank - 1]?.y ?? 0) < pitch);
  const highest = group[0]?.y ?? 0;
  return group.map(({ y }, rank) => (isCrowded ? highest - (group.length - 1 - rank) * pitch : y));
}

function labelAt({ series, text, isFalling, x }: ValueLabel, y: number): Html {
  const isLeft = x > leastRoom && !(isFalling && x < 100 - leastRoom);
  return html`<text class="value t${series % 4} ${isLeft ? "end" : "start"}" x="${px(x)}%" dx="${isLeft ? -lift : lift}" y="${px(y)}">${fitted(text, longestValue)}</text>`;
}
