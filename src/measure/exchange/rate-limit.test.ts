import { expect, test } from "vitest";
import { limits } from "../../../test/endpoints/asker.ts";
import type { Asked } from "./asked.ts";
import type { Clock } from "./clock.ts";
import { RateLimit } from "./rate-limit.ts";

/** A clock that goes on only while somebody sleeps. */
function sleepingClock(): Clock {
  let now = 0;
  return {
    now: () => now,
    epochMs: () => now,
    sleep: async (ms) => {
      now += ms;
    },
  };
}

const answered = (tokens: number, exhaustedMs: number | null = null): Asked => ({
  attempt: {
    ...{ cell: "c", number: 1, rawHash: null },
    outcome: {
      ok: true,
      answer: {
        ...{ text: "", reasoning: "", toolCalls: [], finish: { raw: null, normal: "missing" } },
        usage: {
          ...{ inputTokens: tokens, outputTokens: 0 },
          ...{ cachedInputTokens: null, reasoningTokens: null },
        },
        ...{ servedModel: null, fingerprint: null, provider: null },
      },
    },
    timings: {
      ...{ sentAt: "", queuedMs: 0, firstByteMs: 0, firstContentMs: 0, endMs: 0 },
      ...{ chunkMs: [], loopLagMs: 0, isBurst: false },
    },
  },
  ...{ raw: null, again: null, exhaustedMs },
});

test.each`
  change                       | takes                | minutes | because
  ${{}}                        | ${[1, 1, 1, 1]}      | ${0}    | ${"nothing limits"}
  ${{ requestsPerMinute: 60 }} | ${Array(61).fill(1)} | ${1}    | ${"after the first, one a second"}
  ${{ requestsPerMinute: 2 }}  | ${[1, 1, 1]}         | ${1}    | ${"few a minute are spread out"}
  ${{ tokensPerMinute: 6000 }} | ${[100, 3000, 3000]} | ${0.5}  | ${"the last may go once half is filled again"}
  ${{ tokensPerMinute: 60 }}   | ${[600, 1]}          | ${10}   | ${"a request of ten minutes' tokens is owed"}
`("$takes take $minutes minutes, because $because", async ({ change, takes, minutes }) => {
  const clock = sleepingClock();
  const limit = new RateLimit({ ...limits, ...change }, clock);
  for (const tokens of takes) await limit.take(tokens);
  expect(clock.now() / 60_000).toBeCloseTo(minutes, 1);
});

test("a guess that was too high is given back", async () => {
  const clock = sleepingClock();
  const limit = new RateLimit({ ...limits, tokensPerMinute: 60 }, clock);
  await limit.take(600);
  limit.learn(answered(1), 600);
  await limit.take(1);
  expect(clock.now()).toBeLessThan(2000);
});

test("an endpoint that says its limits are used up is left alone until they are filled", async () => {
  const clock = sleepingClock();
  const limit = new RateLimit(limits, clock);
  limit.learn(answered(1, 5000), 1);
  await limit.take(1);
  expect(clock.now()).toBe(5000);
});

test("no endpoint can ask for a pause without end", async () => {
  const clock = sleepingClock();
  const limit = new RateLimit(limits, clock);
  limit.learn(answered(1, Number.POSITIVE_INFINITY), 1);
  await limit.take(1);
  expect(clock.now()).toBe(120_000);
});
