import { extent, nice, ticks } from "d3-array";
import { scaleLinear, scaleLog } from "d3-scale";
import { axisText } from "../../../core/report/axis-text.ts";
import type { Axis } from "../../../core/report/chart.ts";

/** A value of an axis as a length: percent across, pixels down. */
export interface Scale {
  readonly at: (value: number) => number;
  readonly ticks: readonly Tick[];
}

export interface Tick {
  readonly at: number;
  readonly text: string;
}

export interface Room {
  readonly from: number;
  readonly to: number;
  /** Whether two ticks beside each other leave each other room. */
  readonly isApart: (a: Tick, b: Tick) => boolean;
}

const largest = 1e30;

/** What a scale has a place for; the rest is left out of the drawing. */
export function isDrawable({ scale }: Pick<Axis, "scale">, value: number): boolean {
  return Math.abs(value) < largest && (scale === "linear" || value > 1 / largest);
}

/** A scale that holds all the values, with few and round ticks. */
export function scaleOf(
  axis: Axis,
  values: readonly number[],
  room: Room,
  margin: { readonly share?: number; readonly isRound?: boolean; readonly withZero?: boolean } = {},
): Scale {
  const { share = 0, isRound = false, withZero = false } = margin;
  const drawable = values.filter((value) => isDrawable(axis, value));
  const all = withZero && axis.scale === "linear" ? [0, ...drawable] : drawable;
  const domain = padded(axis, extent(all), share);
  const [low, high] = isRound && axis.scale === "linear" ? nice(...domain, steps) : domain;
  const at = placing(axis, [low, high], room);
  const named = (axis.scale === "log" ? powers(low, high) : ticks(low, high, steps)).map(
    (value) => ({
      at: at(value),
      text: axisText(axis.format, value),
    }),
  );
  return { at, ticks: thinned(withoutDoubles(named), room) };
}

/** About so many steps from end to end. */
const steps = 5;

/** What lies beyond an end stands at that end. */
function placing(
  { scale }: Axis,
  domain: readonly [number, number],
  { from, to }: Room,
): Scale["at"] {
  const kind = scale === "log" ? scaleLog() : scaleLinear();
  return kind.domain(domain).range([from, to]).clamp(true);
}

function padded(
  { scale }: Axis,
  [low, high]: readonly [number, number] | readonly [undefined, undefined],
  share: number,
): [number, number] {
  if (low === undefined || high === undefined) return scale === "log" ? [1, 10] : [0, 1];
  if (scale === "log") {
    const factor = low === high ? 3 : (high / low) ** share;
    return [low / factor, high * factor];
  }
  const room = low === high ? Math.max(Math.abs(low) / 10, 1e-9) : (high - low) * share;
  return [low - room, high + room];
}

const multiples = [[1], [1, 2, 5], [1, 1.5, 2, 3, 4, 5, 6, 7, 8, 9]] as const;

/** Powers of ten; where fewer than three fit, some of their multiples; in a short stretch round values. */
function powers(low: number, high: number): readonly number[] {
  const first = Math.floor(Math.log10(low));
  const last = Math.ceil(Math.log10(high));
  for (const factors of multiples) {
    const found: number[] = [];
    for (let power = first; power <= last; power++) {
      for (const factor of factors) found.push(Number(`${factor}e${power}`));
    }
    const within = found.filter((value) => value >= low && value <= high);
    if (within.length > 2) return within;
  }
  return ticks(low, high, 3).filter((value) => value > 0);
}

function withoutDoubles(all: readonly Tick[]): readonly Tick[] {
  return all.filter(({ text }, index) => index === 0 || text !== all[index - 1]?.text);
}

/** Every second, third … tick, until none touches the next. */
function thinned(all: readonly Tick[], { isApart }: Room): readonly Tick[] {
  for (let step = 1; step < all.length; step++) {
    const kept = all.filter((_, index) => index % step === 0);
    const pairs = kept.slice(1).map((tick, index) => [kept[index] ?? tick, tick] as const);
    if (pairs.every(([a, b]) => isApart(a, b))) return kept;
  }
  return all.slice(0, 1);
}
