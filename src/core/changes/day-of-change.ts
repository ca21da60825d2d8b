import type { Conditions } from "../catalog/conditions.ts";
import { comparableKey } from "../catalog/conditions-key.ts";
import type { Claim } from "../evidence/claim.ts";
import { knownValue, sourcesOf } from "../evidence/fact.ts";
import { compareText } from "../ordering.ts";
import type { IsoDate } from "../units.ts";
import type { ChangeDay, Difference, Side } from "./change.ts";

/**
 * The day a change took effect, if a source states one that lies between the two sides; else the
 * day the newer word was seen, and for what is no longer stated the day the newer catalog was read.
 */
export function dayOfChange(difference: Difference, from: Side, to: Side): ChangeDay {
  const [earlier, later] = from.day <= to.day ? [from.day, to.day] : [to.day, from.day];
  const stated = statedDays(difference, from, to)
    .filter((day) => day > earlier && day <= later)
    .sort(compareText)
    .at(-1);
  if (stated !== undefined) return { day: stated, is: "effective" };
  const seen = sourcesOf(difference.after)
    .map(({ observedOn }) => observedOn)
    .sort(compareText)
    .at(-1);
  return { day: seen ?? to.catalog.compiledOn, is: "observed" };
}

function statedDays(difference: Difference, from: Side, to: Side): readonly IsoDate[] {
  const { kind, subject, property, conditions, before, after } = difference;
  const about = [from, to].flatMap(({ catalog }) => catalog.claimsAbout(subject));
  if (kind === "lifecycle") return lifecycleDays(difference, about);
  if (property === "listed") return daysOf(about, "model.release_date");
  if (kind === "score") return [];
  const key = comparableKey(withoutEnd(conditions));
  const same = about.filter(
    (claim) => claim.property === property && comparableKey(withoutEnd(claim.conditions)) === key,
  );
  const [was, is] = [knownValue(before), knownValue(after)];
  return same.flatMap(({ value, effectiveFrom, effectiveTo }) => [
    ...(value === is && effectiveFrom !== undefined ? [effectiveFrom] : []),
    ...(value === was && effectiveTo !== undefined ? [effectiveTo] : []),
  ]);
}

/** A retirement took effect on its day; anything earlier on the day it was announced. */
function lifecycleDays({ before, after }: Difference, about: readonly Claim[]): readonly IsoDate[] {
  const isEnd = [before, after].some((fact) => knownValue(fact) === "retired");
  return isEnd
    ? [...daysOf(about, "model.retires_on"), ...daysOf(about, "route.retires_on")]
    : daysOf(about, "model.deprecated_on");
}

function daysOf(claims: readonly Claim[], property: Claim["property"]): readonly IsoDate[] {
  return claims.flatMap((claim) =>
    claim.property === property && typeof claim.value === "string" ? [claim.value] : [],
  );
}

function withoutEnd(conditions: Difference["conditions"] = {}): Conditions {
  if ("reporter" in conditions) return {};
  const { maxPromptTokensInclusive: _, ...rest } = conditions;
  return rest;
}
