import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { displayWidth } from "./display-width.ts";
import type { Block, Document } from "./document.ts";
import { documentToText } from "./text.ts";

const document = (...blocks: readonly Block[]): Document => ({ title: "T", blocks });
const printed = (block: Block, width = 80) =>
  documentToText(document(block), { width }).split("\n").slice(2, -1);

describe("a document as text", () => {
  test("puts the stamp at the right end of the title's line", () => {
    const text = documentToText(
      { title: "A or B", stamp: "2026-11-20", blocks: [] },
      { width: 40 },
    );
    expect(text).toBe(`A or B${" ".repeat(24)}2026-11-20\n`);
  });

  test("puts the stamp below a title that leaves no room", () => {
    const text = documentToText(
      { title: "A".repeat(35), stamp: "2026-11-20", blocks: [] },
      { width: 40 },
    );
    expect(text).toBe(`${"A".repeat(35)}\n2026-11-20\n`);
  });

  test("indents what stands under a heading", () => {
    const text = documentToText(
      document({ kind: "heading", text: "Why" }, { kind: "paragraph", line: "So." }),
      { width: 40 },
    );
    expect(text).toBe("T\n\n  Why\n    So.\n");
  });

  test("breaks prose at spaces and hangs list items", () => {
    const words = "one two three four five six seven eight nine";
    expect(printed({ kind: "list", lines: [words] }, 40)).toEqual([
      "  - one two three four five six seven",
      "    eight nine",
    ]);
  });

  test("aligns numbers right, wide signs counted as two columns", () => {
    const table: Block = {
      kind: "table",
      columns: [
        { header: "Name", align: "left" },
        { header: "USD", align: "right" },
      ],
      rows: [
        ["模型", "1,234.5"],
        ["B", "3"],
      ],
    };
    expect(printed(table)).toEqual(["  Name      USD", "  模型  1,234.5", "  B           3"]);
  });

  test("leaves a long id whole, on a line of its own", () => {
    const id = "accounts/fireworks/models/llama-v3p1-405b-instruct";
    const columns = ["Route", "Why"].map((header) => ({ header, align: "left" }) as const);
    const rows = [[id, "because it is the only one that is left"]];
    expect(printed({ kind: "table", columns, rows }, 60)).toEqual([
      "  Route                         Why",
      `  ${id}`,
      `${" ".repeat(32)}because it is the only one`,
      `${" ".repeat(32)}that is left`,
    ]);
  });

  test("colours only what is marked", () => {
    const line = [{ text: "cost " }, { text: "unknown", tone: "unknown" }] as const;
    const paint = (tone: string, text: string) => `<${tone}>${text}</>`;
    const text = documentToText(document({ kind: "paragraph", line }), { width: 40, paint });
    expect(text).toBe("<strong>T</>\n\n  cost <unknown>unknown</>\n");
  });

  test.each([
    { foreign: "\u001b[31mred\u001b[0m", becomes: "red", because: "a colour is an escape" },
    { foreign: "a\u001b]0;title\u0007b", becomes: "ab", because: "a title is an escape" },
    { foreign: "a\u009b2Jb", becomes: "ab", because: "one sign may start an escape" },
    { foreign: "x\u202eevil\u202c", becomes: "xevil", because: "reading order is not turned" },
    { foreign: "a\r\nb\u2028c", becomes: "a b c", because: "a cell is one line" },
    { foreign: "a\u200bb\u0000c", becomes: "abc", because: "nothing invisible is left" },
  ])("cleans foreign text: $because", ({ foreign, becomes }) => {
    expect(printed({ kind: "paragraph", line: foreign })).toEqual([`  ${becomes}`]);
  });

  test("no line is wider than the width, whatever the words", () => {
    const cell = fc.string({ unit: "grapheme", maxLength: 60 });
    const rows = fc.array(fc.tuple(cell, cell, cell), { maxLength: 5 });
    fc.assert(
      fc.property(rows, fc.integer({ min: 40, max: 120 }), (cells, width) => {
        const columns = ["A", "B", "C"].map((header) => ({ header, align: "left" }) as const);
        const lines = documentToText(document({ kind: "table", columns, rows: cells }), { width });
        for (const line of lines.split("\n")) expect(displayWidth(line)).toBeLessThanOrEqual(width);
      }),
    );
  });
});
