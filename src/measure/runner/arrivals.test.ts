import { describe, expect, it } from "vitest";
import { seededRandom } from "../../core/stats/random.ts";
import { arrivals } from "./arrivals.ts";

function first(count: number, due: Generator<number, never>): readonly number[] {
  return Array.from({ length: count }, () => due.next().value);
}

describe("when requests are due", () => {
  it("is at once where a free place is waited for", () => {
    const load = { kind: "closed", concurrency: 4 } as const;
    expect(first(3, arrivals(load, seededRandom(1)))).toEqual([0, 0, 0]);
  });

  it("is like a clock where arrivals are even", () => {
    const load = {
      ...({ kind: "open", requestsPerSecond: 4 } as const),
      ...({ spacing: "even", concurrency: 64 } as const),
    };
    expect(first(3, arrivals(load, seededRandom(1)))).toEqual([250, 500, 750]);
  });

  it("comes by chance as users do, as many a second and spread as a Poisson process is", () => {
    const load = {
      ...({ kind: "open", requestsPerSecond: 10 } as const),
      ...({ spacing: "poisson", concurrency: 64 } as const),
    };
    const due = first(20_000, arrivals(load, seededRandom(7)));
    const gaps = due.map((at, index) => at - (due[index - 1] ?? 0));
    const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length;
    const deviation = Math.sqrt(
      gaps.reduce((sum, gap) => sum + (gap - mean) ** 2, 0) / gaps.length,
    );
    expect(mean).toBeCloseTo(100, -1);
    expect(deviation / mean).toBeCloseTo(1, 1);
  });
});
