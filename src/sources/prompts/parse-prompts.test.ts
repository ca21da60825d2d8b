import { describe, expect, test } from "vitest";
import { parsePrompts } from "./parse-prompts.ts";

const lines = (...objects: readonly unknown[]) =>
  objects.map((each) => JSON.stringify(each)).join("\n");

describe("a file of lines", () => {
  test("holds a request a line, in any of three shapes", () => {
    const text = lines(
      { prompt: "a", completion: "b", id: 7 },
      { text: "c", completion: null },
      {
        messages: [
          { role: "system", content: "d" },
          { role: "user", content: [{ type: "text", text: "e" }] },
        ],
      },
    );
    expect(parsePrompts(`${text}\n\n`, "p.jsonl")).toEqual({
      ok: true,
      value: [{ prompt: "a", completion: "b" }, { prompt: "c" }, { prompt: "d\ne" }],
    });
  });

  test.each`
    bad                    | because
    ${"{"}                 | ${"it is no JSON"}
    ${"[]"}                | ${"it is no object"}
    ${"null"}              | ${"it is nothing"}
    ${'{"question":"a"}'}  | ${"no field of ours"}
    ${'{"prompt":7}'}      | ${"a prompt is text"}
    ${'{"messages":[{}]}'} | ${"a message has content"}
  `("with $bad is refused with the number of its line: $because", ({ bad }) => {
    expect(parsePrompts(`${lines({ prompt: "a" })}\n${bad}`, "p.jsonl")).toMatchObject({
      ok: false,
      problem: { code: "file-invalid", file: "p.jsonl", line: 2 },
    });
  });

  test("counts tools and calls of tools as they are written, and marks what is no text", () => {
    const tools = [{ name: "weather" }];
    const calls = [{ id: "c1" }];
    const image = { type: "image_url", image_url: { url: "data:" } };
    const text = lines({
      messages: [
        { role: "assistant", content: null, tool_calls: calls },
        { role: "assistant", tool_calls: calls },
        { role: "user", content: [{ type: "text", text: "a" }, image] },
      ],
      tools,
    });
    expect(parsePrompts(`\uFEFF${text}`, "p.jsonl")).toEqual({
      ok: true,
      value: [
        {
          prompt: `[{"id":"c1"}]\n[{"id":"c1"}]\na\n\n[{"name":"weather"}]`,
          hasOtherParts: true,
        },
      ],
    });
  });

  test("that is empty is refused", () => {
    expect(parsePrompts("\n", "p.ndjson")).toMatchObject({ ok: false });
  });
});

test("a text file is one prompt", () => {
  expect(parsePrompts("a\nb", "p.txt")).toEqual({ ok: true, value: [{ prompt: "a\nb" }] });
});

test.each`
  text          | file         | because
  ${"a\0b"}     | ${"p.txt"}   | ${"binary"}
  ${"\0"}       | ${"p.jsonl"} | ${"binary"}
  ${"\uFEFF\n"} | ${"p.txt"}   | ${"empty"}
`("$file is refused by its name: it is $because", ({ text, file, because }) => {
  const problem = { code: "file-invalid", file, expected: expect.stringContaining(because) };
  expect(parsePrompts(text, file)).toEqual({ ok: false, problem });
});
