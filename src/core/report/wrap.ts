import { cleanText } from "./clean-text.ts";
import { displayWidth, signWidth } from "./display-width.ts";
import { type Line, type Span, tonedRuns } from "./document.ts";

/** A printed line: pieces in order, each with its mark. */
export type Spans = readonly Span[];

/** The marks and words of a line, freed of anything a terminal would act on. */
export function spansOf(line: Line): Spans {
  return tonedRuns(line).map((span) => ({ ...span, text: cleanText(span.text) }));
}

export function widthOf(spans: Spans): number {
  return spans.reduce((sum, span) => sum + displayWidth(span.text), 0);
}

/** The longest piece that is not broken at a space. */
export function longestWord(spans: Spans): number {
  return Math.max(0, ...wordsOf(spans).map(widthOf));
}

/** Breaks at spaces; a word that is wider than the whole width is cut after a separator if it can. */
export function wrap(spans: Spans, width: number): readonly Spans[] {
  const lines: Spans[] = [];
  let line: Span[] = [];
  let used = 0;
  for (const word of wordsOf(spans).flatMap((whole) => cut(whole, width))) {
    const wordWidth = widthOf(word);
    if (line.length > 0 && used + 1 + wordWidth > width) {
      lines.push(line);
      line = [];
      used = 0;
    }
    if (line.length > 0) line.push({ text: " " });
    used += wordWidth + (line.length > 0 ? 1 : 0);
    line.push(...word);
  }
  return [...lines, line];
}

/** Pieces between spaces; pieces that touch across a change of mark stay one word. */
function wordsOf(spans: Spans): readonly Spans[] {
  const words: Span[][] = [];
  let isOpen = false;
  for (const { text, ...mark } of spans) {
    for (const part of text.split(/( +)/)) {
      if (part === "") continue;
      if (part.startsWith(" ")) {
        isOpen = false;
        continue;
      }
      if (isOpen) words.at(-1)?.push({ text: part, ...mark });
      else words.push([{ text: part, ...mark }]);
      isOpen = true;
    }
  }
  return words;
}

function cut(word: Spans, width: number): readonly Spans[] {
  if (widthOf(word) <= width) return [word];
  return word.flatMap(({ text, ...mark }) =>
    cutText(text, width).map((part) => [{ text: part, ...mark }]),
  );
}

function cutText(text: string, width: number): readonly string[] {
  const parts: string[] = [];
  let rest = text;
  while (displayWidth(rest) > width) {
    const fitting = fittingPrefix(rest, width);
    const separator = /^.*[-/_.:,]/u.exec(fitting)?.[0] ?? "";
    const part = separator.length * 2 > fitting.length ? separator : fitting;
    parts.push(part);
    rest = rest.slice(part.length);
  }
  return [...parts, rest];
}

function fittingPrefix(text: string, width: number): string {
  let prefix = "";
  let used = 0;
  for (const sign of text) {
    used += signWidth(sign);
    if (used > width && prefix !== "") break;
    prefix += sign;
  }
  return prefix;
}
