import { expect, test } from "vitest";
import { decimalString } from "./decimal-string.ts";

test.each`
  value           | text             | because
  ${0}            | ${"0"}           | ${"nothing is written as nothing"}
  ${3}            | ${"3"}           | ${"a whole number has no point"}
  ${1.25}         | ${"1.25"}        | ${"a fraction keeps its digits"}
  ${4.3e-7 * 1e6} | ${"0.43"}        | ${"the noise of a product is cut"}
  ${0.1 + 0.2}    | ${"0.3"}         | ${"the noise of a sum is cut"}
  ${0.00000125}   | ${"0.00000125"}  | ${"a tiny number has no exponent"}
  ${1e-9}         | ${"0.000000001"} | ${"one digit after many zeros"}
  ${0.003625}     | ${"0.003625"}    | ${"every published digit is kept"}
`("$because: $text", ({ value, text }) => {
  expect(decimalString(value)).toBe(text);
});
