import type { CallToolResult } from "@modelcontextprotocol/server";
import { describeProblem } from "../../core/problems/describe-problem.ts";
import type { Problem } from "../../core/problems/problem.ts";
import { cleanText } from "../../core/report/clean-text.ts";
import { shortMarkdown } from "../../core/report/short-markdown.ts";
import type { Answer } from "../../operations/operation.ts";
import { modelAddress } from "./addresses.ts";

/** Short words for the reader; the whole answer, as the command line prints it as JSON, for programs. */
export function answered(answer: Answer<unknown>): CallToolResult {
  return {
    content: [{ type: "text", text: shortMarkdown(answer.report, modelAddress) }],
    structuredContent: JSON.parse(JSON.stringify(answer.value)),
  };
}

/** What is wrong and the next step, which an agent can take itself. */
export function refused(problem: Problem): CallToolResult {
  const { code } = problem;
  const { title, remedy } = describeProblem(problem);
  const [what, next] = [cleanText(title), cleanText(remedy)];
  return {
    isError: true,
    content: [{ type: "text", text: `${what}\n${next}` }],
    structuredContent: { code, title: what, remedy: next },
  };
}
