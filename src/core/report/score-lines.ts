import { formatNumber, formatTokens } from "./format.ts";

/** What stands behind a score before its source: the interval, the setting, the items. */
export function scoreLines(told: {
  readonly model: string;
  readonly test: string;
  readonly score: number;
  readonly interval95: readonly [number, number] | null;
  readonly items: number | null;
  readonly itemsBecause: string;
  readonly reporter: string;
  readonly setting: string | null;
}): readonly string[] {
  const { model, test, score, interval95, items, itemsBecause, reporter, setting } = told;
  const range =
    interval95 === null
      ? "how far luck may have moved it is unknown"
      : `95 % of the luck of its items lies between ${formatNumber(interval95[0], 1)} and ${formatNumber(interval95[1], 1)}`;
  const count = items === null ? "unknown" : formatTokens(items);
  return [
    `${model} on ${test}: ${formatNumber(score, 2)} percent; ${range}.`,
    `Items: ${count} (${itemsBecause}).`,
    settingLine(reporter, setting),
  ];
}

/** Who took a score, and how as far as that is said. */
export function settingLine(reporter: string, setting: string | null): string {
  return `Reported by ${reporter}; setting: ${setting?.replace(/\.$/, "") ?? "not stated"}.`;
}
