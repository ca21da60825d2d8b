import type { Attempt } from "../../core/runs/attempt.ts";
import type { EndpointLimits } from "../../core/runs/endpoint.ts";
import type { Asked } from "./asked.ts";
import type { Clock } from "./clock.ts";
import { TokenBucket } from "./token-bucket.ts";
import type { Turns } from "./turns.ts";

/** An endpoint that asks for more is asked again after this. */
const longestPauseMs = 120_000;

/** Keeps the requests of this process to one endpoint within its limits. */
export class RateLimit implements Turns {
  readonly #clock: Clock;
  readonly #requests: TokenBucket | undefined;
  readonly #tokens: TokenBucket | undefined;
  #pausedUntil = Number.NEGATIVE_INFINITY;

  constructor({ requestsPerMinute, tokensPerMinute }: EndpointLimits, clock: Clock) {
    this.#clock = clock;
    const bucketOf = (perMinute: number | undefined) =>
      perMinute === undefined ? undefined : new TokenBucket(perMinute, clock.now());
    this.#requests = bucketOf(requestsPerMinute);
    this.#tokens = bucketOf(tokensPerMinute);
  }

  /** Waits for the turn of a request of about so many tokens; turns are kept in order. */
  async take(tokens: number, signal?: AbortSignal): Promise<void> {
    const now = this.#clock.now();
    const waits = [this.#requests?.take(1, now) ?? 0, this.#tokens?.take(tokens, now) ?? 0];
    let until = Math.max(now + Math.max(...waits), this.#pausedUntil);
    for (let left = until - now; left > 0 && !signal?.aborted; left = until - this.#clock.now()) {
      await this.#clock.sleep(left, signal);
      until = Math.max(until, this.#pausedUntil);
    }
  }

  /** Sets right what was guessed of the tokens, and leaves the endpoint alone if it asks for that. */
  learn({ attempt, exhaustedMs }: Asked, guessedTokens: number): void {
    const now = this.#clock.now();
    this.#tokens?.take(tokensOf(attempt) - guessedTokens, now);
    const pauseMs = pauseAfter({ attempt, exhaustedMs });
    if (pauseMs > 0) this.#pausedUntil = Math.max(this.#pausedUntil, now + pauseMs);
  }
}

/** How long an endpoint asks to be left alone; 0: it does not ask for it. */
export function pauseAfter({ attempt, exhaustedMs }: Pick<Asked, "attempt" | "exhaustedMs">) {
  return Math.min(longestPauseMs, Math.max(exhaustedMs ?? 0, askedPauseMs(attempt)));
}

/** What an attempt took of the tokens of a minute, as far as it says. */
export function tokensOf({ outcome }: Attempt): number {
  const usage = outcome.ok ? outcome.answer.usage : null;
  return usage === null ? 0 : usage.inputTokens + usage.outputTokens;
}

function askedPauseMs({ outcome }: Attempt): number {
  return outcome.ok ? 0 : (outcome.failure.retryAfterMs ?? 0);
}
