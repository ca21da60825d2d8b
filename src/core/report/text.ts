import { cleanText } from "./clean-text.ts";
import type { Block, Document, Line, Tone } from "./document.ts";
import { layOutTable } from "./text-table.ts";
import { type Spans, spansOf, widthOf, wrap } from "./wrap.ts";

export interface TextOptions {
  /** Columns there are. Tables use them all; prose stops at a readable measure. */
  readonly width: number;
  /** Puts colour on a marked piece. Absent: no colour. */
  readonly paint?: (tone: Tone, text: string) => string;
}

const readableWidth = 100;
const leastWidth = 40;

/** The document for a terminal or a text file, ending in a line break. */
export function documentToText(document: Document, options: TextOptions): string {
  const width = Math.max(leastWidth, options.width);
  const lines: Spans[] = [...titleLines(document, Math.min(width, readableWidth))];
  let hasHeading = false;
  let previous: Block["kind"] | undefined;
  for (const block of document.blocks) {
    if (block.kind === "chart") continue;
    if (previous !== "heading") lines.push([]);
    if (block.kind === "heading") hasHeading = true;
    const indent = block.kind !== "heading" && hasHeading ? 4 : 2;
    lines.push(...blockLines(block, width - indent).map((line) => indented(line, indent)));
    previous = block.kind;
  }
  return lines.map((line) => `${print(line, options)}\n`).join("");
}

function titleLines(document: Document, width: number): readonly Spans[] {
  const title = spansOf([{ text: document.title, tone: "strong" }]);
  if (document.stamp === undefined) return wrap(title, width);
  const stamp = spansOf([{ text: document.stamp, tone: "dim" }]);
  const space = width - widthOf(title) - widthOf(stamp);
  if (space < 2) return [...wrap(title, width), ...wrap(stamp, width)];
  return [[...title, { text: " ".repeat(space) }, ...stamp]];
}

function blockLines(block: Block, width: number): readonly Spans[] {
  const proseWidth = Math.min(width, readableWidth);
  const prose = (line: Line) => wrap(spansOf(line), proseWidth);
  switch (block.kind) {
    case "heading":
      return prose([{ text: block.text, tone: "strong" }]);
    case "lead":
      return block.lines.flatMap(prose);
    case "paragraph":
      return prose(block.line);
    case "list":
      return block.lines.flatMap((line) =>
        wrap(spansOf(line), proseWidth - 2).map((wrapped, index) => [
          { text: index === 0 ? "- " : "  " },
          ...wrapped,
        ]),
      );
    case "code":
      return linesOfCode(block.text).map((text) => [{ text: cleanText(text) }]);
    case "figure": {
      const fits = block.lines.every((line) => widthOf(spansOf(line)) <= width);
      return fits ? block.lines.map(spansOf) : prose(block.words);
    }
    case "chart":
      return [];
    case "table":
      return layOutTable(block, width);
  }
}

function linesOfCode(text: string): readonly string[] {
  return text.replace(/\n$/, "").split("\n");
}

function indented(line: Spans, indent: number): Spans {
  return line.length === 0 ? line : [{ text: " ".repeat(indent) }, ...line];
}

function print(line: Spans, { paint }: TextOptions): string {
  const last = line.findLastIndex((span) => span.text.trim() !== "");
  return line
    .slice(0, last + 1)
    .map((span, index) => {
      const text = index === last ? span.text.trimEnd() : span.text;
      return span.tone === undefined || paint === undefined ? text : paint(span.tone, text);
    })
    .join("");
}
