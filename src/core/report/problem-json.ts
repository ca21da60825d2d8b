import { describeProblem } from "../problems/describe-problem.ts";
import { httpStatusOf } from "../problems/http-status.ts";
import type { Problem } from "../problems/problem.ts";
import { jsonText } from "./json-text.ts";

/** A problem as RFC 9457 writes it: its words, its status, and its own fields beside them. */
export function problemJson(problem: Problem): string {
  return jsonText({
    type: `/problems/${problem.code}`,
    ...describeProblem(problem),
    status: httpStatusOf[problem.code],
    ...problem,
  });
}
