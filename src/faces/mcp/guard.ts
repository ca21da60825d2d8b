import { ProtocolError, ProtocolErrorCode } from "@modelcontextprotocol/server";
import { describeProblem } from "../../core/problems/describe-problem.ts";
import type { Outcome, Problem } from "../../core/problems/problem.ts";
import { cleanText } from "../../core/report/clean-text.ts";

/** A problem in the protocol's own form, where there is no result to put it into. */
function protocolError(kind: ProtocolErrorCode, problem: Problem): ProtocolError {
  const { code } = problem;
  const { title, remedy } = describeProblem(problem);
  const said = { code, title: cleanText(title), remedy: cleanText(remedy) };
  return new ProtocolError(kind, `${said.title} ${said.remedy}`, said);
}

/** The value; a problem is said to who asked. */
export function valueIn<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value;
  throw protocolError(ProtocolErrorCode.InvalidParams, outcome.problem);
}

/** The same, but a bug is reported apart and not to who asked: it may name what is on the machine. */
export function guarded<Asked extends readonly unknown[], Given>(
  reportBug: (error: unknown) => void,
  answer: (...asked: Asked) => Promise<Given>,
): (...asked: Asked) => Promise<Given> {
  return async (...asked) => {
    try {
      return await answer(...asked);
    } catch (error) {
      if (error instanceof ProtocolError) throw error;
      reportBug(error);
      throw protocolError(ProtocolErrorCode.InternalError, { code: "internal-error" });
    }
  };
}
