import type { Score } from "../catalog/entries.ts";
import { onceFor } from "../once-for.ts";

/** Words of a variant that tell how a test was run, not which test it was. */
const method =
  /\b(?:em|pass[@^]\d+(?:-cot)?|avg@\d+|[05]-shot|3-shot|zero-shot|cot|macro avg|average|overall accuracy|accuracy|test|validation|public|full|single agent|single attempt|agentic|scale ai refreshed harness|scale|no tools|no python|w\/o tools?|without tools|stated as "?[^";]*"?|variant not stated[^;]*|gpqa column|225 exercises, second-try pass rate|14 languages|vals run|mini-swe-agent|whole|diff|arc prize run|prompt strict|diamond)\b\^?\d*/g;

const withTools = /\bwith (?:tools|python|search|code)\b/;

/**
 * Which test a score belongs to, as a short key: domain, subset, edition, tool access. Two scores of
 * one benchmark with different keys come from two different tests. Words of method (shots, repeats,
 * graders) do not count: they move a score but do not make another test.
 */
export const testOf = onceFor(keyOf);

function keyOf({ variant = "", setting = "" }: Score): string {
  const lowered = variant.toLowerCase();
  const said = `${lowered} ${setting.toLowerCase()}`;
  const parts = [
    lowered
      .replace(withTools, "")
      .replace(method, "")
      .replace(/[^a-z0-9.]+/g, " ")
      .trim(),
    withTools.test(said) ? "with tools" : "",
    callMode(setting),
  ];
  return parts.filter((part) => part !== "").join(", ");
}

/** Native function calls and calls written into the prompt are scored apart. */
function callMode(setting: string): string {
  if (setting.includes("mode: FC")) return "native calls";
  return setting.includes("mode: Prompt") ? "prompted calls" : "";
}

const effort =
  /(?:thinking|non-thinking|reasoning|(?:x?high|max|medium|low|minimal|default|none)(?: \(\w+\))? effort|effort \w+|mode: \w+|mode)[^;,]*/g;

/** The harness named in a setting, efforts and modes left out. */
export const harnessOf = onceFor(readHarness);

function readHarness({ setting = "" }: Score): string {
  return setting
    .toLowerCase()
    .replace(effort, "")
    .replace(/[^a-z0-9.]+/g, " ")
    .trim();
}
