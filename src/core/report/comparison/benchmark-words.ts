import type { ComparedBenchmark } from "../../compare/comparison.ts";
import { formatProbability } from "../format.ts";

/** A benchmark with what decides which test of it was taken. */
export function testText({ name, test }: ComparedBenchmark): string {
  return test === "" ? name : `${name} (${test})`;
}

const labelWords = {
  clear: "clear",
  likely: "likely",
  "within-noise": "within noise",
  "unknown-n": "count missing",
  "not-comparable": "two tests",
} as const satisfies Record<ComparedBenchmark["label"], string>;

/** How a row came out, in a word or two. */
export function labelText({ label, sameSignProbability }: ComparedBenchmark): string {
  const isShown = label === "likely" && sameSignProbability !== null;
  return isShown ? `likely, ${formatProbability(sameSignProbability)}` : labelWords[label];
}
