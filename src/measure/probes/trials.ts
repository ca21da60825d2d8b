import { formatTrials } from "./format-trials.ts";
import type { Trials } from "./probe-step.ts";
import { serviceTrials } from "./service-trials.ts";
import { toolTrials } from "./tool-trials.ts";

/** What each probe asks. */
export const trials: Trials = { ...serviceTrials, ...toolTrials, ...formatTrials };
