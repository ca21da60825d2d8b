import { type GraderRule, saidOf } from "./grader-rule.ts";
import { numberIn } from "./number-in.ts";

/** A number of the answer is the expected one, or as near as is asked. */
export const numeric: GraderRule<"numeric"> = {
  version: "1",
  grade: ({ tolerance, relativeTolerance, take }, { answer, expected }) => {
    const found = numberIn(answer.text, take);
    if (found === undefined) {
      return saidOf(false, take === "only" ? "it is not one number" : "no number is in it");
    }
    const allowed = Math.max(tolerance, relativeTolerance * Math.abs(expected));
    /** A tenth and two tenths are three tenths, whatever binary fractions make of it. */
    const slack = Number.EPSILON * 4 * Math.max(Math.abs(found), Math.abs(expected));
    const isPass = Math.abs(found - expected) <= allowed + slack;
    return saidOf(isPass, `${found} for ${expected}${allowed > 0 ? ` ± ${allowed}` : ""}`);
  },
};
