import { expect, test } from "vitest";
import { scoreOf } from "../../../test/builders/score-of.ts";
import { harnessOf, testOf } from "./test-of.ts";

const score = (variant?: string, setting?: string) =>
  scoreOf({
    model: "a/b",
    benchmark: "x",
    score: 50,
    ...(variant === undefined ? {} : { variant }),
    ...(setting === undefined ? {} : { setting }),
  });

test.each<readonly [string | undefined, string | undefined, string, string]>([
  ["EM", undefined, "", "how an answer is matched makes no other test"],
  ["5-shot CoT, overall accuracy", undefined, "", "shots and thoughts are method"],
  ["no tools", undefined, "", "without tools is the plain test"],
  ["with tools", undefined, "with tools", "tools make another test"],
  [undefined, "max effort; with tools", "with tools", "tools count wherever they are said"],
  ["Telecom, pass^1", undefined, "telecom", "a domain is a test, a repeat is method"],
  ["Telecom", undefined, "telecom", "the same domain is the same test"],
  [
    "V4 overall accuracy",
    "mode: FC",
    "v4, native calls",
    "native and prompted calls are two tests",
  ],
  ["v6", undefined, "v6", "an edition is a test"],
  ["text-only subset, with tools", undefined, "text only subset, with tools", "a subset is a test"],
])("variant %s with setting %s is the test '%s': %s", (variant, setting, expected) => {
  expect(testOf(score(variant, setting))).toBe(expected);
});

test("the harness is named without effort and mode", () => {
  const high = score(undefined, "tau2-bench 1.0.1; user simulator gpt-5.2; effort high");
  const none = score(undefined, "tau2-bench 1.0.1; user simulator gpt-5.2; effort none");
  const older = score(undefined, "tau2-bench 0.1.3; user simulator gpt-4.1");
  expect(harnessOf(high)).toBe(harnessOf(none));
  expect(harnessOf(high)).not.toBe(harnessOf(older));
});
