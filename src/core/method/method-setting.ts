/** A number or a list that rules go by, as the code holds it. */
export interface MethodSetting {
  /** `tau.static.cross-source`. */
  readonly id: string;
  readonly topic: "facts" | "cost" | "scores" | "verdict" | "confidence";
  readonly what: string;
  readonly value: number | readonly string[];
  /** Of a number: what it counts. Of a list: the order or kind of its words. */
  readonly unit: SettingUnit;
  /** How to put your own in its place; null: it is part of the rule. */
  readonly yours: string | null;
}

export type SettingUnit =
  | "days"
  | "dollars"
  | "names"
  | "nearest first"
  | "most trusted first"
  | "number"
  | "percent"
  | "points"
  | "share"
  | "standard errors"
  | "tasks a month"
  | "times"
  | "tokens a month";

/** Id, what it is, value, unit, how to put your own in its place. */
type SettingRow = readonly [
  id: string,
  what: string,
  value: MethodSetting["value"],
  unit: SettingUnit,
  yours: string | null,
];

/** The rows of one topic as settings. */
export function settingsOf(
  topic: MethodSetting["topic"],
  rows: readonly SettingRow[],
): readonly MethodSetting[] {
  return rows.map(([id, what, value, unit, yours]) => ({ id, topic, what, value, unit, yours }));
}
