import type { RunEnd } from "../../core/runs/progress.ts";
import type { Suite } from "../../core/runs/suite.ts";
import type { OpenSuite } from "./open-suite.ts";
import { runCells } from "./run-cells.ts";
import type { RunPorts } from "./run-ports.ts";
import { warmUp } from "./warm-up.ts";

type RunSuite = Pick<
  RunPorts,
  "store" | "runId" | "worker" | "budget" | "usdOf" | "onDone" | "stopping" | "giveUp"
> & {
  /** Whether anything is left to measure. */
  readonly isOpen: boolean;
};

/** Warms up, then measures cells of a run until none is left. */
export async function runSuite(
  suite: Suite,
  { askers, prompts, grade, random, clock }: OpenSuite,
  { store, runId, worker, budget, usdOf, onDone, stopping, giveUp, isOpen }: RunSuite,
): Promise<RunEnd> {
  const requests = isOpen ? suite.warmUpRequests : 0;
  await warmUp(askers, suite.prompts, { requests, budget, clock, signal: stopping });
  return runCells({
    ...{ store, runId, worker, prompts, askers, random, budget, grade, usdOf, clock, onDone },
    ...{ stopping, giveUp, load: suite.load, keepsExchanges: suite.keepsExchanges },
  });
}
