import { describe, expect, test } from "vitest";
import { billedAttempts, cacheHitRateToPay } from "../src/core/cost/flips.ts";
import { depsOf } from "./builders/deps-of.ts";
import { runLine } from "./cli/run-line.ts";

/* Bills that can be reckoned by hand, each asked for as a person would ask on the command line. */

async function monthlyUsd(words: readonly string[]): Promise<unknown> {
  const { stdout, stderr } = await runLine(["cost", ...words, "--format", "json"], {
    deps: depsOf(),
  });
  expect(stderr).toBe("");
  return Reflect.get(Object(JSON.parse(stdout)), "monthlyUsd");
}

const longContext =
  '{"inputUsdPerMtok":"2.5","outputUsdPerMtok":"15","tiers":[{"promptTokensAbove":272000,"inputUsdPerMtok":"5","outputUsdPerMtok":"22.5"}]}';
const twoHundred =
  '{"inputUsdPerMtok":2,"outputUsdPerMtok":12,"tiers":[{"promptTokensAbove":200000,"inputUsdPerMtok":4,"outputUsdPerMtok":18}]}';
const mini = "in=0.75,out=4.5,cached=0.075";
const opus = "in=5,out=25,cached=0.5,cache-write=6.25";

describe("a month costs", () => {
  test.each`
    usd         | price                                                                                                             | traffic                                                          | because
    ${76.2}     | ${"in=0.039,out=0.18"}                                                                                            | ${"in=800M,out=250M"}                                            | ${"800 × 0.039 + 250 × 0.18: a price of three decimals is not rounded to 0.04"}
    ${59}       | ${"in=0.03,out=0.14"}                                                                                             | ${"in=800M,out=250M"}                                            | ${"800 × 0.03 + 250 × 0.14"}
    ${3600}     | ${"in=2,out=8"}                                                                                                   | ${"in=800M,out=250M"}                                            | ${"800 × 2 + 250 × 8"}
    ${15_500}   | ${"in=10,out=30"}                                                                                                 | ${"in=800M,out=250M"}                                            | ${"800 × 10 + 250 × 30"}
    ${1725}     | ${mini}                                                                                                           | ${"in=800M,out=250M"}                                            | ${"800 × 0.75 + 250 × 4.5, nothing cached"}
    ${1401}     | ${mini}                                                                                                           | ${"in=800M,out=250M,cached=60%"}                                 | ${"320 × 0.75 + 480 × 0.075 + 250 × 4.5"}
    ${0.735}    | ${longContext}                                                                                                    | ${"in=270000,out=4000,requests=1"}                               | ${"below the tier: 0.27 × 2.5 + 0.004 × 15"}
    ${1.59}     | ${longContext}                                                                                                    | ${"in=300000,out=4000,requests=1"}                               | ${"above it the whole request: 0.3 × 5 + 0.004 × 22.5"}
    ${0.4}      | ${twoHundred}                                                                                                     | ${"in=200000,out=0,requests=1"}                                  | ${"the last token below the tier"}
    ${0.800004} | ${twoHundred}                                                                                                     | ${"in=200001,out=0,requests=1"}                                  | ${"one token more moves all 200,001 to 4"}
    ${2.865}    | ${opus}                                                                                                           | ${"in=2.1M,cached=1980000,written=20000,out=50000,requests=100"} | ${"one write of 20,000, 99 reads of it, 100 × 1,000 fresh, 100 × 500 out"}
    ${11.75}    | ${"in=5,out=25"}                                                                                                  | ${"in=2.1M,out=50000,requests=100"}                              | ${"the same without a cache: 2.1 × 5 + 0.05 × 25"}
    ${115.2}    | ${"in=0.3,out=2.5,audio=1"}                                                                                       | ${"in=0,out=0,audio=115.2M"}                                     | ${"1,000 hours × 3,600 s × 32 tokens, at the price of sound and not of text"}
    ${1.0309}   | ${"in=1,out=0"}                                                                                                   | ${"in=1M,out=0,failures=0.03,retries=2"}                         | ${"1 + 0.03 + 0.0009 attempts"}
    ${1}        | ${"in=1,out=0"}                                                                                                   | ${"in=1M,out=0,failures=0.03,retries=2,billed=no"}               | ${"failures are not billed"}
    ${862.5}    | ${`${mini},batch=0.5`}                                                                                            | ${"in=800M,out=250M,batch=1"}                                    | ${"half of 1,725"}
    ${700.5}    | ${`${mini},batch=0.5`}                                                                                            | ${"in=800M,out=250M,cached=60%,batch=1"}                         | ${"cache and batch together: half of 1,401"}
    ${0.795}    | ${longContext.replace("}]", '}],"batchFactor":0.5')}                                                              | ${"in=300000,out=4000,requests=1,batch=1"}                       | ${"tier and batch together: half of 1.59"}
    ${2156.25}  | ${`${mini},priority=2`}                                                                                           | ${"in=800M,out=250M,priority=0.25"}                              | ${"three quarters at 1,725 and a quarter at twice that"}
    ${90}       | ${"in=1,out=1,fee=50,credit=20"}                                                                                  | ${"in=40M,out=20M"}                                              | ${"60 used, 20 of it free, 50 standing"}
    ${50}       | ${"in=1,out=1,fee=50,credit=80"}                                                                                  | ${"in=40M,out=20M"}                                              | ${"free credit takes off what is used, never the fee"}
    ${100}      | ${"in=1,out=1,minimum=100"}                                                                                       | ${"in=40M,out=20M"}                                              | ${"60 used, but 100 is the least"}
    ${160}      | ${"in=1,out=1,search=0.01"}                                                                                       | ${"in=40M,out=20M,searches=10k"}                                 | ${"60 for tokens and 10,000 × 0.01"}
    ${12}       | ${'{"inputUsdPerMtok":80,"outputUsdPerMtok":1,"currency":{"code":"CNY","usdPerUnit":"0.15","day":"2026-11-20"}}'} | ${"in=1M,out=0"}                                                 | ${"80 CNY at 0.15 US dollars each"}
  `("$usd: $because", async ({ usd, price, traffic }) => {
    expect(await monthlyUsd(["--price", price, "--traffic", traffic])).toBe(usd);
  });
});

test("a five-minute cache pays from a hit rate of 21.7 % on", () => {
  expect(cacheHitRateToPay(1.25, 0.1)).toBeCloseTo(0.217391, 6);
});

test("three attempts at 3 % failures are 1.0309 on average", () => {
  expect(billedAttempts(0.03, 2)).toBeCloseTo(1.0309, 12);
});

test("a task that is solved every other time costs twice, and its failures their loss", async () => {
  const words = ["cost", "--price", "in=1,out=1", "--traffic", "in=40M,out=20M,requests=100"];
  const task = ["--success-rate", "0.5", "--failed-task", "2", "--format", "json"];
  const { stdout } = await runLine([...words, ...task], { deps: depsOf() });
  expect(JSON.parse(stdout)).toMatchObject({
    perRequestUsd: 0.6,
    perSolvedTaskUsd: 1.2,
    perTaskWithFailuresUsd: 1.6,
  });
});
