import type { Outcome } from "../../core/problems/problem.ts";
import { type ProgressOutput, progressLine } from "../../core/report/progress-line.ts";
import { regradedText, regradingText } from "../../core/report/run-moves.ts";
import type { Endpoint } from "../../core/runs/endpoint.ts";
import { evidenceOf } from "../../core/runs/evidence-of.ts";
import type { Run } from "../../core/runs/run.ts";
import type { RunStore } from "../../core/runs/run-store.ts";
import type { Suite } from "../../core/runs/suite.ts";
import { seededRandom } from "../../core/stats/random.ts";
import { systemClock } from "../../measure/exchange/clock.ts";
import { RateLimit } from "../../measure/exchange/rate-limit.ts";
import { openGraders } from "../../measure/graders/open-graders.ts";
import { regradeRun } from "../../measure/reports/regrade-run.ts";
import { reportOfRun } from "../../measure/reports/report-of-run.ts";
import { embedderOf } from "../../measure/runner/embedder-of.ts";
import { judgeOf } from "../../measure/runner/judge-of.ts";
import { keptSuite } from "../../measure/suite/kept-suite.ts";
import { readSuite } from "../../measure/suite/read-suite.ts";
import { openExistingStore, withStore } from "../../store/runs/open-existing.ts";
import { storeName } from "../../store/runs/store-name.ts";
import { storePlace } from "../../store/runs/store-place.ts";
import { type GradeFields, parseGrade } from "../runs/run-fields.ts";

/** What a process gives who grades anew. */
export interface RegradeIo {
  readonly stdout: { write(text: string): unknown };
  readonly stderr: ProgressOutput;
}

/** Grades the answers of a run anew, and keeps what it says of models by the new grades. */
export async function gradeRun(
  fields: Readonly<Record<string, unknown>>,
  io: RegradeIo,
): Promise<Outcome<number>> {
  const asked = parseGrade(fields);
  if (!asked.ok) return asked;
  const where = storePlace(asked.value.store);
  return withStore(await openExistingStore(where), async (store) => {
    const { run: id } = asked.value;
    const run = await store.run(id);
    if (run === undefined) {
      return { ok: false, problem: { code: "run-not-found", run: id, store: storeName(where) } };
    }
    const suite = await suiteToGradeBy(asked.value, { store, run });
    return suite.ok ? graded(asked.value, { store, run, suite: suite.value }, io) : suite;
  });
}

interface Found {
  readonly store: RunStore;
  readonly run: Run;
}

/**
 * A suite file is trusted like code. What a store keeps may have come from anywhere: by it nothing is
 * asked of anybody, and nothing is run.
 */
async function suiteToGradeBy(
  { suite }: GradeFields,
  { store, run }: Found,
): Promise<Outcome<Suite>> {
  if (suite !== undefined) return readSuite(suite);
  const kept = await keptSuite(store, run);
  if (!kept.ok) return kept;
  const reaching = kept.value.graders.find(({ kind }) => outside.has(kind));
  if (reaching === undefined) return kept;
  const expected = `Expected the file of the suite: its grader ${reaching.id} asks others or runs code, which only a file may ask for`;
  return { ok: false, problem: { code: "invalid-input", where: "suite", expected } };
}

const outside = new Set(["judge", "similarity", "module", "code"]);

async function graded(
  { allowCode }: GradeFields,
  { store, run, suite }: Found & { readonly suite: Suite },
  { stdout, stderr }: RegradeIo,
): Promise<Outcome<number>> {
  const random = seededRandom(suite.seed);
  const turnsOf = ({ limits }: Endpoint) => new RateLimit(limits, systemClock);
  const judge = judgeOf({ environment: process.env, random, clock: systemClock, turnsOf });
  const embedder = embedderOf({ environment: process.env, clock: systemClock });
  const graders = await openGraders(suite.graders, {
    ...{ suiteFile: suite.file, isCodeAllowed: allowCode },
    ...{ ask: judge.ask, embed: embedder.embed },
  });
  if (!graders.ok) return graders;
  const { answered } = await store.counts(run.id);
  const line = progressLine(stderr);
  try {
    const done = await regradeRun({
      ...{ store, run, suite, graders: graders.value },
      onProgress: (count) => {
        if (line.isTerminal) line.write(regradingText(count, answered));
      },
    });
    line.end();
    if (!done.ok) return done;
    await keepNewEvidence({ store, run });
    stdout.write(regradedText(done.value));
    return { ok: true, value: 0 };
  } finally {
    await Promise.all([graders.value.close(), judge.close(), embedder.close()]);
  }
}

/** What a finished run says of models follows from its grades; the day it was measured stays. */
async function keepNewEvidence({ store, run }: Found): Promise<void> {
  const before = (await store.evidence()).find((each) => each.run === run.id);
  if (before === undefined) return;
  const now = (await store.run(run.id)) ?? run;
  const report = await reportOfRun(store, now);
  if (report.ok) await store.keepEvidence(evidenceOf(report.value, before.measuredOn));
}
