import { isHex } from "./letters.ts";
import type { NamePart } from "./read-token.ts";

const dot = 0x2e;
const slash = 0x2f;
const colon = 0x3a;
const at_ = 0x40;

/** The names in a token, unless something is joined to it that a program puts in later. */
export function partsAt(
  bytes: Uint8Array,
  tokenStart: number,
  tokenEnd: number,
  read: (token: string) => readonly NamePart[],
): readonly NamePart[] {
  let start = tokenStart;
  let end = tokenEnd;
  if (bytes[start - 1] === hash || isClassSelector(bytes, start)) return [];
  const isJoinedAhead = start > 0 && closers.has(bytes[start - 1] ?? 0);
  while (bytes[start] === dot && bytes[start + 1] !== slash && start < end) start++;
  if (isJoinedAhead && bytes[start] === slash) start++;
  while (end > start && trailing.has(bytes[end - 1] ?? 0)) end--;
  if (openers.has(bytes[end] ?? 0) || isLetter(bytes, end) || isLetterBefore(bytes, start)) {
    if (!isEmphasis(bytes, start, end)) return [];
  }
  if (isPatternAhead(bytes, end)) return [];
  const shift = start - tokenStart;
  const text = asText(bytes, start, end);
  if (addressOfUser.test(text)) return [];
  const parts = read(text);
  if (shift === 0) return parts;
  return parts.map((part) => ({ ...part, start: part.start + shift, end: part.end + shift }));
}

const trailing = new Set([dot, colon, at_]);
/** `{x}`, `<x>`, `(x)`: what stands in front of a path may be a variable. */
const closers = new Set([..."})>]"].map((sign) => sign.charCodeAt(0)));
/** `gpt-4${x}`, `gpt-4{x}`, `gpt-4*`, `gpt-4+`: more of the name is to come. */
const openers = new Set([..."${*+"].map((sign) => sign.charCodeAt(0)));
const star = 0x2a;
const hash = 0x23;
const percent = 0x25;
const backslash = 0x5c;

/** `git@host:path`. */
const addressOfUser = /^[\w.-]+@[\w.-]+:/;

/** `.gpt-4` alone is a class of a style sheet; `../gpt-4` and `...gpt-4` are none. */
function isClassSelector(bytes: Uint8Array, start: number): boolean {
  const next = bytes[start + 1] ?? 0;
  const before = bytes[start - 1];
  const isAlone = before === undefined || standAlone.has(before);
  return isAlone && bytes[start] === dot && next !== dot && next !== slash;
}

const standAlone = new Set([..." \t\n\r\"'`,"].map((sign) => sign.charCodeAt(0)));

/** `gpt-4\.1` in a pattern and `gpt-4%s` in a format: more of the name is to come. */
function isPatternAhead(bytes: Uint8Array, end: number): boolean {
  if (bytes[end] === percent) return !(isHex(bytes[end + 1]) && isHex(bytes[end + 2]));
  return bytes[end] === backslash && patternSigns.has(bytes[end + 1] ?? 0);
}

const patternSigns = new Set([...".-dDwWsS*+?[(|"].map((sign) => sign.charCodeAt(0)));

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
