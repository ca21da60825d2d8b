import { excerpt, type GraderRule, saidOf } from "./grader-rule.ts";

/** The answer is the expected text. */
export const exact: GraderRule<"exact"> = {
  version: "1",
  grade: ({ isTrimmed }, { answer, expected }) => {
    const found = isTrimmed ? answer.text.trim() : answer.text;
    const isPass = found === (isTrimmed ? expected.trim() : expected);
    return saidOf(isPass, isPass ? "it is the expected text" : `it is ${excerpt(found)}`);
  },
};
