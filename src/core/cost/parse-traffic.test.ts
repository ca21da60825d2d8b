import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseTraffic } from "./parse-traffic.ts";
import { parseCount } from "./token-count.ts";

test.each`
  text                        | count
  ${"800M"}                   | ${800_000_000}
  ${"1.2k"}                   | ${1_200}
  ${"2B"}                     | ${2_000_000_000}
  ${"2g"}                     | ${2_000_000_000}
  ${"262,144"}                | ${262_144}
  ${"262_144"}                | ${262_144}
  ${"1e6"}                    | ${1_000_000}
  ${" 5 M "}                  | ${5_000_000}
  ${0}                        | ${0}
  ${1.5}                      | ${undefined}
  ${"1.2345k"}                | ${undefined}
  ${"-1"}                     | ${undefined}
  ${-1}                       | ${undefined}
  ${Number.NaN}               | ${undefined}
  ${Number.POSITIVE_INFINITY} | ${undefined}
  ${"1e400"}                  | ${undefined}
  ${2 ** 53}                  | ${undefined}
  ${"9007199254740993"}       | ${undefined}
  ${""}                       | ${undefined}
  ${"many"}                   | ${undefined}
  ${null}                     | ${undefined}
`("$text is $count tokens", ({ text, count }) => {
  expect(parseCount(text)).toBe(count);
});

describe("a traffic profile", () => {
  test("in short form reads like the object it stands for", () => {
    const value = {
      inputTokens: 800_000_000,
      outputTokens: 250_000_000,
      requests: 100_000,
      cachedInputTokens: 480_000_000,
      batchShare: 0.3,
    };
    expect(parseTraffic("in=800M, out=250M, cached=60%, batch=0.3, requests=100k")).toEqual({
      ok: true,
      value,
    });
    expect(parseTraffic({ ...value, inputTokens: "800M", batchShare: "30%" })).toEqual({
      ok: true,
      value,
    });
  });

  test("knows caches, reasoning and what it was counted with", () => {
    const text =
      "in=1M,out=1M,cached=500k,cache-write=10%,cache-ttl=1h,reasoning=50%,tokenizer=o200k,text=code";
    expect(parseTraffic(text)).toEqual({
      ok: true,
      value: {
        inputTokens: 1_000_000,
        outputTokens: 1_000_000,
        cachedInputTokens: 500_000,
        cacheWriteTokens: 100_000,
        cacheTtl: "1h",
        reasoningTokens: 500_000,
        tokenizer: "o200k",
        textClass: "code",
      },
    });
  });

  test("cut by prompt length has the sums of its parts", () => {
    const outcome = parseTraffic({
      tiers: [
        { promptTokensUpTo: "200k", inputTokens: "3M", outputTokens: 10 },
        { inputTokens: "1M", outputTokens: 5, requests: 4, cachedInputTokens: "50%" },
      ],
    });
    expect(outcome).toMatchObject({
      ok: true,
      value: {
        inputTokens: 4_000_000,
        outputTokens: 15,
        tiers: [{ promptTokensUpTo: 200_000 }, { cachedInputTokens: 500_000 }],
      },
    });
  });
});

describe("a wrong profile is refused by the name of its field", () => {
  const right = { inputTokens: 10, outputTokens: 10 };
  test.each`
    stated                                                         | where
    ${{ ...right, inputTokens: -1 }}                               | ${"traffic.inputTokens"}
    ${{ ...right, outputTokens: Number.NaN }}                      | ${"traffic.outputTokens"}
    ${{ inputTokens: 10 }}                                         | ${"traffic.outputTokens"}
    ${{ ...right, cachedInputTokens: 11 }}                         | ${"traffic.cachedInputTokens"}
    ${{ ...right, cachedInputTokens: 6, cacheWriteTokens: 5 }}     | ${"traffic.cacheWriteTokens"}
    ${{ ...right, reasoningTokens: 11 }}                           | ${"traffic.reasoningTokens"}
    ${{ ...right, batchShare: 1.2 }}                               | ${"traffic.batchShare"}
    ${{ ...right, batchShare: "120%" }}                            | ${"traffic.batchShare"}
    ${{ ...right, cacheTtl: "2h" }}                                | ${"traffic.cacheTtl"}
    ${{ ...right, requests: 0.5 }}                                 | ${"traffic.requests"}
    ${{ ...right, inputs: 5 }}                                     | ${"traffic.inputs"}
    ${{ ...right, tiers: [] }}                                     | ${"traffic.tiers"}
    ${{ tiers: [right, right] }}                                   | ${"traffic.tiers"}
    ${{ tiers: [{ ...right, promptTokensUpTo: 2, requests: 1 }] }} | ${"traffic.tiers"}
    ${{ tiers: [{ ...right, price: 2 }] }}                         | ${"traffic.tiers"}
    ${"in=800M"}                                                   | ${"traffic.outputTokens"}
    ${"in=800M,out=1,cached="}                                     | ${"traffic.cachedInputTokens"}
    ${"in=800M,out=1,out of mind"}                                 | ${"traffic.out of mind"}
    ${"in=10M,out=1,in=20M"}                                       | ${"traffic.inputTokens"}
    ${{ ...right, in: 10 }}                                        | ${"traffic.inputTokens"}
    ${""}                                                          | ${"traffic"}
    ${null}                                                        | ${"traffic"}
    ${[right]}                                                     | ${"traffic"}
    ${5}                                                           | ${"traffic"}
  `("$where", ({ stated, where }) => {
    const outcome = parseTraffic(stated);
    expect(outcome).toMatchObject({ ok: false, problem: { code: "invalid-input", where } });
  });
});

test("whatever is stated, the answer is a profile or a problem", () => {
  fc.assert(
    fc.property(fc.anything(), (stated) => {
      expect(typeof parseTraffic(stated).ok).toBe("boolean");
    }),
  );
});
