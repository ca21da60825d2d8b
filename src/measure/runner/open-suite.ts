import type { Outcome } from "../../core/problems/problem.ts";
import type { Answer } from "../../core/runs/attempt.ts";
import type { Endpoint } from "../../core/runs/endpoint.ts";
import type { Prompt } from "../../core/runs/prompt.ts";
import type { Grade } from "../../core/runs/result.ts";
import type { RunStore } from "../../core/runs/run-store.ts";
import type { Suite } from "../../core/runs/suite.ts";
import { type Random, seededRandom } from "../../core/stats/random.ts";
import { type Clock, systemClock } from "../exchange/clock.ts";
import type { Environment } from "../exchange/endpoint-access.ts";
import { RateLimit } from "../exchange/rate-limit.ts";
import type { Turns } from "../exchange/turns.ts";
import { openGraders } from "../graders/open-graders.ts";
import type { Asker } from "./asker.ts";
import { embedderOf } from "./embedder-of.ts";
import { endpointAskers } from "./endpoint-askers.ts";
import { judgeOf } from "./judge-of.ts";
import { sharedTurns } from "./shared-turns.ts";

/** A suite ready to be measured: who is asked, and what is made of the answers. */
export interface OpenSuite {
  readonly askers: ReadonlyMap<string, Asker>;
  readonly prompts: ReadonlyMap<string, Prompt>;
  readonly grade: (prompt: Prompt, answer: Answer) => Promise<readonly Grade[]>;
  readonly random: Random;
  readonly clock: Clock;
  readonly close: () => Promise<void>;
}

export interface OpenSuiteOptions {
  readonly store: RunStore;
  /** Where keys are found, by the names that endpoints state. */
  readonly environment: Environment;
  readonly isCodeAllowed: boolean;
  readonly clock?: Clock;
}

/** Looks at keys and graders before anything is sent. */
export async function openSuite(
  suite: Suite,
  { store, environment, isCodeAllowed, clock = systemClock }: OpenSuiteOptions,
): Promise<Outcome<OpenSuite>> {
  const random = seededRandom(suite.seed);
  const turnsOf = (endpoint: Endpoint): Turns =>
    store.isShared ? sharedTurns(endpoint, store, clock) : new RateLimit(endpoint.limits, clock);
  const judge = judgeOf({ environment, random, clock, turnsOf });
  const { file: suiteFile } = suite;
  const embedder = embedderOf({ environment, clock });
  const asking = { ask: judge.ask, embed: embedder.embed };
  const graders = await openGraders(suite.graders, { suiteFile, isCodeAllowed, ...asking });
  if (!graders.ok) return graders;
  const connections = suite.load.concurrency;
  const rawLimitBytes = suite.keepsExchanges ? keptExchangeBytes : 0;
  const askers = endpointAskers(suite.endpoints, {
    ...{ environment, random, clock, connections, rawLimitBytes, turnsOf },
  });
  if (!askers.ok) {
    await graders.value.close();
    return askers;
  }
  const closing = [graders.value, judge, embedder, ...askers.value.values()];
  return {
    ok: true,
    value: {
      ...{ askers: askers.value, random, clock },
      prompts: new Map(suite.prompts.map((prompt) => [prompt.id, prompt])),
      grade: async (prompt, answer) => {
        const gradings = await graders.value.grade(prompt, answer);
        return gradings.flatMap((each) => (each.isGraded ? [each.grade] : []));
      },
      close: async () => {
        await Promise.all(closing.map(({ close }) => close()));
      },
    },
  };
}

const keptExchangeBytes = 256 * 1024;
