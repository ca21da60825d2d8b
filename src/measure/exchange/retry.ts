import { failureKinds } from "../../core/runs/failure.ts";
import type { Prompt } from "../../core/runs/prompt.ts";
import type { Asked } from "./asked.ts";
import type { Client } from "./client.ts";
import { guessedTokens } from "./guessed-tokens.ts";
import type { Turns } from "./turns.ts";

export interface RetryOptions {
  readonly cell: string;
  /** When the first request is due, on the clock of the client. */
  readonly dueAt: number;
  /** 0 to 1, for the jitter of waits. */
  readonly random: () => number;
  /** Shared by all that ask this endpoint. */
  readonly rateLimit: Turns;
  readonly signal?: AbortSignal;
  /** Requests that were sent for this cell before, such as by a run that was interrupted. */
  readonly earlierAttempts?: number;
}

/**
 * An attempt that is about to be sent, or one that is over, and what follows: `again`, another one;
 * `done`: the cell has its answer or its last failure; `cancelled`: it has neither, and stays to be
 * asked.
 */
export type AttemptEvent =
  | { readonly kind: "begins"; readonly cell: string; readonly number: number }
  | {
      readonly kind: "ended";
      readonly asked: Asked;
      readonly next: "again" | "done" | "cancelled";
    };

/** A wait that an endpoint asks for and that is longer ends the cell. */
const longestWaitMs = 120_000;
const [firstBackoffMs, longestBackoffMs] = [500, 30_000];

/**
 * Asks until there is an answer, within the endpoint's budget of attempts. Nothing is sent before the
 * event of its beginning was taken: who writes that down first knows after a crash what was paid.
 * Ends without a word where it is cancelled between two attempts.
 */
export async function* askUntilAnswered(
  client: Client,
  prompt: Prompt,
  options: RetryOptions,
): AsyncGenerator<AttemptEvent, void> {
  const { cell, signal, rateLimit, random, earlierAttempts = 0 } = options;
  const { clock, endpoint } = client;
  const tokens = guessedTokens(prompt, endpoint);
  let dueAt = options.dueAt;
  let isFresh = false;
  let budget = endpoint.limits.attempts;
  for (let number = earlierAttempts + 1; ; number++) {
    await rateLimit.take(tokens, signal);
    if (signal?.aborted) return;
    yield { kind: "begins", cell, number };
    const asked = await client.ask(prompt, {
      ...{ cell, number, dueAt, isFresh },
      ...(signal === undefined ? {} : { signal }),
    });
    rateLimit.learn(asked, tokens);
    if (asked.again !== null) budget++;
    const next = nextStep(asked, budget, random);
    yield { kind: "ended", asked, next: next.step };
    if (next.step !== "again") return;
    await clock.sleep(next.waitMs, signal);
    dueAt = clock.now();
    isFresh = asked.again === "on-a-fresh-connection";
  }
}

type NextStep =
  | { readonly step: "done" | "cancelled" }
  | { readonly step: "again"; readonly waitMs: number };

function nextStep({ attempt, again }: Asked, budget: number, random: () => number): NextStep {
  if (attempt.outcome.ok) return { step: "done" };
  const { code, retryAfterMs } = attempt.outcome.failure;
  if (code === "cancelled") return { step: "cancelled" };
  if (attempt.number >= budget) return { step: "done" };
  if (again !== null) return { step: "again", waitMs: 0 };
  if (!failureKinds[code].isRetried) return { step: "done" };
  if (retryAfterMs !== null && retryAfterMs > longestWaitMs) return { step: "done" };
  const waitMs = retryAfterMs
    ? retryAfterMs * (1 + random() / 10)
    : backoffMs(attempt.number) * (0.5 + random() / 2);
  return { step: "again", waitMs };
}

function backoffMs(number: number): number {
  return Math.min(longestBackoffMs, firstBackoffMs * 2 ** (number - 1));
}
