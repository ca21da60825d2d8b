import fc from "fast-check";
import { expect, test } from "vitest";
import { combinationsOf, fillTemplate, fillWithin } from "./template.ts";

const values = new Map([
  ["a", "1"],
  ["b c", "{{a}}"],
]);

test.each`
  template               | text                   | because
  ${"{{a}} {{ a }}"}     | ${"1 1"}               | ${"blanks around a name do not count"}
  ${"{{b c}}"}           | ${"{{a}}"}             | ${"a value is not filled again"}
  ${"\\{{a}} {{a}}"}     | ${"{{a}} 1"}           | ${"braces can be written"}
  ${"{a} { {a} } {%a%}"} | ${"{a} { {a} } {%a%}"} | ${"only two braces are a place"}
  ${"$& $1 {{a}}"}       | ${"$& $1 1"}           | ${"signs of a replacement are text"}
`("$template becomes $text: $because", ({ template, text }) => {
  expect(fillTemplate(template, values)).toEqual({ ok: true, text });
});

test.each(["{{z}}", "{{a.b}}", "{{}}", "{{constructor}}", "{{a()}}"])(
  "%s has no value, and is named",
  (template) => {
    expect(fillTemplate(template, values)).toEqual({ ok: false, unknown: template.slice(2, -2) });
  },
);

test("any value comes out as it went in, wherever in a prompt it stands", () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (value, around) => {
      const before = around.replaceAll("{", "").replaceAll("\\", "");
      const asked = { messages: [{ content: `${before}{{x}}` }] };
      const filled = fillWithin(asked, (text) => fillTemplate(text, new Map([["x", value]])));
      expect(filled).toEqual({ ok: true, value: { messages: [{ content: before + value }] } });
    }),
  );
});

test("a text without two braces stays as it is", () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      fc.pre(!text.includes("{{"));
      expect(fillTemplate(text, new Map())).toEqual({ ok: true, text });
    }),
  );
});

test("variables combine each with each, the last turning fastest", () => {
  const lists = [["a", ["1", "2"]] as const, ["b", ["x", "y"]] as const];
  expect(combinationsOf(lists).map((row) => [...row.values()].join(""))).toEqual([
    "1x",
    "1y",
    "2x",
    "2y",
  ]);
});
