import { expect, test } from "vitest";
import { tokenCounter } from "./token-counters.ts";

/* Counts as OpenAI publishes them in its cookbook, "How to count tokens with tiktoken". */
test.each`
  text                              | cl100k | o200k
  ${"tiktoken is great!"}           | ${6}   | ${6}
  ${"antidisestablishmentarianism"} | ${6}   | ${6}
  ${"2 + 2 = 4"}                    | ${7}   | ${7}
  ${"お誕生日おめでとう"}           | ${9}   | ${8}
`(
  "$text is $cl100k tokens of cl100k_base and $o200k of o200k_base",
  async ({ text, cl100k, o200k }) => {
    expect((await tokenCounter("cl100k_base"))(text)).toBe(cl100k);
    expect((await tokenCounter("o200k_base"))(text)).toBe(o200k);
  },
);

test.each`
  text                              | p50k
  ${"antidisestablishmentarianism"} | ${5}
  ${"2 + 2 = 4"}                    | ${5}
  ${"お誕生日おめでとう"}           | ${14}
`("$text is $p50k tokens of p50k_base", async ({ text, p50k }) => {
  expect((await tokenCounter("p50k_base"))(text)).toBe(p50k);
});

test("a word that looks like a mark of the vocabulary is counted as text", async () => {
  expect((await tokenCounter("o200k_base"))("<|endoftext|>")).toBeGreaterThan(1);
});

test.each(["a", "あ", "!", " ", "\n"])(
  "a hundred thousand times %j is counted in pieces, to a token a piece",
  async (sign) => {
    const count = await tokenCounter("o200k_base");
    const each = count(sign.repeat(500));
    const tokens = count(`one ${sign.repeat(100_000)} two`);
    expect(Math.abs(tokens - 200 * each)).toBeLessThanOrEqual(203);
  },
);
