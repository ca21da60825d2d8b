import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";

const files = ["src", "test", "scripts", "bench"].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => ({ file: join(folder, name), text: readFileSync(join(folder, name), "utf8") })),
);

/** Put together here, so that a search for them finds no sinner. */
const [anything, at, lint] = [["an", "y"].join(""), "@", "biome"];
const forbidden = [
  { what: "the type of everything", pattern: new RegExp(`(:\\s*|<|\\bas )${anything}\\b`) },
  { what: "a type error looked away from", pattern: new RegExp(`${at}ts-(ignore|nocheck)`) },
  { what: "a type error expected", pattern: new RegExp(`${at}ts-expect-error`) },
  { what: "a rule switched off in place", pattern: new RegExp(`${lint}-ignore`) },
  { what: "a test left out", pattern: /\b(it|test|describe)\.(skip|only|todo)\b/ },
];

describe("the repository", () => {
  test("has no file of more than 250 lines", () => {
    const lengths = files.map(({ file, text }) => ({ file, lines: text.split("\n").length - 1 }));
    expect(lengths.filter(({ lines }) => lines > 250)).toEqual([]);
  });

  test.each(forbidden)("does without $what", ({ pattern }) => {
    const found = files.flatMap(({ file, text }) =>
      text.split("\n").flatMap((line) => (pattern.test(code(line)) ? [`${file}: ${line}`] : [])),
    );
    expect(found).toEqual([]);
  });

  test("names no registry host in its lock file", () => {
    expect(readFileSync("package-lock.json", "utf8")).not.toContain('"resolved"');
  });
});

/** Without prose: a comment may hold the word. */
function code(line: string): string {
  return /^\s*(\*|\/\*\*)/.test(line) ? "" : line;
}
