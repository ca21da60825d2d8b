import type { Endpoint } from "../../core/runs/endpoint.ts";
import type { RunStore } from "../../core/runs/run-store.ts";
import { canonicalJson } from "../canonical-json.ts";
import type { Clock } from "../exchange/clock.ts";
import { pauseAfter, tokensOf } from "../exchange/rate-limit.ts";
import { burstOf } from "../exchange/token-bucket.ts";
import type { Turns } from "../exchange/turns.ts";
import { sha256 } from "../suite/cell-key.ts";

/** After how long it is asked again whether others were told to leave the endpoint alone. */
const lookMs = 1000;

/**
 * Turns at an endpoint that all who work on the same store share, whatever they measure: what it
 * takes in a minute is reserved there, and whoever is told to wait tells the others.
 */
export function sharedTurns(endpoint: Endpoint, store: RunStore, clock: Clock): Turns {
  const { requestsPerMinute, tokensPerMinute } = endpoint.limits;
  const name = bucketOf(endpoint);
  let pausedUntil = Number.NEGATIVE_INFINITY;
  let lookedAt = Number.NEGATIVE_INFINITY;
  let looking: Promise<void> | undefined;

  const reserve = async (what: string, perMinute: number | undefined, amount: number) => {
    if (perMinute === undefined || amount === 0) return 0;
    return store.reserve(`${name} ${what}`, { perMinute, burst: burstOf(perMinute) }, amount);
  };
  const pause = (forMs: number) => {
    pausedUntil = Math.max(pausedUntil, clock.now() + forMs);
  };
  const look = async () => {
    lookedAt = clock.now();
    pause(await store.reserve(`${name} pause`, anyRate, 0));
  };
  const heard = (): Promise<void> => {
    if (clock.now() - lookedAt < lookMs) return looking ?? Promise.resolve();
    looking = look().finally(() => {
      looking = undefined;
    });
    return looking;
  };

  return {
    take: async (tokens, signal) => {
      const waits = await Promise.all([
        reserve("requests", requestsPerMinute, 1),
        reserve("tokens", tokensPerMinute, tokens),
      ]);
      const turn = clock.now() + Math.max(...waits);
      while (!signal?.aborted) {
        await heard();
        const leftMs = Math.max(turn, pausedUntil) - clock.now();
        if (leftMs <= 0) return;
        await clock.sleep(Math.min(leftMs, lookMs), signal);
      }
    },
    learn: (asked, guessedTokens) => {
      /** A store that fails here fails the next write, too, where somebody hears of it. */
      const ignored = () => {};
      const more = tokensOf(asked.attempt) - guessedTokens;
      reserve("tokens", tokensPerMinute, more).catch(ignored);
      const pauseMs = pauseAfter(asked);
      if (pauseMs <= 0) return;
      pause(pauseMs);
      store.pause(`${name} pause`, pauseMs).catch(ignored);
    },
  };
}

/** Nothing is taken of it. */
const anyRate = { perMinute: 60, burst: 1 };

/** The same for all who ask this model with this key. */
function bucketOf({ baseUrl, model, keyVariable = "" }: Endpoint): string {
  return sha256(canonicalJson({ baseUrl, model, keyVariable })).slice(0, 16);
}
