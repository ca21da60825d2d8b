import { excerpt, type GraderRule, saidOf } from "./grader-rule.ts";

/** Expected texts stand in the answer: all of them, one of them, or none. */
export const contains: GraderRule<"contains"> = {
  version: "1",
  grade: ({ match, ignoresCase }, { answer, expected }) => {
    const cased = (text: string) => (ignoresCase ? text.toLowerCase() : text);
    const within = cased(answer.text);
    const there = expected.filter((text) => within.includes(cased(text)));
    const missing = expected.filter((text) => !there.includes(text));
    switch (match) {
      case "all": {
        const isPass = missing.length === 0;
        const because = isPass ? "all of it is there" : `${excerpt(missing[0] ?? "")} is not there`;
        return { score: there.length / expected.length, isPass, because };
      }
      case "any": {
        const [first] = there;
        return saidOf(
          first !== undefined,
          first === undefined ? "none of it is there" : `${excerpt(first)} is there`,
        );
      }
      case "none": {
        const [first] = there;
        return saidOf(
          first === undefined,
          first === undefined ? "none of it is there" : `${excerpt(first)} is there`,
        );
      }
    }
  },
};
