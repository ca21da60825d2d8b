import { changesBetween } from "../../src/core/changes/changes-between.ts";
import { type GivenWorld, worldOf } from "./world-of.ts";

/** What changed from one small world to another, both read on one day: kind and sentence. */
export function changeTexts(before: GivenWorld, after: GivenWorld): readonly string[] {
  const day = "2026-11-20";
  const from = { catalog: worldOf(before), day };
  const to = { catalog: worldOf(after), day };
  return changesBetween(from, to).map(({ kind, text }) => `${kind}: ${text}`);
}
