import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseTraffic } from "./parse-traffic.ts";
import { statedMonth } from "./stated-month.ts";
import { defaultTraffic } from "./traffic.ts";

describe("a month as a form shows it", () => {
  it("says the month that stands in when nobody says", () => {
    expect(statedMonth(defaultTraffic)).toEqual({
      requests: "100k",
      "in-each": "8k",
      "out-each": "2.5k",
      cached: "0%",
      hit: "100%",
      batch: "0%",
    });
  });

  it("is read as the month it was made from, when that is a whole number a request", () => {
    const count = fc.oneof(
      fc.integer({ min: 1, max: 3_000_000 }),
      fc.integer({ min: 1, max: 3_000 }).map((thousands) => thousands * 500),
    );
    fc.assert(
      fc.property(count, count, count, (requests, inEach, outEach) => {
        const month = {
          requests,
          inputTokens: requests * inEach,
          outputTokens: requests * outEach,
        };
        const read = parseTraffic(statedMonth(month));
        expect(read).toMatchObject({ ok: true, value: month });
      }),
    );
  });
});
