import type { BenchmarkGroup } from "../catalog/entries.ts";
import { likelyFrom } from "../stats/gap.ts";
import { assumedRetest, usualCorrelations, usualTest } from "../stats/items-needed.ts";
import { z95 } from "../stats/normal.ts";
import { type Comparability, defaultTau } from "../stats/tau.ts";
import { type MethodSetting, settingsOf } from "./method-setting.ts";

/** Kinds of tests, by how much set-ups move them, least first. */
export const testGroups: readonly BenchmarkGroup[] = ["static", "reasoning", "agentic"];

/** How two scores came about, nearest first, in words. */
export const scoreOrigins: readonly {
  readonly id: Exclude<Comparability, "mismatch">;
  readonly words: string;
}[] = [
  { id: "same-run", words: "one evaluator, one harness" },
  { id: "same-table", words: "one publisher's table" },
  { id: "cross-source", words: "two sources" },
];

const { passPercent, gapPoints } = assumedRetest;
const { low, high } = usualCorrelations;
const firstRun = "your first run";

/** What a gap between two scores is held against. */
export const scoreSettings: readonly MethodSetting[] = settingsOf("scores", [
  ...testGroups.flatMap((group) => scoreOrigins.map((origin) => tau(group, origin))),
  ["label.clear", "a gap is clear from", z95, "standard errors", null],
  ["label.likely", "a gap is likely from", likelyFrom, "standard errors", null],
  ["test.power", "a test of your own shows a gap that is there", usualTest.power, "share", null],
  ["test.level", "its two-sided level", usualTest.alpha, "share", null],
  ["retest.pass-rate", "prompts that pass today", passPercent, "percent", "switch --pass-rate"],
  ["retest.points", "a loss that matters", gapPoints, "points", "switch --points"],
  ["retest.correlation.low", "answers to the same items agree, from", low, "number", firstRun],
  ["retest.correlation.high", "up to", high, "number", firstRun],
]);

function tau(group: BenchmarkGroup, { id, words }: (typeof scoreOrigins)[number]) {
  const what = `spread of set-ups: ${group}, ${words}`;
  return [`tau.${group}.${id}`, what, defaultTau[group][id], "points", "--tau"] as const;
}
