import { httpStatusOf } from "../../core/problems/http-status.ts";
import type { Problem } from "../../core/problems/problem.ts";
import { problemJson } from "../../core/report/problem-json.ts";

/** A problem as RFC 9457 sends it, with the headers that its status asks for. */
export function problemResponse(problem: Problem): Response {
  return new Response(problemJson(problem), {
    status: httpStatusOf[problem.code],
    headers: {
      "Content-Type": "application/problem+json",
      "Cache-Control": "no-store",
      ...headersOf(problem),
    },
  });
}

function headersOf(problem: Problem): Readonly<Record<string, string>> {
  switch (problem.code) {
    case "wrong-method":
      return { Allow: problem.allowed.join(", ") };
    case "token-needed":
      return { "WWW-Authenticate": 'Bearer realm="steelyard"' };
    case "too-busy":
    case "stopping":
      return { "Retry-After": "1" };
    default:
      return {};
  }
}
