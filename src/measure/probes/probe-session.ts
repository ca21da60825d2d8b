import type { ProbeSettings } from "../../core/probes/probe-settings.ts";
import type { Outcome } from "../../core/problems/problem.ts";
import type { Endpoint } from "../../core/runs/endpoint.ts";
import type { UsdOf } from "../../core/runs/endpoint-prices.ts";
import { failureKinds } from "../../core/runs/failure.ts";
import type { RunEnd } from "../../core/runs/progress.ts";
import type { CellResult } from "../../core/runs/result.ts";
import type { SpendLimits } from "../../core/runs/suite.ts";
import { seededRandom } from "../../core/stats/random.ts";
import type { Usd } from "../../core/units.ts";
import { type Clock, systemClock } from "../exchange/clock.ts";
import { type Environment, endpointAccess } from "../exchange/endpoint-access.ts";
import { RateLimit } from "../exchange/rate-limit.ts";
import { budgetOf } from "../runner/budget.ts";
import { askStep } from "./ask-step.ts";
import type { ProbeBook } from "./probe-book.ts";
import type { SessionPorts } from "./session-ports.ts";
import { nothingLearnt, type SessionTrial, sessionTrials, settingOf } from "./session-trials.ts";
import { trials } from "./trials.ts";

export interface ProbeSession {
  readonly endpoint: Endpoint;
  readonly settings: ProbeSettings;
  readonly seed: number;
  readonly concurrency: number;
  readonly limits: SpendLimits;
  readonly usdOf: UsdOf;
  /** What the dearest request is expected to cost. */
  readonly dearestUsd: Usd | null;
  readonly environment: Environment;
  readonly book: ProbeBook;
  readonly onResult: (result: CellResult) => void;
  /** Nothing more is begun when it is aborted; what is under way is finished. */
  readonly stopping: AbortSignal;
  /** What is under way is given up as well. */
  readonly giveUp: AbortSignal;
  readonly clock?: Clock;
}

export interface ProbedSession {
  readonly results: readonly CellResult[];
  readonly end: RunEnd;
}

/** Goes through all trials of a session. A problem says why the endpoint cannot be probed at all. */
export async function probeEndpoint(session: ProbeSession): Promise<Outcome<ProbedSession>> {
  const { endpoint, settings, seed, concurrency, stopping, clock = systemClock } = session;
  const access = endpointAccess(endpoint, session.environment);
  if (!access.ok) return access;
  const ports: SessionPorts = {
    ...{ endpoint, environment: session.environment, clock, usdOf: session.usdOf },
    ...{ book: session.book, giveUp: session.giveUp },
    random: seededRandom(seed),
    rateLimit: new RateLimit(endpoint.limits, clock),
    budget: budgetOf(
      { ...session.limits, perEndpoint: {} },
      new Map(),
      new Map(session.dearestUsd === null ? [] : [[endpoint.id, session.dearestUsd]]),
    ),
  };
  const learnt = nothingLearnt();
  const results: CellResult[] = [];
  let end: RunEnd | undefined;

  const follow = async (each: SessionTrial): Promise<void> => {
    const setting = settingOf(each, { endpoint, settings, seed, learnt });
    const steps = trials[each.probe]?.(setting);
    for (let next = steps?.next(); next?.done === false; ) {
      if (stopping.aborted) end ??= { kind: "interrupted" };
      if (end !== undefined) return;
      const { role, detail = "" } = next.value;
      const stepped = await askStep(next.value, { ...each, role, detail }, { setting, ports });
      if (!stepped.ok) {
        end ??= stepped.end;
        return;
      }
      results.push(stepped.result);
      session.onResult(stepped.result);
      next = steps?.next(stepped.seen);
    }
  };

  const runTrial = (each: SessionTrial) =>
    follow(each).catch((cause: unknown) => {
      end ??= { kind: "interrupted" };
      throw cause;
    });

  const [first = [], ...rest] = sessionTrials(settings);
  for (const each of first) await runTrial(each);
  const unusable = end === undefined ? whyUnusable(results) : undefined;
  if (unusable !== undefined) {
    const { baseUrl, model } = endpoint;
    return {
      ok: false,
      problem: { code: "endpoint-unusable", address: baseUrl, model, reason: unusable },
    };
  }
  for (const part of rest) await inTurns(part, concurrency, runTrial);
  return { ok: true, value: { results, end: end ?? { kind: "complete" } } };
}

/** What the plain requests failed with, where none was answered: the rest would fail, too. */
function whyUnusable(results: readonly CellResult[]): string | undefined {
  const isReached = results.some(
    ({ failure }) => failure === null || failureKinds[failure.code].class === "model",
  );
  if (isReached) return undefined;
  const failure = results.at(-1)?.failure;
  return failure ? `${failure.code}, ${failure.message}` : undefined;
}

/** So many at once, in their order. */
async function inTurns<T>(
  all: readonly T[],
  concurrency: number,
  run: (each: T) => Promise<void>,
): Promise<void> {
  const waiting = [...all];
  const work = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await run(next);
  };
  await Promise.all(Array.from({ length: concurrency }, work));
}
