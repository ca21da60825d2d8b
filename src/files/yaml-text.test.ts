import { expect, test } from "vitest";
import { parseYamlText } from "./yaml-text.ts";

const xs = (name: string) => `[${Array.from({ length: 9 }, () => name).join(", ")}]`;
const bomb = ["a", "b", "c", "d"].map((name, index) => {
  const before = ["x", "*a", "*b", "*c"][index] ?? "x";
  return `${name}: &${name} ${xs(before)}`;
});

test.each`
  text                                                                      | line   | because
  ${"[".repeat(200_000)}                                                    | ${1}   | ${"brackets that never close"}
  ${"[".repeat(3000) + "]".repeat(3000)}                                    | ${1}   | ${"brackets that do"}
  ${"- ".repeat(50_000)}                                                    | ${1}   | ${"lists of lists on one line"}
  ${Array.from({ length: 300 }, (_, i) => `${" ".repeat(i)}a:`).join("\n")} | ${100} | ${"maps within maps"}
  ${bomb.join("\n")}                                                        | ${1}   | ${"aliases that unfold into thousands"}
  ${"a: 1\nb: 2\na: 3"}                                                     | ${3}   | ${"a key that stands there twice"}
  ${"a: &a [*a]"}                                                           | ${1}   | ${"a list within itself"}
  ${"a: *nobody"}                                                           | ${1}   | ${"an alias of nothing"}
`("refuses $because, at line $line", ({ text, line }) => {
  expect(parseYamlText(text, "in.yaml")).toMatchObject({
    ok: false,
    problem: { code: "file-invalid", file: "in.yaml", line },
  });
});

test("brackets within a text are no depth, and many keys take no longer than few", () => {
  const text = `a: "${"[".repeat(500)}"`;
  expect(parseYamlText(text, "in.yaml")).toMatchObject({ ok: true });
  const keys = Array.from({ length: 50_000 }, (_, index) => `key${index}`);
  expect(parseYamlText(`{${keys.join(",")}}`, "in.yaml")).toMatchObject({ ok: true });
});
