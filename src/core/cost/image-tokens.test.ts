import { expect, test } from "vitest";
import { imageTokens } from "./image-tokens.ts";

const tiles512 = "tiles 512 base 85 each 170 fit 2048 short 768";
const tiles768 = "tiles 768 each 258 small 384";
const area = "area 750 edge 1568 most 1600";
const patches = "patches 32 most 1536 times 1";

test.each`
  rule                      | size           | tokens       | because
  ${tiles512}               | ${"1024x1024"} | ${765}       | ${"scaled to 768 × 768: four tiles"}
  ${tiles512}               | ${"2048x4096"} | ${1105}      | ${"scaled to 768 × 1536: six tiles"}
  ${tiles512}               | ${"512x512"}   | ${255}       | ${"one tile"}
  ${tiles768}               | ${"384x384"}   | ${258}       | ${"small: one count"}
  ${tiles768}               | ${"600x400"}   | ${258}       | ${"one tile"}
  ${tiles768}               | ${"1024x1024"} | ${1032}      | ${"four tiles"}
  ${area}                   | ${"750x100"}   | ${100}       | ${"75,000 pixels over 750"}
  ${area}                   | ${"1000x1000"} | ${1334}      | ${"a million pixels over 750, rounded up"}
  ${area}                   | ${"4000x4000"} | ${1600}      | ${"scaled down to the most"}
  ${patches}                | ${"1024x1024"} | ${1024}      | ${"32 × 32 patches"}
  ${patches}                | ${"1800x2400"} | ${1452}      | ${"scaled to 33 × 44 patches"}
  ${"fixed 1120"}           | ${undefined}   | ${1120}      | ${"the size does not matter"}
  ${tiles512}               | ${undefined}   | ${undefined} | ${"the size is not known"}
  ${"pixels divided by 75"} | ${"10x10"}     | ${undefined} | ${"no rule of ours"}
  ${"tiles many"}           | ${"10x10"}     | ${undefined} | ${"no number"}
`("$size by $rule is $tokens: $because", ({ rule, size, tokens }) => {
  expect(imageTokens(rule, size)).toBe(tokens);
});
