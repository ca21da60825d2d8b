import { describe, expect, it } from "vitest";
import { type Random, seededRandom } from "../stats/random.ts";
import { liveDecision } from "./live-decision.ts";
import type { StatedDecision } from "./suite.ts";

const decision: StatedDecision = {
  ...{ baseline: "now", candidates: ["next"], grader: "exact" },
  ...{ marginPoints: 5, isCheaperAsked: false, alpha: 0.05, power: 0.8 },
};

interface Truth {
  /** Shares of prompts that only one of the two solves. */
  readonly onlyNow: number;
  readonly onlyNext: number;
}

/** One run of at most so many prompts: how it ended, after how many. */
function run({ onlyNow, onlyNext }: Truth, random: Random, planned = 500) {
  const live = liveDecision(decision, { repetitions: 1, planned });
  for (let prompt = 1; prompt <= 2 * planned; prompt += 1) {
    const drawn = random();
    const isNow = drawn < onlyNow;
    const isNext = drawn >= onlyNow && drawn < onlyNow + onlyNext;
    live.add("now", `p${prompt}`, isNow || !isNext ? 1 : 0);
    live.add("next", `p${prompt}`, isNext || !isNow ? 1 : 0);
    const end = live.end();
    if (end !== undefined) {
      const [{ difference = 0 } = {}] = live.differences();
      const shown = end.kind === "decided" ? end.shown : end.kind;
      return { prompts: prompt, shown, isBehind: difference < 0 };
    }
  }
  return { prompts: 2 * planned, shown: "none", isBehind: false };
}

function runs(truth: Truth, times: number) {
  const random = seededRandom(20);
  const all = Array.from({ length: times }, () => run(truth, random));
  const share = (holds: (each: (typeof all)[number]) => boolean) =>
    all.filter(holds).length / times;
  const prompts = all.map((each) => each.prompts).sort((a, b) => a - b);
  return { share, median: prompts[Math.floor(times / 2)] ?? 0 };
}

describe("a decision watched while answers come", () => {
  it("says nothing before prompts are many", () => {
    const live = liveDecision(decision, { repetitions: 1, planned: 500 });
    for (let i = 0; i < 5; i += 1) {
      live.add("now", `p${i}`, 0);
      live.add("next", `p${i}`, 1);
    }
    expect(live.end()).toBeUndefined();
    expect(live.differences()).toEqual([
      { candidate: "next", prompts: 5, difference: 1, interval: null },
    ]);
  });

  it("compares a prompt when all its repetitions are there, and leaves out what has no score", () => {
    const live = liveDecision(decision, { repetitions: 2, planned: 500 });
    for (const score of [1, 0]) live.add("now", "p1", score);
    live.add("next", "p1", 1);
    expect(live.differences()[0]?.prompts).toBe(0);
    live.add("next", "p1", 1);
    for (const score of [null, null]) live.add("now", "p2", score);
    for (const score of [1, 1]) live.add("next", "p2", score);
    expect(live.differences()[0]).toMatchObject({ prompts: 1, difference: 0.5 });
  });

  it("calls a model not worse that is worse by the margin in at most 5 of 100 runs", () => {
    const { share } = runs({ onlyNow: 0.1, onlyNext: 0.05 }, 400);
    expect(share(({ shown }) => shown === "not-worse")).toBeLessThanOrEqual(0.05);
  });

  it("finds a planted loss of 15 points, and long before the prompts planned", () => {
    const { share, median } = runs({ onlyNow: 0.2, onlyNext: 0.05 }, 200);
    expect(share(({ shown, isBehind }) => shown === "difference" && isBehind)).toBeGreaterThan(
      0.95,
    );
    expect(median).toBeLessThan(170);
  });

  it("finds that a model which is as good is not worse", () => {
    const { share } = runs({ onlyNow: 0.04, onlyNext: 0.04 }, 200);
    expect(share(({ shown }) => shown === "not-worse")).toBeGreaterThan(0.8);
  });

  it("does not go on for ever at the edge of the margin", () => {
    const { share } = runs({ onlyNow: 0.1, onlyNext: 0.05 }, 100);
    expect(share(({ shown }) => shown === "none")).toBe(0);
  });
});
