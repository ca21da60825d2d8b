import { type Failure, failureKinds } from "../../core/runs/failure.ts";
import type { Grade } from "../../core/runs/result.ts";
import type { Detected, ProbeStep, SeenExchange } from "./probe-step.ts";

/** Of the detectors: what they see otherwise, they call otherwise. */
const version = "1";

const longestReason = 120;

/** What a step shows, answered or not. */
export function detectedIn(step: ProbeStep, seen: Omit<SeenExchange, "detected">): Detected {
  const { answer, failure } = seen;
  if (answer !== null) return step.detect?.(answer, { ...seen, detected: null }) ?? null;
  if (failure === null || step.role !== "asked") return null;
  const own = step.detectFailure?.(failure, seen.wire);
  return own === undefined ? refusalIn(failure) : own;
}

/** The grade that a result carries; none where the step says nothing. */
export function gradesOf(probe: string, detected: Detected): readonly Grade[] {
  if (detected === null) return [];
  const { isPass, because } = detected;
  return [{ grader: probe, version, score: isPass ? 1 : 0, isPass, because }];
}

/** These say nothing of what was asked for. */
const ofSomethingElse: ReadonlySet<Failure["code"]> = new Set([
  "rate-limited",
  "unauthorised",
  "redirected",
  "filtered",
  "empty-answer",
]);

/** Whether it counts is decided with the other requests of its probe. */
function refusalIn({ code, status, message }: Failure): Detected {
  if (failureKinds[code].class === "transport" || ofSomethingElse.has(code)) return null;
  const how = status === null || status === 200 ? code : `refused with ${status}`;
  const said = message.replace(/^status \d+: /, "").slice(0, longestReason);
  return { isPass: false, because: `${how}: ${said}` };
}
