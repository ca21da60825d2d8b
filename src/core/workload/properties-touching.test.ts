import { expect, test } from "vitest";
import { propertiesTouching } from "./properties-touching.ts";
import type { Workload } from "./workload.ts";

const work = (given: Partial<Workload>): Workload => ({
  file: "steelyard.yaml",
  candidates: [],
  constraints: [],
  benchmarks: {},
  ...given,
});

test("prices always touch a team's work, and what its musts and its task count", () => {
  const touching = propertiesTouching(
    work({ constraints: ["tools", "context>=200k"], task: "vision" }),
  );
  const counts = (property: string) => touching?.has(property);
  expect(["price.input", "cap.tools", "limit.context", "score.mmmu-pro"].every(counts)).toBe(true);
  expect(["cap.video", "limit.output", "score.mmlu-pro"].some(counts)).toBe(false);
});

test("a benchmark of one's own stands for its skill", () => {
  const touching = propertiesTouching(work({ benchmarks: { vision: "mmmu" } }));
  expect(touching?.has("score.mmmu")).toBe(true);
  expect(touching?.has("score.mmmu-pro")).toBe(false);
});

test("everything may touch a work of which neither musts nor kind are stated", () => {
  expect(propertiesTouching(work({ current: "gpt-4.1" }))).toBeUndefined();
});
