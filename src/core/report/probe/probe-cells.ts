import type { ProbeReport } from "../../probes/probe-report.ts";
import type { ProbeOutcome } from "../../probes/verdict.ts";
import { csvLine } from "../csv-line.ts";
import {
  caseText,
  junitFoot,
  junitHead,
  junitSuiteFoot,
  junitSuiteHead,
  noCases,
  type Told,
} from "../run/junit.ts";
import { reasonOf } from "./probe-words.ts";

/** A table with a row for each probe. */
export async function* probeRows({ outcomes, endpoint }: ProbeReport): AsyncGenerator<string> {
  yield csvLine([
    ...["probe", "base_url", "model", "verdict", "passed", "trials", "low95", "high95"],
    ...["control_held", "control_of", "seen_most"],
  ]);
  for (const { probe, verdict, hits, trials, interval95, control, seen } of outcomes) {
    yield csvLine([
      ...[probe, endpoint.baseUrl, endpoint.model, verdict, hits, trials],
      ...[interval95?.[0] ?? null, interval95?.[1] ?? null],
      ...[control?.held ?? null, control?.of ?? null, seen[0]?.because ?? null],
    ]);
  }
}

/** Every probe as a test case: red where it is unsupported or flaky, passed over where it is unclear. */
export async function* probeCases(report: ProbeReport): AsyncGenerator<string> {
  const { outcomes, endpoint, createdAt } = report;
  const told = outcomes.map(toldOf);
  const counts = {
    ...noCases,
    tests: outcomes.length,
    failures: told.filter((each) => each?.kind === "failure").length,
    skipped: told.filter((each) => each?.kind === "skipped").length,
  };
  const name = `${endpoint.model} at ${endpoint.baseUrl}`;
  yield junitHead;
  yield junitSuiteHead({ ...{ place: 0, name, of: "probes", createdAt }, counts });
  for (const [index, { probe }] of outcomes.entries()) {
    yield caseText({ name: probe, of: endpoint.model, ms: 0 }, told[index] ?? null);
  }
  yield junitSuiteFoot;
  yield junitFoot;
}

function toldOf(outcome: ProbeOutcome): Told | null {
  const { verdict } = outcome;
  if (verdict === "supported") return null;
  const text = reasonOf(outcome);
  return {
    ...{ type: verdict, message: text, text },
    kind: verdict === "unclear" ? "skipped" : "failure",
  };
}
