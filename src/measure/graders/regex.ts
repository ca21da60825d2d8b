import { excerpt, type GraderRule, saidOf } from "./grader-rule.ts";

/** A pattern is found in the answer, or must not be. Found within a second, or not graded. */
export const regex: GraderRule<"regex"> = {
  version: "1",
  grade: async ({ flags, isNegated }, { answer, expected }, { worker }) => {
    const task = { kind: "pattern", pattern: expected, flags, text: answer.text } as const;
    const { isMatch, because } = await worker.run(task);
    const said = isMatch ? `it matches at ${excerpt(because)}` : "it does not match";
    return saidOf(isMatch !== isNegated, said);
  },
};
