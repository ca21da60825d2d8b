import type { Conditions } from "../catalog/conditions.ts";
import { formatTokens } from "./format.ts";

/** When a price or a limit holds, one phrase a condition; empty when it always does. */
export function describeConditions(conditions: Conditions = {}): readonly string[] {
  const phrases = [
    conditions.minPromptTokensExclusive !== undefined &&
      `prompts above ${formatTokens(conditions.minPromptTokensExclusive)} tokens`,
    conditions.maxPromptTokensInclusive !== undefined &&
      `prompts up to ${formatTokens(conditions.maxPromptTokensInclusive)} tokens`,
    conditions.serviceTier !== undefined && `service tier ${conditions.serviceTier}`,
    conditions.cacheTtl !== undefined && `cache kept ${conditions.cacheTtl}`,
    conditions.region !== undefined && `region ${conditions.region}`,
    conditions.utcWindow !== undefined && `${conditions.utcWindow.map(clock).join(" to ")} UTC`,
    conditions.utcDays !== undefined && `on ${conditions.utcDays.join(", ")}`,
    conditions.effort !== undefined && `effort ${conditions.effort}`,
    conditions.fineTuned === true && "fine-tuned weights",
  ];
  return phrases.filter((phrase) => phrase !== false);
}

function clock(time: string): string {
  return `${time.slice(0, 2)}:${time.slice(2)}`;
}
