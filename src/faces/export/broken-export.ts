import type { Problem } from "../../core/problems/problem.ts";

/** Why a site cannot be exported. */
export class BrokenExport extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.code);
    this.problem = problem;
  }
}

/** A page that cannot be exported, with why. */
export function brokenPage(address: string, cause: unknown): BrokenExport {
  if (cause instanceof BrokenExport) return cause;
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new BrokenExport({ code: "page-broken", address, reason });
}
