import { describeProblem } from "../../core/problems/describe-problem.ts";
import type { Problem } from "../../core/problems/problem.ts";
import { cleanText } from "../../core/report/clean-text.ts";
import { jsonText } from "../../core/report/json-text.ts";
import { documentToMarkdown } from "../../core/report/markdown.ts";
import { documentToText } from "../../core/report/text.ts";
import { written } from "../../core/report/written.ts";
import type { Answer } from "../../operations/operation.ts";
import type { CliIo } from "./cli-io.ts";
import { exitCodes } from "./exit-codes.ts";
import { paint, usesColor } from "./paint.ts";
import type { Request } from "./program.ts";

const usualWidth = 80;

export async function printAnswer(
  answer: Answer<unknown>,
  request: Request,
  io: CliIo,
): Promise<number> {
  const pieces = answer.stream(request.format);
  if (pieces === undefined) io.stdout.write(answerText(answer, request, io));
  else await written(io.stdout, pieces);
  return answer.isNo ? exitCodes.answerIsNo : exitCodes.fine;
}

function answerText(answer: Answer<unknown>, request: Request, io: CliIo): string {
  const report = () => answer.report({ brief: request.isBrief, withSources: request.withSources });
  switch (request.format) {
    case "json":
      return jsonText(answer.value);
    case "markdown":
      return documentToMarkdown(report());
    case "text":
      return documentToText(report(), {
        width: request.width ?? io.stdout.columns ?? usualWidth,
        ...(usesColor(request.color, io.env, io.stdout) && { paint }),
      });
    default:
      return answer.print(request.format) ?? "";
  }
}

export function printProblem(problem: Problem, io: CliIo): void {
  const { title, remedy } = describeProblem(problem);
  io.stderr.write(`steelyard: ${cleanText(title)}\n${cleanText(remedy)}\n`);
}
