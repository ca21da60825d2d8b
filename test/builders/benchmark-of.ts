import type { Benchmark } from "../../src/core/catalog/entries.ts";
import { sourceOf } from "./source-of.ts";

/** A test to write tests with: MMLU-Pro with all its items, unless something else is given. */
export function benchmarkOf(given: Partial<Benchmark> = {}): Benchmark {
  return {
    id: "mmlu-pro",
    name: "MMLU-Pro",
    aliases: [],
    category: "knowledge",
    group: "static",
    measures: "",
    items: 12_032,
    variants: [],
    metric: "accuracy",
    status: "active",
    source: sourceOf(),
    ...given,
  };
}
