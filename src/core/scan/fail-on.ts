import type { Lifecycle } from "../catalog/dossier.ts";

/** What makes a scan answer "no": `retired`, `deprecated`, `unknown`, or an end within so many days. */
export type FailRule =
  | { readonly kind: "retired" | "deprecated" | "unknown"; readonly text: string }
  | { readonly kind: "retiring"; readonly withinDays: number; readonly text: string };

/** As written: `retired,retiring:90d,unknown`. `undefined`: a word that is no rule. */
export function parseFailOn(text: string): readonly FailRule[] | undefined {
  const rules = text
    .split(",")
    .map((word) => word.trim())
    .filter((word) => word !== "")
    .map(ruleOf);
  const known = rules.flatMap((rule) => (rule === undefined ? [] : [rule]));
  return known.length === rules.length && known.length > 0 ? known : undefined;
}

function ruleOf(word: string): FailRule | undefined {
  switch (word) {
    case "retired":
    case "deprecated":
    case "unknown":
      return { kind: word, text: word };
  }
  const days = /^retiring:(\d{1,5})d?$/.exec(word)?.[1];
  return days === undefined
    ? undefined
    : { kind: "retiring", withinDays: Number(days), text: `retiring:${Number(days)}d` };
}

/** The rules a model breaks. `deprecated` is any announced end that lies ahead. */
export function brokenBy(
  { status, daysLeft }: Pick<Lifecycle, "status" | "daysLeft">,
  rules: readonly FailRule[],
): readonly FailRule[] {
  return rules.filter((rule) => isBroken(rule, status, daysLeft));
}

function isBroken(
  rule: FailRule,
  status: Lifecycle["status"],
  daysLeft: number | undefined,
): boolean {
  switch (rule.kind) {
    case "retired":
    case "deprecated":
      return status === rule.kind;
    case "retiring":
      return status !== "retired" && daysLeft !== undefined && daysLeft <= rule.withinDays;
    case "unknown":
      return false;
  }
}
