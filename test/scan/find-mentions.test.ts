import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import {
  type FileMentions,
  findMentions,
  type Lookout,
} from "../../src/core/scan/find-mentions.ts";
import { lookoutFor } from "../../src/core/scan/lookout.ts";
import { openCatalog } from "../../src/store/compiled-catalog.ts";
import { lookAlikes, plantedFiles } from "./planted-names.ts";

let lookout: Lookout;
beforeAll(async () => {
  lookout = lookoutFor(await openCatalog());
});

function mentionsIn(text: string): FileMentions["mentions"] {
  return findMentions(new TextEncoder().encode(text), lookout).mentions;
}

/** Where the names stand, one behind the other. */
function placesOf(text: string, names: readonly string[]): readonly object[] {
  let from = 0;
  return names.map((name) => {
    const at = text.indexOf(name, from);
    from = at + name.length;
    const before = text.slice(0, at).split("\n");
    return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1, name };
  });
}

describe("the names of models in a text", () => {
  test.each(plantedFiles)("are found in $file, each at its place", ({ text, names }) => {
    const known = mentionsIn(text).filter(({ model }) => model !== null);
    expect(known.map(({ line, column, text: name }) => ({ line, column, name }))).toEqual(
      placesOf(text, names),
    );
  });

  test.each(lookAlikes)("are not seen in: %s", (line) => {
    expect(mentionsIn(`${line}\n`).filter(({ model }) => model !== null)).toEqual([]);
  });

  test.each`
    text                                              | model
    ${"openai/gpt-4.1"}                               | ${"openai/gpt-4.1"}
    ${"gpt-4.1-2025-04-14"}                           | ${"openai/gpt-4.1"}
    ${"models/gemini-2.5-pro"}                        | ${"google/gemini-2.5-pro"}
    ${"vertex_ai/gemini-2.5-pro"}                     | ${"google/gemini-2.5-pro"}
    ${"eu.anthropic.claude-3-5-sonnet-20241022-v2:0"} | ${"anthropic/claude-3.5-sonnet"}
    ${"claude-3-5-sonnet@20241022"}                   | ${"anthropic/claude-3.5-sonnet"}
    ${"groq/llama-3.3-70b-versatile"}                 | ${"meta/llama-3.3-70b"}
    ${"Qwen/Qwen3-8B"}                                | ${"qwen/qwen3-8b"}
    ${"our-gateway/gpt-4.1"}                          | ${"openai/gpt-4.1"}
  `("$text means $model", ({ text, model }) => {
    expect(mentionsIn(`x = "${text}"`)).toMatchObject([{ text, model, column: 6 }]);
  });

  test.each([
    "gpt-9-max",
    "claude-99-opus",
    "gemini-9-pro",
    "mistral-large-9999",
    "llama-9-70b",
    "deepseek-v99",
    "qwen99-max",
    "grok-99",
    "o4-pro-2099",
    "gpt-4.1-foo",
    "ft:gpt-4o:acme::x1",
  ])("that look like one and lead to none are unknown: %s", (text) => {
    expect(mentionsIn(`model: ${text}\n`)).toMatchObject([{ text, model: null }]);
  });

  test("stand on lines that are counted from 1, the last without an end counted too", () => {
    const { lines, mentions } = findMentions(
      new TextEncoder().encode("\ufeffgpt-4.1\r\n\r\ngpt-4o"),
      lookout,
    );
    expect(lines).toBe(3);
    expect(mentions).toMatchObject([
      { line: 1, column: 1 },
      { line: 3, column: 1 },
    ]);
  });

  test("are found on a line of a million signs", () => {
    const text = `${"x".repeat(1_000_000)} "gpt-4.1" ${"-".repeat(1_000_000)}`;
    expect(mentionsIn(text)).toMatchObject([{ line: 1, column: 1_000_003 }]);
  });

  test("are found wherever they are planted, on the right line", () => {
    const ends = fc.constantFrom('"', "'", "`", " ", "\n", "\t", ",", ";", "(", ")", "=", "[", "<");
    const noise = fc.string({ unit: "grapheme", maxLength: 300 });
    const names = ["gpt-4.1", "openai/gpt-4o", "gemini-2.5-pro", "qwen3:8b", "claude-opus-4-5"];
    fc.assert(
      fc.property(noise, ends, fc.constantFrom(...names), ends, noise, (a, open, name, end, b) => {
        const text = `${a}${open}${name}${end}${b}`;
        const at = a.length + open.length;
        const line = text.slice(0, at).split("\n").length;
        const column = at - text.lastIndexOf("\n", at - 1);
        expect(mentionsIn(text)).toContainEqual(
          expect.objectContaining({ text: name, line, column }),
        );
      }),
      { numRuns: 500 },
    );
  });
});
