import { groupBy } from "../group-by.ts";
import { failureKinds } from "../runs/failure.ts";
import type { CellResult, Grade } from "../runs/result.ts";
import type { Probe, ProbeId } from "./probe.ts";
import { type ProbeCell, parseProbeCell } from "./probe-cell.ts";

/** What came of one request of a session. */
export interface ProbeResult {
  readonly cell: ProbeCell;
  readonly result: CellResult;
  /** What the detector saw in it; undefined: it says nothing of the probe. */
  readonly grade: Grade | undefined;
}

/** The results of a session by probe; cells of something else are passed over. */
export function probeResults(
  results: readonly CellResult[],
): ReadonlyMap<ProbeId, readonly ProbeResult[]> {
  const read = results.flatMap((result): ProbeResult[] => {
    const cell = parseProbeCell(result.cell);
    if (cell === undefined) return [];
    const grade = result.grades.find(({ grader }) => grader === cell.probe);
    return [{ cell, result, grade }];
  });
  return groupBy(read, ({ cell }) => cell.probe);
}

/** What is known of the endpoint beside a probe: what its refusals and its nonsense are worth. */
export interface Backdrop {
  /** Whether a plain request was answered at all. */
  readonly isAnswering: boolean;
  /** False: the model did not once do the simplest thing it was told. */
  readonly isUnderstanding: boolean;
}

/** Fewer plain answers say nothing of what a model understands. */
const leastPlainAnswers = 3;

/** By the probe that asks for one word. */
export function backdropOf(plain: readonly ProbeResult[]): Backdrop {
  const graded = plain.filter(({ grade }) => grade !== undefined);
  return {
    isAnswering: plain.some(isAnswered),
    isUnderstanding:
      graded.length < leastPlainAnswers || graded.some(({ grade }) => grade?.isPass === true),
  };
}

/** Whether the endpoint did its part, even where the model wrote nothing. */
export function isAnswered({ result: { failure } }: ProbeResult): boolean {
  return failure === null || failureKinds[failure.code].class === "model";
}

/** How one request of a trial came out; nothing: it is no evidence either way. */
export type Evidence = "hit" | "miss" | "nothing";

/**
 * What a request says of its probe. A failure on the way says nothing. A refusal speaks against the
 * endpoint where it names what was asked for, or where the same without it was answered; nonsense,
 * and what breaks on it, only where the model shows sense elsewhere.
 */
export function evidenceOf(
  { result, grade }: ProbeResult,
  probe: Probe,
  { isAnswering, isUnderstanding, isControlAnswered }: Backdrop & ControlAnswered,
): Evidence {
  if (grade === undefined) return "nothing";
  const isOtherwiseAnswered = probe.control === null ? isAnswering : isControlAnswered;
  const { failure } = result;
  if (failure !== null && failureKinds[failure.code].class !== "model") {
    const isNamed = probe.named.test(failure.message);
    const isBlamed = isOtherwiseAnswered && (isUnderstanding || !probe.needsUnderstanding);
    if (!isNamed && !isBlamed) return "nothing";
    return grade.isPass ? "hit" : "miss";
  }
  if (grade.isPass) return "hit";
  return probe.needsUnderstanding && !isUnderstanding ? "nothing" : "miss";
}

export interface ControlAnswered {
  readonly isControlAnswered: boolean;
}
