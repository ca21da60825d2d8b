import { describe, expect, it } from "vitest";
import { planOf } from "./plan.ts";

const said = (argv: readonly string[]) =>
  planOf(argv).rows.map(
    ({ runner, job }) => `${runner} ${job.prompts} ${job.concurrency} ${job.delayMs}`,
  );

describe("what a bench of measuring runs", () => {
  it("is every job for the quick runners, and few for those that take minutes", () => {
    const rows = said([]);
    expect(rows.filter((row) => row.startsWith("ours "))).toHaveLength(12);
    expect(rows.filter((row) => row.startsWith("bare "))).toHaveLength(12);
    expect(rows.filter((row) => row.startsWith("promptfoo 1000 "))).toHaveLength(6);
    expect(rows.filter((row) => row.startsWith("promptfoo 5000 "))).toEqual([
      "promptfoo 5000 128 50",
    ]);
    expect(planOf([])).toMatchObject({ isUsual: true, isFresh: false });
    const cells = planOf([]).memory.map(({ prompts, repetitions }) => 2 * prompts * repetitions);
    expect(cells).toEqual([5000, 20_000, 100_000, 100_000]);
  });

  it("is all of it where that is asked", () => {
    expect(said(["--all"])).toHaveLength(48);
    expect(planOf(["--all", "--fresh"])).toMatchObject({ isUsual: true, isFresh: true });
  });

  it("is what is named, and is then no page", () => {
    const argv = ["--prompts", "200", "--concurrency", "8,16", "--delay", "0", "--runners", "ours"];
    expect(said(argv)).toEqual(["ours 200 8 0", "ours 200 16 0"]);
    expect(planOf(argv)).toMatchObject({ isUsual: false, memory: [] });
  });

  it("is memory alone where that is asked", () => {
    expect(planOf(["--memory"])).toMatchObject({ rows: [], isUsual: false });
    expect(planOf(["--memory"]).memory).toHaveLength(4);
  });
});
