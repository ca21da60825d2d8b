import { describe, expect, test } from "vitest";
import type { Block } from "./document.ts";
import { documentToMarkdown } from "./markdown.ts";

const body = (block: Block) =>
  documentToMarkdown({ title: "T", blocks: [block] }).slice("# T\n\n".length, -1);

describe("a document as Markdown", () => {
  test.each([
    { text: "a*b*_c_", becomes: "a\\*b\\*\\_c\\_", because: "emphasis is not ours" },
    { text: "<img src=x>", becomes: "\\<img src=x\\>", because: "nor is markup" },
    { text: "see [a](b)", becomes: "see [a\\](b)", because: "nor is a link" },
    { text: "[a]: b", becomes: "\\[a\\]: b", because: "nor is the address of one" },
    { text: "cost [OpenAI]", becomes: "cost [OpenAI]", because: "brackets alone are text" },
    { text: "# no heading", becomes: "\\# no heading", because: "a sign at the start is text" },
    { text: "1. no list", becomes: "1\\. no list", because: "a number at the start is text" },
    { text: "a &lt; b", becomes: "a \\&lt; b", because: "an entity is text" },
    { text: "GPT-4.1 at $2.00", becomes: "GPT-4.1 at $2.00", because: "plain text stays plain" },
    {
      text: "see https://a.example/x_y.",
      becomes: "see <https://a.example/x_y>.",
      because: "an address stays whole",
    },
    { text: "a\u001b[31mb\nc", becomes: "ab c", because: "controls are taken out" },
  ])("escapes text: $because", ({ text, becomes }) => {
    expect(body({ kind: "paragraph", line: text })).toBe(becomes);
  });

  test("prints a table with aligned columns, a bar inside a cell escaped", () => {
    const table: Block = {
      kind: "table",
      columns: [
        { header: "Name", align: "left" },
        { header: "USD", align: "right" },
      ],
      rows: [["a|b", [{ text: "3", tone: "strong" }]]],
    };
    expect(body(table)).toBe("| Name | USD |\n| --- | ---: |\n| a\\|b | **3** |");
  });

  test("makes no link out of two pieces of text", () => {
    const line = [{ text: "see [a]" }, { text: "(b)", tone: "dim" }] as const;
    expect(body({ kind: "paragraph", line })).toBe("see [a\\](b)");
  });

  test("quotes the answer", () => {
    expect(body({ kind: "lead", lines: ["One.", "Two."] })).toBe("> One.\n>\n> Two.");
  });

  test("a file keeps its lines and signs, between fences that it cannot close", () => {
    const text = "a: *b* # c\n```\nd";

    expect(body({ kind: "code", language: "yaml", text })).toBe(`\`\`\`\`yaml\n${text}\n\`\`\`\``);
  });
});
