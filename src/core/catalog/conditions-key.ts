import type { Conditions } from "./conditions.ts";

/** The same text for equal conditions, whatever the order they were written in. */
export function conditionsKey(conditions: Conditions = {}): string {
  return JSON.stringify(Object.entries(conditions).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/**
 * The same text for conditions that mean one thing to two sources: the same cliff is "from 272,000
 * on" to one and "above 272,000" to the other, so that their bounds lie one token apart.
 */
export function comparableKey({
  minPromptTokensExclusive: above,
  maxPromptTokensInclusive: upTo,
  ...rest
}: Conditions = {}): string {
  return conditionsKey({
    ...rest,
    ...(above === undefined ? {} : { minPromptTokensExclusive: wholeThousand(above) }),
    ...(upTo === undefined ? {} : { maxPromptTokensInclusive: wholeThousand(upTo) }),
  });
}

/** The last token below a thousand stands for the thousand. */
function wholeThousand(tokens: number): number {
  return tokens % 1000 === 999 ? tokens + 1 : tokens;
}
