import { excerpt, type GraderRule, saidOf } from "./grader-rule.ts";

/** The same words as expected: case, blanks, punctuation and forms of a sign do not count. */
export const normalised: GraderRule<"normalised"> = {
  version: "1",
  grade: (_, { answer, expected }) => {
    const found = normal(answer.text);
    const isPass = found === normal(expected);
    return saidOf(isPass, isPass ? "it is the expected words" : `its words are ${excerpt(found)}`);
  },
};

function normal(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\p{P}\s]+/gu, " ")
    .trim();
}
