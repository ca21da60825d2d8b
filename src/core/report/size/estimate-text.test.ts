import { expect, test } from "vitest";
import { estimateMs, estimateMtok, estimateText, estimateUsd, hourText } from "./estimate-text.ts";

test.each`
  value     | text
  ${71.8}   | ${"72"}
  ${549.1}  | ${"550"}
  ${3812.9} | ${"3,800"}
  ${9.73}   | ${"9.7"}
  ${0.0662} | ${"0.066"}
  ${0.95}   | ${"0.95"}
  ${0}      | ${"0"}
  ${99.6}   | ${"100"}
`("an estimate of $value is $text", ({ value, text }) => {
  expect(estimateText(value)).toBe(text);
});

test("money, time and traffic say no more than that", () => {
  expect(estimateUsd(9.73)).toBe("$9.7");
  expect(estimateMs(1326.9)).toBe("1.3 s");
  expect(estimateMs(46.9)).toBe("47 ms");
  expect(estimateMtok(1653.9)).toBe("1.7B tokens");
});

test("an hour has every digit of its seller", () => {
  expect(hourText(1.006)).toBe("$1.006");
  expect(hourText(1.39 * 8)).toBe("$11.12");
});
