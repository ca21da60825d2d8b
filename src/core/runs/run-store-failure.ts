import type { Problem } from "../problems/problem.ts";

/** The store of runs failed: thrown by its methods, turned into its problem by an operation. */
export class RunStoreFailure extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.code);
    this.problem = problem;
  }
}
