import { knownValue } from "../evidence/fact.ts";
import { compareText } from "../ordering.ts";
import { type Change, changeKinds } from "./change.ts";

/**
 * 1. By kind: lifecycle, price, limit, capability, terms, model, route, score.
 * 2. In a kind: what retired before what will; amounts by the size of the step, largest first, a
 *    step that has no size last.
 * 3. Then by model, subject, property and case, so that the order never depends on files.
 */
export function mostUrgentFirst(a: Change, b: Change): number {
  return (
    changeKinds.indexOf(a.kind) - changeKinds.indexOf(b.kind) ||
    urgencyOf(b) - urgencyOf(a) ||
    compareText(a.model, b.model) ||
    compareText(a.subject, b.subject) ||
    compareText(a.property, b.property) ||
    compareText(JSON.stringify(a.conditions ?? {}), JSON.stringify(b.conditions ?? {}))
  );
}

const ofStatus: Readonly<Record<string, number>> = { retired: 2, deprecated: 1 };

function urgencyOf({ kind, after, changePercent }: Change): number {
  if (kind === "lifecycle") return ofStatus[String(knownValue(after))] ?? 0;
  return changePercent === null ? -1 : Math.abs(changePercent);
}
