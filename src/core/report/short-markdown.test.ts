import { describe, expect, test } from "vitest";
import type { Block, Document } from "./document.ts";
import { shortMarkdown } from "./short-markdown.ts";

const addressOf = (model: string) => `at://${model}`;
const last = "The whole answer, with its sources, is in the structured content.";

const paragraph = (signs: number): Block => ({ kind: "paragraph", line: "x".repeat(signs) });
const lead = (text: string): Block => ({ kind: "lead", lines: [text] });
const listOf = (rows: number): Block => ({
  kind: "list",
  lines: Array.from({ length: rows }, (_, index) => `row ${index + 1}`),
});

/** A report whose brief form is its first block. */
const shortOf = (...blocks: readonly Block[]) =>
  shortMarkdown(({ brief }) => {
    const document: Document = { title: "Title", blocks: brief ? blocks.slice(0, 1) : blocks };
    return document;
  }, addressOf);

describe("an answer in short", () => {
  test("is all of it where that is short", () => {
    expect(shortOf(lead("Yes."), listOf(2))).toBe(
      `# Title\n\n> Yes.\n\n- row 1\n- row 2\n\n${last}\n`,
    );
  });

  test("is the answer alone where the whole is long", () => {
    expect(shortOf(lead("Yes."), paragraph(5_000))).toBe(`# Title\n\n> Yes.\n\n${last}\n`);
  });

  test("keeps the first rows of a long list and says how many follow", () => {
    const text = shortOf(listOf(924));
    expect(text).toContain("- row 20\n\n… and 904 more.");
    expect(text).not.toContain("row 21");
  });

  test("ends before it is too long, and not with a heading", () => {
    const parts = Array.from({ length: 9 }, () => paragraph(1_000));
    const text = shortMarkdown(
      () => ({
        title: "Title",
        blocks: [...parts.slice(0, 5), { kind: "heading", text: "More" }, ...parts],
      }),
      addressOf,
    );
    expect(text.length).toBeLessThan(6_200);
    expect(text).not.toContain("More");
  });

  test("says drawings in words", () => {
    const text = shortOf({ kind: "figure", lines: ["| *"], words: "It rises." });
    expect(text).toContain("It rises.");
    expect(text).not.toContain("*");
  });

  test("leads to each model it names, once", () => {
    const named = { text: "A", to: { kind: "model", id: "acme/a" } } as const;
    const other = { text: "B", to: { kind: "model", id: "bee/b" } } as const;
    const text = shortOf(
      { kind: "lead", lines: [[named, { text: " or " }, other]] },
      { kind: "paragraph", line: [named] },
    );
    expect(text).toContain(`${last} Read on: at://acme/a, at://bee/b\n`);
  });
});
