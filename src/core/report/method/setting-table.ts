import type { MethodSetting } from "../../method/method-setting.ts";
import { left } from "../comparison/setting.ts";
import type { Line, TableBlock } from "../document.ts";
import { formatNumber, formatPercent, formatTokens, formatUsd } from "../format.ts";

/** The settings whose ids begin so, with what each may be replaced by. */
export function settingTable(
  settings: readonly MethodSetting[],
  ...starts: readonly string[]
): TableBlock {
  const shown = settings.filter(({ id }) => starts.some((start) => id.startsWith(start)));
  const isOpen = shown.some(({ yours }) => yours !== null);
  return {
    kind: "table",
    columns: [left("setting"), left("value"), ...(isOpen ? [left("yours instead")] : [])],
    rows: shown.map((setting) => [
      setting.what,
      settingText(setting),
      ...(isOpen ? [yoursText(setting)] : []),
    ]),
  };
}

/** A value as people read it: `1.35 times`, `3.3 %`, names with commas between. */
export function settingText({ value, unit }: Pick<MethodSetting, "value" | "unit">): string {
  if (typeof value !== "number") return value.join(", ");
  switch (unit) {
    case "dollars":
      return formatUsd(value);
    case "share":
      return formatPercent(value);
    case "percent":
      return `${value} %`;
    case "tokens a month":
    case "tasks a month":
      return `${formatTokens(value)} ${unit}`;
    case "days":
    case "points":
    case "times":
    case "standard errors":
      return `${formatNumber(value, 2)} ${unit}`;
    case "number":
    case "names":
    case "nearest first":
    case "most trusted first":
      return formatNumber(value, 2);
  }
}

function yoursText({ yours }: MethodSetting): Line {
  return yours ?? [{ text: "part of the rule", tone: "dim" }];
}
