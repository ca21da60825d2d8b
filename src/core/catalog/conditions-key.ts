import type { Conditions } from "./conditions.ts";

/** The same text for equal conditions, whatever the order they were written in. */
export function conditionsKey(conditions: Conditions = {}): string {
  return JSON.stringify(Object.entries(conditions).sort(([a], [b]) => (a < b ? -1 : 1)));
}
