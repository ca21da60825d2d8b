import { describe, expect, it } from "vitest";
import type { Row } from "./measured-row.ts";
import { tableLines } from "./table.ts";
import { processorSecondsIn } from "./timed-run.ts";

const row: Row = {
  ...{ runner: "bare", prompts: 1000, repetitions: 1, concurrency: 32, delayMs: 50 },
  ...{ seconds: 3.42, processorMsEach: 0.254, megabytes: 108.6, keptP50Ms: 51.62 },
  underWayAtMost: 32,
};

describe("the table of a bench of measuring", () => {
  it("names a job once, and leaves out a latency that is none of the server's", () => {
    const ours: Row = { ...row, runner: "ours" };
    const lines = tableLines([row, ours, { ...ours, delayMs: 0 }], [], []);
    expect(lines.filter((line) => line.includes(" ms | ") || line.startsWith("|  |"))).toEqual([
      "| 50 ms | 1,000, 32 | bare loop over undici | 3.4 s | 0.25 ms | 109 MB | 51.6 ms |",
      "|  |  | Steelyard | 3.4 s | 0.25 ms | 109 MB | 51.6 ms |",
      "| 0 ms | 1,000, 32 | Steelyard | 3.4 s | 0.25 ms | 109 MB | – |",
    ]);
  });

  it("says memory by cells, of which each prompt has two", () => {
    const memory: Row = { ...row, runner: "ours", prompts: 50_000 };
    expect(tableLines([], [memory], [])).toContain("| 100,000 | 50,000 | 109 MB | 0.25 ms |");
  });

  it("says what is installed", () => {
    const sizes = [{ title: "Steelyard", packages: 1234, megabytes: 45.6 }];
    expect(tableLines([], [], sizes)).toContain("| Steelyard | 1,234 | 46 MB |");
  });
});

describe("processor time as bash tells it", () => {
  it.each([
    ["took 5.25 0.5\n", 5.75, "user and system"],
    ["took by surprise\ntook 1.5 0.25", 1.75, "what a program says before is not it"],
    ["no such program", undefined, "it was never started"],
  ])("%j is %s: %s", (said, seconds, _because) => {
    expect(processorSecondsIn(said)).toBe(seconds);
  });
});
