import { describe, expect, test } from "vitest";
import { brokenBy, parseFailOn } from "./fail-on.ts";

describe("the rules of a check", () => {
  test.each`
    text                               | rules
    ${"retired"}                       | ${["retired"]}
    ${"retired, retiring:90d,unknown"} | ${["retired", "retiring:90d", "unknown"]}
    ${"retiring:030"}                  | ${["retiring:30d"]}
    ${"deprecated,"}                   | ${["deprecated"]}
  `("$text", ({ text, rules }) => {
    expect(parseFailOn(text)?.map((rule) => rule.text)).toEqual(rules);
  });

  test.each([
    "",
    ",",
    "retire",
    "retiring",
    "retiring:",
    "retiring:90w",
    "retiring:-1d",
    "Retired",
  ])("are not: %j", (text) => expect(parseFailOn(text)).toBeUndefined());

  test.each`
    status          | daysLeft     | rules                                  | broken
    ${"retired"}    | ${-28}       | ${"retired"}                           | ${["retired"]}
    ${"retired"}    | ${-28}       | ${"retiring:90d"}                      | ${[]}
    ${"deprecated"} | ${90}        | ${"retiring:90d"}                      | ${["retiring:90d"]}
    ${"deprecated"} | ${91}        | ${"retiring:90d"}                      | ${[]}
    ${"deprecated"} | ${undefined} | ${"deprecated"}                        | ${["deprecated"]}
    ${"unknown"}    | ${undefined} | ${"retired,retiring:9999d,deprecated"} | ${[]}
  `("a $status model with $daysLeft days left breaks of $rules: $broken", (each) => {
    const rules = parseFailOn(each.rules) ?? [];
    expect(brokenBy(each, rules).map(({ text }) => text)).toEqual(each.broken);
  });
});
