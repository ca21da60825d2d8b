import { expect, test } from "vitest";
import { fitted, shortened, twoLines } from "./fitted.ts";

test.each`
  text                     | atMost | shown      | because
  ${"Brick"}               | ${5}   | ${"Brick"} | ${"what fits is kept"}
  ${"Brick 2"}             | ${5}   | ${"Bric…"} | ${"what is cut leaves a mark"}
  ${"Br\u202Eick"}         | ${5}   | ${"Brick"} | ${"marks that turn the reading order are no text"}
  ${"🧱🧱🧱"}              | ${2}   | ${"🧱…"}   | ${"no sign is cut in halves"}
  ${"x".repeat(9_000_000)} | ${3}   | ${"xx…"}   | ${"however long it is"}
`("$because", ({ text, atMost, shown }) => {
  expect(fitted(text, atMost)).toBe(shown);
});

test.each`
  text                         | shown              | because
  ${"tau2-bench"}              | ${"tau2-bench"}    | ${"what fits is kept"}
  ${"Leaderboard v4 (simple)"} | ${"Leader…imple)"} | ${"both ends tell tests apart"}
`("a test: $because", ({ text, shown }) => {
  expect(shortened(text, 13)).toBe(shown);
});

test.each`
  text                               | lines                                   | because
  ${"GPT-4.1"}                       | ${["GPT-4.1"]}                          | ${"a short name is one line"}
  ${"Claude Sonnet 4.5"}             | ${["Claude Sonnet", "4.5"]}             | ${"it breaks between words"}
  ${"Llama-4-Maverick-17B"}          | ${["Llama-4-", "Maverick-17B"]}         | ${"else behind a hyphen"}
  ${"abcdefghijklmnopqrstuvwxyz123"} | ${["abcdefghijklmn", "opqrstuvwxyz1…"]} | ${"else where it must, and ends"}
`("a name: $because", ({ text, lines }) => {
  expect(twoLines(text, 14)).toEqual(lines);
});
