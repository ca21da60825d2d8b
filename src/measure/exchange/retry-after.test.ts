import { expect, test } from "vitest";
import { exhaustedMs, retryAfterMs, waitMsOf } from "./retry-after.ts";

const now = Date.parse("2026-11-21T12:00:00Z");
const isRateLimited = true;

test.each`
  written                            | ms               | because
  ${"2"}                             | ${2000}          | ${"seconds"}
  ${"1.5"}                           | ${1500}          | ${"parts of seconds"}
  ${"0"}                             | ${0}             | ${"no wait"}
  ${"1s"}                            | ${1000}          | ${"a duration"}
  ${"6m0s"}                          | ${360_000}       | ${"a duration of two units"}
  ${"1h2m3.5s"}                      | ${3_723_500}     | ${"a duration of three"}
  ${"120ms"}                         | ${120}           | ${"milliseconds are no minutes"}
  ${"34.074824224s"}                 | ${34_074.824224} | ${"a delay as Google writes it"}
  ${"Sat, 21 Nov 2026 12:00:05 GMT"} | ${5000}          | ${"a date"}
  ${"Sat, 21 Nov 2026 11:00:00 GMT"} | ${0}             | ${"a date that is over"}
  ${"2026-11-21T12:00:07Z"}          | ${7000}          | ${"a date as Anthropic writes it"}
  ${String(now / 1000 + 9)}          | ${9000}          | ${"seconds since 1970"}
  ${String(now + 250)}               | ${250}           | ${"milliseconds since 1970"}
  ${""}                              | ${null}          | ${"nothing"}
  ${"soon"}                          | ${null}          | ${"no time"}
  ${"-5"}                            | ${null}          | ${"time does not go back"}
  ${"1e400"}                         | ${null}          | ${"no number that anybody writes"}
  ${"5 parsecs"}                     | ${null}          | ${"no unit of time"}
`("$written is $ms ms: $because", ({ written, ms }) => {
  const found = waitMsOf(written, now);
  if (ms === null) expect(found).toBeNull();
  else expect(found).toBeCloseTo(ms, 6);
});

test.each`
  headers                                                                                                                                                   | ms        | because
  ${{ "retry-after": "3" }}                                                                                                                                 | ${3000}   | ${"it is the usual one"}
  ${{ "retry-after-ms": "40", "retry-after": "1" }}                                                                                                         | ${40}     | ${"milliseconds are more exact"}
  ${{ "retry-after": ["4", "9"] }}                                                                                                                          | ${4000}   | ${"the first of several counts"}
  ${{ "retry-after": "Sat, 21 Nov 2026 10:00:05 GMT", date: "Sat, 21 Nov 2026 10:00:00 GMT" }}                                                              | ${5000}   | ${"its own clock may be wrong"}
  ${{ "x-ratelimit-remaining-requests": "0", "x-ratelimit-reset-requests": "1s", "x-ratelimit-remaining-tokens": "9", "x-ratelimit-reset-tokens": "6m0s" }} | ${1000}   | ${"only requests are used up"}
  ${{ "x-ratelimit-reset-requests": "2s", "x-ratelimit-reset-tokens": "6m0s" }}                                                                             | ${2000}   | ${"what is used up is not said"}
  ${{ "anthropic-ratelimit-tokens-remaining": "0", "anthropic-ratelimit-tokens-reset": "2026-11-21T12:00:30Z" }}                                            | ${30_000} | ${"Anthropic's names"}
  ${{ "x-ratelimit-remaining": "0", "x-ratelimit-reset": String(now + 500) }}                                                                               | ${500}    | ${"OpenRouter's names"}
  ${{}}                                                                                                                                                     | ${null}   | ${"nothing is said"}
  ${{ "retry-after": "nonsense" }}                                                                                                                          | ${null}   | ${"nothing that means anything is said"}
`("a wait of $ms ms is read, because $because", ({ headers, ms }) => {
  expect(retryAfterMs(headers, { epochMs: now, isRateLimited })).toBe(ms);
});

test("limits that are not used up are no wait", () => {
  const headers = { "x-ratelimit-remaining-requests": "5", "x-ratelimit-reset-requests": "1s" };
  expect(exhaustedMs(headers, now)).toBeNull();
  expect(retryAfterMs(headers, { epochMs: now, isRateLimited: false })).toBeNull();
});
