import { byteKinds, gramAt, isHex, isPartOfName, kindOfByte } from "./letters.ts";
import { isValueOfModel } from "./neighbourhood.ts";
import { partsAt } from "./parts-at.ts";
import type { NamePart } from "./read-token.ts";

/** A name where it stands in a file. */
export interface Mention {
  /** As written. */
  readonly text: string;
  /** `null`: unresolved. */
  readonly model: string | null;
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 units of the line, as editors and SARIF count. */
  readonly column: number;
}

/** What a search looks for, made once for a catalog. */
export interface Lookout {
  /** 1 where a word that begins so may belong to a name. */
  readonly grams: Readonly<Uint8Array>;
  readonly read: (token: string) => readonly NamePart[];
}

export interface FileMentions {
  readonly lines: number;
  readonly mentions: readonly Mention[];
}

interface WeakMention {
  readonly mention: Mention;
  readonly isNearModel: boolean;
}

/** A weak name counts when it is a value of a model, or a value so many lines from a sure name. */
const nearby = [-3, -2, -1, 0, 1, 2, 3];
/** A file that says `o3` more often is no code; what stands around a weak name is looked at so often. */
const mostWeak = 10_000;
/** No name with all that stands in front of it is longer. */
const reach = 160;

/** Every name in a text of UTF-8 bytes, in one pass. */
export function findMentions(bytes: Uint8Array, { grams, read }: Lookout): FileMentions {
  const { glue, line, escape: escaping } = byteKinds;
  const kinds = kindOfByte;
  const { length } = bytes;
  const sure: Mention[] = [];
  const weak: WeakMention[] = [];
  let weakSeen = 0;
  let at = hasByteOrderMark(bytes) ? 3 : 0;
  let place: LinePlace = { lines: 0, lineStart: at, at, units: 0 };
  let lines = 0;
  let lineStart = at;
  let floor = at;
  while (at < length) {
    const kind = kinds[bytes[at] ?? 0];
    if (kind === glue) {
      const begin = at;
      at++;
      while (kinds[bytes[at] ?? 0] === glue) at++;
      if (grams[gramAt(bytes, begin)] !== 1 || !mayBeName(bytes, begin, at)) continue;
      const { start, end } = tokenAround(bytes, begin, at, floor);
      const parts = end - start > 2 * reach ? [] : partsAt(bytes, start, end, read);
      for (const part of parts) {
        const from = start + part.start;
        place = placeOf(bytes, from, place, { lines, lineStart });
        const { text, model, strength } = part;
        const mention = { text, model, line: lines + 1, column: place.units + 1 };
        if (strength === "sure") sure.push(mention);
        else if (weakSeen++ < mostWeak) {
          const standing = isValueOfModel(bytes, { from, to: start + part.end, lineStart });
          if (standing !== "no") weak.push({ mention, isNearModel: standing === "of-model" });
        }
      }
      at = end;
      while (kinds[bytes[at] ?? 0] === glue) at++;
    } else if (kind === line) {
      at++;
      lines++;
      lineStart = at;
    } else if (kind === escaping) {
      at += escapedLength(bytes, at);
      floor = at;
    } else at++;
  }
  const mentions = weak.length === 0 ? sure : withWeak(sure, weak);
  return { lines: length > lineStart ? lines + 1 : lines, mentions };
}

/** How many UTF-16 units of a line lie before a byte of it. */
interface LinePlace {
  readonly lines: number;
  readonly lineStart: number;
  readonly at: number;
  readonly units: number;
}

/** Counts on from the place before where that stands on the same line. */
function placeOf(
  bytes: Uint8Array,
  at: number,
  before: LinePlace,
  line: Pick<LinePlace, "lines" | "lineStart">,
): LinePlace {
  const isBehind = before.lines === line.lines && before.at <= at;
  const known = isBehind ? before : { at: line.lineStart, units: 0 };
  return { ...line, at, units: known.units + unitsBetween(bytes, known.at, at) };
}

function hasByteOrderMark(bytes: Uint8Array): boolean {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
}

/**
 * Most words that begin like a name have neither a digit nor a dash. Those that are names stand
 * behind a seller (`perplexity/sonar`) or in front of a tag or a number (`mistral:7b`, `flux.2-pro`).
 */
function mayBeName(bytes: Uint8Array, begin: number, end: number): boolean {
  if (bytes[begin - 1] === slash) return true;
  const next = bytes[end + 1] ?? 0;
  if (bytes[end] === colon && kindOfByte[next] === byteKinds.glue) return true;
  if (bytes[end] === dot && next > slash && next < colon) return true;
  for (let at = begin + 1; at < end; at++) {
    const byte = bytes[at] ?? 0;
    if (byte < colon) return true;
  }
  return false;
}

/** The run of glue and joints around a word, no longer than a name can be. */
function tokenAround(
  bytes: Uint8Array,
  begin: number,
  wordEnd: number,
  floor: number,
): { readonly start: number; readonly end: number } {
  let start = begin;
  const least = Math.max(floor, begin - reach);
  while (start > least && isPartOfName(bytes[start - 1])) start--;
  let end = wordEnd;
  while (end - begin < reach && isPartOfName(bytes[end])) end++;
  return { start, end };
}

const dot = 0x2e;
const slash = 0x2f;
const colon = 0x3a;

/** UTF-16 units: one a sign, two for a sign of four bytes. */
function unitsBetween(bytes: Uint8Array, from: number, to: number): number {
  let units = 0;
  for (let at = from; at < to; at++) {
    const byte = bytes[at] ?? 0;
    if (byte < 0x80 || byte >= 0xc0) units += byte >= 0xf0 ? 2 : 1;
  }
  return units;
}

/** `\n`, `\u0022` and `%22` are one sign each; a backslash before anything else is a sign itself. */
function escapedLength(bytes: Uint8Array, at: number): number {
  if (bytes[at] === 0x25) return isHex(bytes[at + 1]) && isHex(bytes[at + 2]) ? 3 : 1;
  const next = bytes[at + 1] ?? 0;
  if (next === 0x75) return isHex(bytes[at + 2]) && isHex(bytes[at + 5]) ? 6 : 2;
  return oneLetterEscapes.has(next) ? 2 : 1;
}

const oneLetterEscapes = new Set([..."nrtbf\\\"'"].map((sign) => sign.charCodeAt(0)));

function withWeak(sure: readonly Mention[], weak: readonly WeakMention[]): readonly Mention[] {
  const sureLines = new Set(sure.map(({ line }) => line));
  const counted = weak.filter(
    ({ mention: { line }, isNearModel }) =>
      isNearModel || nearby.some((offset) => sureLines.has(line + offset)),
  );
  return [...sure, ...counted.map(({ mention }) => mention)].sort(
    (a, b) => a.line - b.line || a.column - b.column,
  );
}
