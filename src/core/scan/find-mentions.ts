import { byteKinds, gramAt, isPartOfName, kindOfByte } from "./letters.ts";
import { isValueOfModel } from "./neighbourhood.ts";
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
/** No name with all that stands in front of it is longer. */
const reach = 160;

/** Every name in a text of UTF-8 bytes, in one pass. */
export function findMentions(bytes: Uint8Array, { grams, read }: Lookout): FileMentions {
  const sure: Mention[] = [];
  const weak: WeakMention[] = [];
  const { length } = bytes;
  let at = hasByteOrderMark(bytes) ? 3 : 0;
  let lines = 0;
  let lineStart = at;
  let floor = at;
  let before: number = byteKinds.other;
  let column = { at: lineStart, units: 0 };
  while (at < length) {
    const kind = kindOfByte[bytes[at] ?? 0] ?? 0;
    if (kind === byteKinds.glue && before !== byteKinds.glue) {
      if (grams[gramAt(bytes, at)] === 1 && mayBeName(bytes, at)) {
        const { start, end } = tokenAround(bytes, at, floor);
        for (const part of partsAt(bytes, start, end, read)) {
          const from = start + part.start;
          if (column.at > from || column.at < lineStart) column = { at: lineStart, units: 0 };
          column = { at: from, units: column.units + unitsBetween(bytes, column.at, from) };
          const { text, model, strength } = part;
          const mention = { text, model, line: lines + 1, column: column.units + 1 };
          if (strength === "sure") sure.push(mention);
          else {
            const standing = isValueOfModel(bytes, { from, to: start + part.end, lineStart });
            if (standing !== "no") weak.push({ mention, isNearModel: standing === "of-model" });
          }
        }
        at = end;
        before = byteKinds.glue;
        continue;
      }
    } else if (kind === byteKinds.line) {
      lines++;
      lineStart = at + 1;
    } else if (kind === byteKinds.escape) {
      at += escapedLength(bytes, at);
      floor = at;
      before = byteKinds.other;
      continue;
    }
    before = kind;
    at++;
  }
  const mentions = weak.length === 0 ? sure : withWeak(sure, weak);
  return { lines: length > lineStart ? lines + 1 : lines, mentions };
}

function hasByteOrderMark(bytes: Uint8Array): boolean {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
}

/** Most words that begin like a name have neither a digit nor a dash, nor parts before or behind. */
function mayBeName(bytes: Uint8Array, at: number): boolean {
  if (at > 0 && kindOfByte[bytes[at - 1] ?? 0] === byteKinds.joint) return true;
  for (let end = at + 1; end < at + reach; end++) {
    const byte = bytes[end] ?? 0;
    if (byte < 0x3b && byte > 0x2c) return true;
    if (kindOfByte[byte] !== byteKinds.glue) return false;
  }
  return false;
}

function tokenAround(
  bytes: Uint8Array,
  at: number,
  floor: number,
): { readonly start: number; readonly end: number } {
  let start = at;
  const least = Math.max(floor, at - reach);
  while (start > least && isPartOfName(bytes[start - 1])) start--;
  let end = at + 1;
  while (end - at < reach && isPartOfName(bytes[end])) end++;
  return { start, end };
}

const dot = 0x2e;
const slash = 0x2f;
const colon = 0x3a;
const at_ = 0x40;

/** The names in a token, unless something is joined to it that a program puts in later. */
function partsAt(
  bytes: Uint8Array,
  tokenStart: number,
  tokenEnd: number,
  read: Lookout["read"],
): readonly NamePart[] {
  let start = tokenStart;
  let end = tokenEnd;
  const isJoinedAhead = start > 0 && closers.has(bytes[start - 1] ?? 0);
  while (bytes[start] === dot && bytes[start + 1] !== slash && start < end) start++;
  if (isJoinedAhead && bytes[start] === slash) start++;
  while (end > start && trailing.has(bytes[end - 1] ?? 0)) end--;
  if (openers.has(bytes[end] ?? 0) || isLetter(bytes, end) || isLetterBefore(bytes, start)) {
    if (!isEmphasis(bytes, start, end)) return [];
  }
  const shift = start - tokenStart;
  const parts = read(asText(bytes, start, end));
  if (shift === 0) return parts;
  return parts.map((part) => ({ ...part, start: part.start + shift, end: part.end + shift }));
}

const trailing = new Set([dot, colon, at_]);
/** `{x}`, `<x>`, `(x)`: what stands in front of a path may be a variable. */
const closers = new Set([..."})>]"].map((sign) => sign.charCodeAt(0)));
/** `gpt-4${x}`, `gpt-4{x}`, `gpt-4*`, `gpt-4+`: more of the name is to come. */
const openers = new Set([..."${*+"].map((sign) => sign.charCodeAt(0)));
const star = 0x2a;

function isEmphasis(bytes: Uint8Array, start: number, end: number): boolean {
  return bytes[start - 1] === star && bytes[end] === star;
}

/** Latin letters with marks, as UTF-8 begins them: they go on with a word. */
function isLetter(bytes: Uint8Array, at: number): boolean {
  const byte = bytes[at] ?? 0;
  return byte >= 0xc3 && byte <= 0xc9;
}

function isLetterBefore(bytes: Uint8Array, at: number): boolean {
  return (bytes[at - 1] ?? 0) >= 0x80 && isLetter(bytes, at - 2);
}

function asText(bytes: Uint8Array, start: number, end: number): string {
  return String.fromCharCode(...bytes.subarray(start, end));
}

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

function isHex(byte: number | undefined): boolean {
  return byte !== undefined && /[0-9a-f]/i.test(String.fromCharCode(byte));
}

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
