import { describe, expect, test } from "vitest";
import { filtered } from "./filtered.ts";

const text = "  First\n    - a\n    - b\n\n  Second\n    - c\n\n  First again\n    - d\n";

describe("a filter of a guide", () => {
  test.each`
    words                              | kept                                                       | exitCode | because
    ${["head", "-2"]}                  | ${"  First\n    - a\n"}                                    | ${0}     | ${"the first lines"}
    ${["grep", "[ab]$"]}               | ${"    - a\n    - b\n"}                                    | ${0}     | ${"lines that hold a pattern"}
    ${["grep", "z$"]}                  | ${""}                                                      | ${1}     | ${"no line holds it"}
    ${["sed", "-n", "/Second/,/^$/p"]} | ${"  Second\n    - c\n\n"}                                 | ${0}     | ${"from one line to another"}
    ${["sed", "-n", "/First/,/^$/p"]}  | ${"  First\n    - a\n    - b\n\n  First again\n    - d\n"} | ${0}     | ${"each time it begins anew"}
  `("keeps what the shell would: $because", ({ words, kept, exitCode }) => {
    expect(filtered(text, words)).toEqual({ stdout: kept, exitCode });
  });

  test.each([["head"], ["grep -A 2 a"], ["sed s/a/b/"], ["tail -2"], ["sort"]])(
    "does not know %s",
    (written) => {
      expect(() => filtered(text, written.split(" "))).toThrow(/guide/);
    },
  );
});
