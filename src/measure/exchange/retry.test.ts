import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { asker, limits, promptOf, said } from "../../../test/endpoints/asker.ts";
import {
  type FaultyEndpoint,
  openFaultyEndpoint,
} from "../../../test/endpoints/faulty-endpoint.ts";
import { type Clock, systemClock } from "./clock.ts";
import { RateLimit } from "./rate-limit.ts";
import { type AttemptEvent, askUntilAnswered, type RetryOptions } from "./retry.ts";

let server: FaultyEndpoint;
const { open, closeAll } = asker(() => server.baseUrl);
let waits: number[] = [];
/** Nobody waits: what would have been waited is written down, and the time goes on by it. */
let skippedMs = 0;
const clock: Clock = {
  now: () => systemClock.now() + skippedMs,
  epochMs: () => systemClock.epochMs() + skippedMs,
  sleep: async (ms) => {
    waits.push(Math.round(ms));
    skippedMs += ms;
  },
};

beforeAll(async () => {
  server = await openFaultyEndpoint();
});
afterEach(async () => {
  waits = [];
  await closeAll();
});
afterAll(() => server.close());

async function run(text: string, change: Partial<RetryOptions> = {}, attempts = 3) {
  const client = open({ limits: { ...limits, attempts } }, { clock });
  const rateLimit = new RateLimit(client.endpoint.limits, clock);
  const options = { cell: "c", dueAt: clock.now(), random: () => 0, rateLimit, ...change };
  const events: AttemptEvent[] = [];
  for await (const event of askUntilAnswered(client, promptOf(text), options)) events.push(event);
  return events;
}

const shown = (events: readonly AttemptEvent[]) =>
  events.map((event) =>
    event.kind === "begins"
      ? `${event.number} begins`
      : `${event.asked.attempt.number} ${said(event.asked).slice(0, 14)}, ${event.next}`,
  );

describe("a cell is asked", () => {
  test("once, when it is answered", async () => {
    expect(shown(await run("hello"))).toEqual(["1 begins", "1 The answer to , done"]);
  });

  test("again when that may help, each attempt told before it is sent", async () => {
    expect(shown(await run("[[status x1:500]]"))).toEqual([
      ...["1 begins", "1 server-error, again", "2 begins", "2 The answer to , done"],
    ]);
    expect(waits).toEqual([250]);
  });

  test.each`
    headers                                                         | waited  | because
    ${"retry-after=2"}                                              | ${2000} | ${"seconds"}
    ${"retry-after-ms=70"}                                          | ${70}   | ${"milliseconds"}
    ${"x-ratelimit-remaining-tokens=0&x-ratelimit-reset-tokens=6s"} | ${6000} | ${"a limit that is used up"}
    ${"retry-after=0"}                                              | ${250}  | ${"no wait at all would be no help"}
    ${"retry-after=-7"}                                             | ${250}  | ${"nonsense is passed over"}
  `("after $waited ms, because $because", async ({ headers, waited }) => {
    const events = await run(`[[limited x1:${headers}]]`);
    expect(shown(events).at(-1)).toBe("2 The answer to , done");
    expect(waits[0]).toBe(waited);
  });

  test("no more often than its budget, however long the limit lasts", async () => {
    const events = await run("[[limited:retry-after=1]]");
    expect(shown(events).at(-1)).toBe("3 rate-limited, done");
    expect(events).toHaveLength(6);
  });

  test("no more when it should wait for an hour", async () => {
    expect(shown(await run("[[limited:retry-after=3600]]")).at(-1)).toBe("1 rate-limited, done");
  });

  test.each(["status:400", "status:401", "status:404", "redirect:/x", "null"])(
    "no second time after %s",
    async (fault) => {
      expect(await run(`[[${fault}]] once`)).toHaveLength(2);
    },
  );

  test("again at once, over a fresh connection, when nothing came over a used one", async () => {
    const events = await run("[[reset x1]] at once", {}, 1);
    expect(shown(events)).toEqual([
      ...["1 begins", "1 reset, again", "2 begins", "2 The answer to , done"],
    ]);
    expect(waits).toEqual([0]);
  });

  test("again at once without usage, where that is refused", async () => {
    expect(shown(await run("[[refuses-usage]] x", {}, 1)).at(-1)).toBe("2 The answer to , done");
  });

  test("from where an interrupted run stopped", async () => {
    const events = await run("[[status:500]] resumed", { earlierAttempts: 2 });
    expect(shown(events)).toEqual(["3 begins", "3 server-error, done"]);
  });

  test("until somebody stops it", async () => {
    expect(await run("hello", { signal: AbortSignal.abort() })).toEqual([]);
  });
});

test("waits, and attempts that failed, are no part of the latency", async () => {
  const events = await run("[[limited x2:retry-after=20]]");
  const last = events.at(-1);
  const timings = last?.kind === "ended" ? last.asked.attempt.timings : undefined;
  expect(waits.reduce((sum, ms) => sum + ms, 0)).toBeGreaterThanOrEqual(40_000);
  expect(timings?.endMs).toBeLessThan(20_000);
  expect(timings?.queuedMs).toBeLessThan(20_000);
});
