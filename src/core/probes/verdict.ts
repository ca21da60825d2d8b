import { groupBy } from "../group-by.ts";
import type { FailureCode } from "../runs/failure.ts";
import { type Interval, wilsonInterval } from "../stats/intervals.ts";
import type { Ratio } from "../units.ts";
import type { Probe, ProbeId } from "./probe.ts";
import {
  type Backdrop,
  type Evidence,
  evidenceOf,
  isAnswered,
  type ProbeResult,
} from "./probe-result.ts";

export type ProbeVerdict = "supported" | "unsupported" | "flaky" | "unclear";

/** What came of a probe. */
export interface ProbeOutcome {
  readonly probe: ProbeId;
  readonly verdict: ProbeVerdict;
  /** Why it is unclear; null where it is not. */
  readonly unclear: Unclear | null;
  /** Trials that passed, of those that say something. */
  readonly hits: number;
  readonly trials: number;
  /** Wilson's, of the share that passes; null without a trial. */
  readonly interval95: Interval | null;
  readonly control: { readonly held: number; readonly of: number } | null;
  /** Trials that say nothing: failures on the way, answers cut off. */
  readonly voids: number;
  /** What was seen in the requests that were asked, the most frequent first. */
  readonly seen: readonly Seen[];
}

export interface Seen {
  readonly because: string;
  readonly count: number;
}

/** No trial says anything; too few do; the control fails, or was never answered; nonsense. */
export type Unclear =
  | "no-evidence"
  | "too-few"
  | "control-fails"
  | "control-unanswered"
  | "no-understanding";

/** Models throw dice: a control may fail in one of ten. */
const controlShareAtLeast: Ratio = 0.9;
const usualTrialsAtLeast = 3;

/**
 * Supported where every trial passes and the control holds, unsupported where none passes, flaky
 * between. Without the control nothing is supported.
 */
export function probeOutcome(
  probe: Probe,
  results: readonly ProbeResult[],
  backdrop: Backdrop,
): ProbeOutcome {
  const asked = results.filter(({ cell }) => cell.role === "asked");
  const others = results.filter(({ cell }) => cell.role !== "asked");
  const isControlAnswered = others.some(isAnswered);
  const judged = asked.map(
    (each): Judged => ({
      each,
      evidence: evidenceOf(each, probe, { ...backdrop, isControlAnswered }),
    }),
  );
  const trials = [...groupBy(judged, ({ each }) => each.cell.trial).values()].map((steps) =>
    trialOf(steps.map(({ evidence }) => evidence)),
  );
  const hits = trials.filter((trial) => trial === "hit").length;
  const told = trials.filter((trial) => trial !== "nothing").length;
  const graded = others.flatMap(({ cell, grade }) =>
    cell.role === "control" && grade !== undefined ? [grade.isPass] : [],
  );
  const control =
    probe.control === null ? null : { held: graded.filter(Boolean).length, of: graded.length };
  const isNonsense =
    probe.needsUnderstanding &&
    !backdrop.isUnderstanding &&
    asked.some(({ result, grade }) => result.answer !== null && grade?.isPass === false);
  const atLeast = probe.trialsAtLeast ?? usualTrialsAtLeast;
  const unclear = unclearOf({ hits, told, control, atLeast, isNonsense });
  const verdict = unclear === null ? verdictOf(hits, told) : "unclear";
  return {
    ...{ probe: probe.id, verdict, unclear, hits, trials: told, control },
    interval95: told === 0 ? null : wilsonInterval(hits / told, told),
    voids: trials.length - told,
    seen: seenIn(judged),
  };
}

interface Judged {
  readonly each: ProbeResult;
  readonly evidence: Evidence;
}

/** One miss is a miss of the trial; a trial of which a part says nothing says nothing. */
function trialOf(steps: readonly Evidence[]): Evidence {
  if (steps.includes("miss")) return "miss";
  return steps.includes("nothing") ? "nothing" : "hit";
}

interface Told {
  readonly hits: number;
  readonly told: number;
  readonly control: ProbeOutcome["control"];
  readonly atLeast: number;
  readonly isNonsense: boolean;
}

function unclearOf({ hits, told, control, atLeast, isNonsense }: Told): Unclear | null {
  if (told === 0) return isNonsense ? "no-understanding" : "no-evidence";
  if (told < atLeast) return "too-few";
  if (hits === 0 || control === null) return null;
  if (control.of === 0) return "control-unanswered";
  return control.held / control.of < controlShareAtLeast ? "control-fails" : null;
}

function verdictOf(hits: number, told: number): ProbeVerdict {
  if (hits === told) return "supported";
  return hits === 0 ? "unsupported" : "flaky";
}

function whyNothing(code: FailureCode): string {
  return code === "empty-answer" ? "nothing was written" : `${code} on the way`;
}

/** What decided comes first, what did not pass before what did; then what is frequent. */
function seenIn(judged: readonly Judged[]): readonly Seen[] {
  const said = judged.flatMap(({ each: { result, grade }, evidence }) => {
    if (grade !== undefined) return [{ because: grade.because, evidence }];
    const { failure } = result;
    return failure === null ? [] : [{ because: whyNothing(failure.code), evidence }];
  });
  return [...groupBy(said, ({ because }) => because)]
    .map(([because, all]) => ({
      ...{ because, count: all.length },
      rank: Math.min(...all.map(({ evidence }) => rankOf[evidence])),
    }))
    .sort((a, b) => a.rank - b.rank || b.count - a.count)
    .map(({ because, count }) => ({ because, count }));
}

const rankOf = { miss: 0, hit: 1, nothing: 2 } as const satisfies Record<Evidence, number>;
