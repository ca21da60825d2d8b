import type { Column, TableBlock } from "./document.ts";
import { longestWord, type Spans, spansOf, widthOf, wrap } from "./wrap.ts";

const gap = 2;

/**
 * Columns side by side, cells wrapped at spaces. A first cell too long for its column stands whole
 * on a line of its own, so that an id can be copied; where even that does not fit, rows become
 * records, and nothing is lost on a narrow screen.
 */
export function layOutTable(table: TableBlock, width: number): readonly Spans[] {
  const { columns } = table;
  const hasHeader = columns.some((column) => column.header !== "");
  const header = columns.map((column) => spansOf([{ text: column.header, tone: "dim" }]));
  const body = table.rows.map((row) => row.map(spansOf));
  const widths = columnWidths([...(hasHeader ? [header] : []), ...body], columns, width);
  if (widths === undefined) return records(header, body, width);
  return [...(hasHeader ? [header] : []), ...body].flatMap((row) => {
    const [first = [], ...others] = row;
    if (longestWord(first) <= (widths[0] ?? 0)) return rowLines(row, columns, widths);
    return [...wrap(first, width), ...rowLines([[], ...others], columns, widths)];
  });
}

/** A text column may be narrower than its longest word, but not than this. */
const leastTextWidth = 20;

/** Natural widths; the widest text columns give way first, never below their longest word. */
function columnWidths(
  rows: readonly (readonly Spans[])[],
  columns: readonly Column[],
  width: number,
): readonly number[] | undefined {
  const widest = (index: number, measure: (cell: Spans) => number) =>
    Math.max(0, ...rows.map((row) => measure(row[index] ?? [])));
  const natural = columns.map((_, index) => widest(index, widthOf));
  const least = columns.map((column, index) => {
    if (column.align === "right") return natural[index] ?? 0;
    return Math.min(widest(index, longestWord), leastTextWidth);
  });
  let excess = sum(natural) + gap * Math.max(0, columns.length - 1) - width;
  if (excess <= 0) return natural;
  const widths = [...natural];
  while (excess > 0) {
    const slack = widths.map((each, index) => (each > (least[index] ?? 0) ? each : 0));
    const most = Math.max(...slack);
    if (most === 0) return undefined;
    widths[slack.indexOf(most)] = most - 1;
    excess -= 1;
  }
  return widths;
}

function rowLines(
  row: readonly Spans[],
  columns: readonly Column[],
  widths: readonly number[],
): readonly Spans[] {
  const cells = columns.map((_, index) => wrap(row[index] ?? [], widths[index] ?? 1));
  const height = Math.max(...cells.map((lines) => lines.length));
  return Array.from({ length: height }, (_, lineIndex) =>
    columns.flatMap((column, index) => {
      const spans = cells[index]?.[lineIndex] ?? [];
      const padding = { text: " ".repeat(Math.max(0, (widths[index] ?? 0) - widthOf(spans))) };
      const cell = column.align === "right" ? [padding, ...spans] : [...spans, padding];
      return index === 0 ? cell : [{ text: " ".repeat(gap) }, ...cell];
    }),
  );
}

function records(
  header: readonly Spans[],
  body: readonly (readonly Spans[])[],
  width: number,
): readonly Spans[] {
  return body.flatMap(([first = [], ...others]) => [
    ...wrap(first, width),
    ...others.flatMap((cell, index) => {
      if (widthOf(cell) === 0) return [];
      const label = header[index + 1] ?? [];
      const labelled = widthOf(label) === 0 ? cell : [...label, { text: " " }, ...cell];
      return wrap(labelled, width - gap).map((line) => [{ text: " ".repeat(gap) }, ...line]);
    }),
  ]);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
