import type { ProblemText, StoreProblem } from "./problem.ts";

/** What went wrong with a store of runs, then one next step. */
export function describeStoreProblem(problem: StoreProblem): ProblemText {
  switch (problem.code) {
    case "store-busy":
      return {
        title: `Another process measures into ${problem.store}.`,
        remedy:
          "Wait until it ends, or name another store. One in PostgreSQL takes several processes at once.",
      };
    case "store-newer":
      return {
        title: `${problem.store} is of version ${problem.version}, and this steelyard knows versions up to ${problem.known}.`,
        remedy: "Use the version of steelyard that wrote it, or a later one.",
      };
    case "not-a-store":
      return {
        title: `${problem.store} is no store of runs: it is ${problem.found}.`,
        remedy: "It is left as it is. Name another file, or one that is not there yet.",
      };
    case "run-not-found":
      return {
        title: `There is no run ${problem.run} in ${problem.store}.`,
        remedy: "`steelyard runs` lists those that are there.",
      };
    case "suite-not-kept":
      return {
        title: `The suite of the run ${problem.run} is not kept with it, or cannot be read.`,
        remedy: "Measure the suite again from its file.",
      };
    case "grader-file-missing":
      return {
        title: `The grader ${problem.grader} needs ${problem.file}, which is not on this host.`,
        remedy:
          "Copy it here, and name its folder: `steelyard worker <run> --suite-folder <folder>`",
      };
    case "workers-ended":
      return {
        title: `All ${problem.workers} workers ended before the run did, the last by ${problem.how}.`,
        remedy: "What they measured is kept. Mend the cause, and start the same run again.",
      };
    case "store-failed":
      return {
        title: `The store ${problem.store} failed: ${problem.reason}.`,
        remedy: "What was acknowledged is kept. Mend the cause, and start the same run again.",
      };
  }
}
