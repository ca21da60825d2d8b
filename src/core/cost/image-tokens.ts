import type { Tokens } from "../units.ts";

/*
 * How many tokens a picture takes, by the rule that a model's maker publishes. A rule is a word and
 * named numbers, as the catalog keeps it:
 *
 * - `fixed 1120`
 * - `area 750 edge 1568 most 1600`: a token for so many pixels, after scaling down to the edge
 * - `tiles 512 base 85 each 170 fit 2048 short 768`: scaled to fit, then to the short side, then tiled
 * - `tiles 768 base 0 each 258 small 384`: pictures within the small size take one tile
 * - `patches 32 most 1536 times 1.62`: squares of so many pixels, scaled down to the most
 */

interface Size {
  readonly width: number;
  readonly height: number;
}

type Numbers = ReadonlyMap<string, number>;
type Kind = keyof typeof kinds;

const kinds = {
  fixed: (_size: Size, numbers: Numbers) => numberOf(numbers, "fixed", 0),
  area: ({ width, height }: Size, numbers: Numbers) => {
    const edge = numberOf(numbers, "edge", Number.POSITIVE_INFINITY);
    const scale = Math.min(1, edge / Math.max(width, height));
    const tokens = Math.ceil((width * height * scale * scale) / numberOf(numbers, "area", 1));
    return Math.min(tokens, numberOf(numbers, "most", Number.POSITIVE_INFINITY));
  },
  tiles: tileTokens,
  patches: patchTokens,
};

/** @param size `1024x768`; undefined when the rule or the size cannot be read */
export function imageTokens(rule: string, size: string | undefined): Tokens | undefined {
  const [kind = "", ...words] = rule.trim().split(/\s+/);
  if (!isKind(kind)) return undefined;
  const numbers = new Map<string, number>([[kind, Number(words[0])]]);
  for (let index = 1; index < words.length; index += 2) {
    numbers.set(words[index] ?? "", Number(words[index + 1]));
  }
  if ([...numbers.values()].some((value) => !(value >= 0))) return undefined;
  const pixels = sizeIn(size);
  if (pixels === undefined && kind !== "fixed") return undefined;
  return kinds[kind](pixels ?? { width: 0, height: 0 }, numbers);
}

function isKind(name: string): name is Kind {
  return Object.hasOwn(kinds, name);
}

function sizeIn(text: string | undefined): Size | undefined {
  const [width = 0, height = 0] = text?.split("x").map(Number) ?? [];
  return width > 0 && height > 0 ? { width, height } : undefined;
}

function tileTokens(size: Size, numbers: Numbers): Tokens {
  const each = numberOf(numbers, "each", 0);
  const base = numberOf(numbers, "base", 0);
  const small = numberOf(numbers, "small", 0);
  if (Math.max(size.width, size.height) <= small) return base + each;
  const fit = numberOf(numbers, "fit", Number.POSITIVE_INFINITY);
  const short = numberOf(numbers, "short", Number.POSITIVE_INFINITY);
  const toFit = Math.min(1, fit / Math.max(size.width, size.height));
  const toShort = Math.min(1, short / (Math.min(size.width, size.height) * toFit));
  const scale = toFit * toShort;
  const tile = numberOf(numbers, "tiles", 1);
  return base + each * piecesOf(size, tile / scale);
}

function patchTokens(size: Size, numbers: Numbers): Tokens {
  const patch = numberOf(numbers, "patches", 1);
  const most = numberOf(numbers, "most", Number.POSITIVE_INFINITY);
  const times = numberOf(numbers, "times", 1);
  const plain = piecesOf(size, patch);
  if (plain <= most) return Math.ceil(plain * times);
  const shrink = Math.sqrt((patch * patch * most) / (size.width * size.height));
  const columns = (size.width * shrink) / patch;
  const rows = (size.height * shrink) / patch;
  const fit = Math.min(Math.floor(columns) / columns, Math.floor(rows) / rows);
  const scale = shrink * fit;
  const pieces =
    Math.ceil(rounded((size.width * scale) / patch)) *
    Math.ceil(rounded((size.height * scale) / patch));
  return Math.ceil(Math.min(pieces, most) * times);
}

/** Binary dust must not open a row of its own. */
function rounded(value: number): number {
  return Math.round(value * 1e9) / 1e9;
}

function piecesOf({ width, height }: Size, side: number): number {
  return Math.ceil(rounded(width / side)) * Math.ceil(rounded(height / side));
}

function numberOf(numbers: Numbers, name: string, otherwise: number): number {
  return numbers.get(name) ?? otherwise;
}
