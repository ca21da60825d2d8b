import { describeProblem } from "../../core/problems/describe-problem.ts";
import type { Problem } from "../../core/problems/problem.ts";
import { cleanText } from "../../core/report/clean-text.ts";
import { documentToMarkdown } from "../../core/report/markdown.ts";
import { documentToText } from "../../core/report/text.ts";
import type { Answer } from "../../operations/operation.ts";
import type { CliIo } from "./cli-io.ts";
import { exitCodes } from "./exit-codes.ts";
import { paint, usesColor } from "./paint.ts";
import type { Request } from "./program.ts";

const usualWidth = 80;

export function printAnswer(answer: Answer<unknown>, request: Request, io: CliIo): number {
  io.stdout.write(answerText(answer, request, io));
  return answer.isNo ? exitCodes.answerIsNo : exitCodes.fine;
}

function answerText(answer: Answer<unknown>, request: Request, io: CliIo): string {
  const report = () => answer.report({ brief: request.isBrief, withSources: request.withSources });
  switch (request.format) {
    case "json":
      return `${jsonText(answer.value)}\n`;
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

/** The same JSON for a program; on a terminal no sign in it acts or turns the reading order. */
function jsonText(value: unknown): string {
  return JSON.stringify(value, null, 2).replace(/[\p{Cc}\p{Cf}]/gu, (sign) =>
    sign === "\n" ? sign : escaped(sign),
  );
}

function escaped(sign: string): string {
  return [...Array(sign.length).keys()]
    .map((index) => `\\u${sign.charCodeAt(index).toString(16).padStart(4, "0")}`)
    .join("");
}

export function printProblem(problem: Problem, io: CliIo): void {
  const { title, remedy } = describeProblem(problem);
  io.stderr.write(`steelyard: ${cleanText(title)}\n${cleanText(remedy)}\n`);
}
