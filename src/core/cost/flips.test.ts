import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  billedAttempts,
  breakEvenLossRangeUsd,
  breakEvenLossUsd,
  breakEvenTokens,
  breakEvenVerbosity,
  cacheHitRate,
  cacheHitRateToPay,
  equalisingHitRate,
  equalisingInputPrice,
  equalisingInputShare,
  equalisingOutputPrice,
  escalationCostUsd,
  escalationPaysAbove,
  expectedCostUsd,
  requestsPerSecondForHitRate,
  weightThreshold,
} from "./flips.ts";

describe("the loss of a failed task at which the better model pays", () => {
  test("is the extra cost over the extra successes", () => {
    const strong = { costUsd: 0.01725, successShare: 0.721 };
    const cheap = { costUsd: 0.0007, successShare: 0.418 };
    expect(breakEvenLossUsd(strong, cheap)).toBeCloseTo(0.0546, 4);
  });

  test("makes both cost the same", () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    const cost = fc.double({ min: 0, max: 10, noNaN: true });
    fc.assert(
      fc.property(share, share, cost, cost, (sa, sb, ca, cb) => {
        fc.pre(Math.abs(sa - sb) > 0.01);
        const a = { costUsd: ca, successShare: sa };
        const b = { costUsd: cb, successShare: sb };
        const loss = breakEvenLossUsd(a, b) ?? Number.NaN;
        expect(expectedCostUsd(a, loss)).toBeCloseTo(expectedCostUsd(b, loss), 6);
      }),
    );
  });

  test("does not exist when both succeed alike", () => {
    const a = { costUsd: 1, successShare: 0.5 };
    expect(breakEvenLossUsd(a, { ...a, costUsd: 2 })).toBeUndefined();
  });

  test("has a range, open above when the gap may be none", () => {
    expect(breakEvenLossRangeUsd(0.0355, [1.7, 3.7])?.[0]).toBeCloseTo(0.959, 3);
    expect(breakEvenLossRangeUsd(0.0355, [1.7, 3.7])?.[1]).toBeCloseTo(2.088, 3);
    expect(breakEvenLossRangeUsd(0.0355, [-1.3, 6.7])?.[1]).toBe(Number.POSITIVE_INFINITY);
    expect(breakEvenLossRangeUsd(0.0355, [-5, -1])).toBeUndefined();
  });
});

describe("prices and words at which two options cost the same", () => {
  const traffic = { inputTokens: 800_000_000, outputTokens: 250_000_000 };

  test("output price: at $0.04 for input, $76.20 are reached at $0.1768", () => {
    expect(equalisingOutputPrice(traffic, 0.04, 76.2)).toBeCloseTo(0.1768, 10);
    expect(equalisingOutputPrice(traffic, 1, 76.2)).toBeUndefined();
  });

  test("input price", () => {
    expect(equalisingInputPrice(traffic, 0.18, 76.2)).toBeCloseTo(0.039, 10);
  });

  test("verbosity: $32 of input leave room for 2.53 times an output of $17.50", () => {
    expect(breakEvenVerbosity(32, 17.5, 76.2)).toBeCloseTo(2.5257, 4);
    expect(breakEvenVerbosity(100, 17.5, 76.2)).toBeUndefined();
  });

  test("input share: one cheap to read, one cheap to write", () => {
    const reader = { inputUsdPerMtok: 1, outputUsdPerMtok: 10 };
    const writer = { inputUsdPerMtok: 3, outputUsdPerMtok: 4 };
    expect(equalisingInputShare(reader, writer)).toBe(0.75);
    expect(
      equalisingInputShare(reader, { inputUsdPerMtok: 2, outputUsdPerMtok: 20 }),
    ).toBeUndefined();
  });
});

describe("caching", () => {
  test.each`
    write   | read   | hitRate      | because
    ${1.25} | ${0.1} | ${0.217391}  | ${"a cache of five minutes"}
    ${2}    | ${0.1} | ${0.526316}  | ${"a cache of an hour"}
    ${1}    | ${0.1} | ${0}         | ${"writes that cost no more than input"}
    ${1.25} | ${1.1} | ${undefined} | ${"reads dearer than input never pay"}
  `("pays from a hit rate of $hitRate: $because", ({ write, read, hitRate }) => {
    const found = cacheHitRateToPay(write, read);
    if (hitRate === undefined) expect(found).toBeUndefined();
    else expect(found).toBeCloseTo(hitRate, 6);
  });

  test("turns the order of two routes where their bills meet", () => {
    const a = { uncachedUsd: 100, savingUsd: 80 };
    const b = { uncachedUsd: 70, savingUsd: 30 };
    expect(equalisingHitRate(a, b)).toBe(0.6);
    expect(equalisingHitRate(a, { uncachedUsd: 120, savingUsd: 80 })).toBeUndefined();
  });

  test("one request in 20 minutes hits a five-minute cache 22 times in a hundred", () => {
    expect(cacheHitRate(1 / 1200, 300)).toBeCloseTo(0.2212, 4);
    expect(1 / requestsPerSecondForHitRate(0.9, 300) / 60).toBeCloseTo(2.17, 2);
  });
});

test("three failures in a hundred and two retries are 1.0309 billed attempts", () => {
  expect(billedAttempts(0.03, 2)).toBeCloseTo(1.0309, 10);
  expect(billedAttempts(0, 5)).toBe(1);
  expect(billedAttempts(1, 2)).toBe(3);
});

test("escalation pays when cheap and check cost less than what they save", () => {
  const escalation = {
    cheap: { costUsd: 1, successShare: 0.5 },
    strong: { costUsd: 10, successShare: 0.9 },
    checkUsd: 1,
  };
  expect(escalationCostUsd(escalation)).toBe(7);
  expect(escalationPaysAbove(escalation)).toBe(0.2);
  expect(escalationPaysAbove({ ...escalation, checkUsd: 10 })).toBeUndefined();
});

test("weights: a quality gain of three against a cost loss of one needs a weight above a quarter", () => {
  expect(weightThreshold(3, -1)).toBe(0.25);
});

test("a fixed cost pays from so many tokens, if it can carry them", () => {
  expect(breakEvenTokens(1000, 2)).toBe(500_000_000);
  expect(breakEvenTokens(1000, 2, 400_000_000)).toBeUndefined();
});
