import { isProperty, type Property, type PropertyValue, properties } from "../catalog/property.ts";
import { propertyText } from "../compare/property-text.ts";
import { lowerFirst } from "../compare/wording.ts";
import type { Fact } from "../evidence/fact.ts";
import { knownValue, sourcesOf } from "../evidence/fact.ts";
import { describeConditions } from "../report/describe-conditions.ts";
import { formatNumber, formatPoints } from "../report/format.ts";
import type { Change, Side } from "./change.ts";

/** A fact, or what an answer shows of it. */
type Stated = Fact<PropertyValue> | { readonly value: PropertyValue } | { readonly state: string };
type Untold = Omit<Change, "text">;

/** One sentence: what, what it was, what it is, by how much, and whether others decide now. */
export function changeText(change: Untold, from: Side, to: Side): string {
  const who = subjectName(change, to) ?? subjectName(change, from) ?? idOf(change);
  const otherName = to.catalog.aliases.get(idOf(change).toLowerCase());
  if (change.kind === "model" && isGone(change) && otherName !== undefined) {
    return `${who} is listed under another id: ${otherName}.`;
  }
  return `${who}${sentenceOf(change)}${decidedAnew(change)}.`;
}

function sentenceOf(change: Untold): string {
  const { kind, property } = change;
  switch (kind) {
    case "lifecycle":
      return lifecycleSentence(change);
    case "model":
    case "route":
      return property === "listed" ? appearanceSentence(change) : valueSentence(change);
    case "score":
    case "price":
    case "limit":
    case "capability":
    case "terms":
      return valueSentence(change);
  }
}

function appearanceSentence({ kind, after, on }: Untold): string {
  if (isGone({ property: "listed", after })) return " is no longer listed";
  return kind === "model" && on.is === "effective" ? ` is new: released on ${on.day}` : " is new";
}

function isGone({ property, after }: Pick<Untold, "property" | "after">): boolean {
  return property === "listed" && knownValue(after) === false;
}

function lifecycleSentence(change: Untold): string {
  const { property, before, after, on, endsOn } = change;
  const [was, is] = [knownValue(before), knownValue(after)];
  if (property === "model.status" || property === "route.status") {
    if (is === "retired") return on.is === "effective" ? ` retired on ${on.day}` : " is retired";
    if (is === "deprecated") {
      return ` is deprecated${endsOn === undefined ? "" : `: it retires on ${endsOn}`}`;
    }
  }
  if (property === "model.successor" && was === undefined) return `: its successor is ${is}`;
  return valueSentence(change);
}

function valueSentence(change: Untold): string {
  const { before, after } = change;
  const [was, is] = [factText(change, before), factText(change, after)];
  const label = labelOf(change);
  if (before.state === "unknown") return `, ${label}: ${is}, unknown before`;
  if (after.state === "unknown") return `, ${label}: unknown now, ${was} before`;
  return `, ${label}: ${is} instead of ${shortOf(was)}${stepOf(change)}`;
}

/** Without the unit that was just said. */
export function shortOf(text: string): string {
  return text.replace(/ (a (million tokens|request|search)|tokens|requests\/min)$/, "");
}

/** `input price, prompts above 200,000 tokens`. */
export function labelOf({
  property,
  conditions = {},
}: Pick<Untold, "property" | "conditions">): string {
  const label = isProperty(property) ? propertyLabel(property) : scoreLabel(property);
  if (!("reporter" in conditions)) return [label, ...describeConditions(conditions)].join(", ");
  const { reporter, variant, setting, modelVariant } = conditions;
  const cases = [variant, modelVariant, setting].filter((each) => each !== undefined);
  return [label, ...cases, `by ${reporter}`].join(", ");
}

function propertyLabel(property: Property): string {
  const label = lowerFirst(properties[property].label);
  return property.startsWith("modality.") ? `${label} modalities` : label;
}

function scoreLabel(property: string): string {
  return property.startsWith("score.") ? `score on ${property.slice("score.".length)}` : property;
}

/** `$2.00 a million tokens`; a quarrel names its values. */
export function factText(
  { property, kind }: Pick<Untold, "property" | "kind">,
  fact: Fact<PropertyValue>,
): string {
  const textOf = (value: PropertyValue) => {
    if (kind === "score") return formatNumber(Number(value), 2);
    return isProperty(property) ? valueText(property, value) : value === true ? "listed" : "absent";
  };
  switch (fact.state) {
    case "known":
      return textOf(fact.value);
    case "disputed":
      return `disputed (${fact.values.map(({ value }) => textOf(value)).join(" or ")})`;
    case "unknown":
      return "unknown";
  }
}

function valueText(property: Property, value: PropertyValue): string {
  return propertyText(property, value);
}

/** `, 25 % less`; of scores the points. */
export function stepOf({
  kind,
  changePercent,
  before,
  after,
}: Pick<Untold, "kind" | "changePercent"> & {
  readonly before: Stated;
  readonly after: Stated;
}): string {
  const [was, is] = [before, after].map((each) => ("value" in each ? each.value : undefined));
  if (kind === "score" && typeof was === "number" && typeof is === "number") {
    return `, ${formatPoints(is - was, 2)} points`;
  }
  if (changePercent === null || changePercent === 0) return "";
  const size = formatNumber(Math.abs(changePercent), 1);
  return `, ${size} % ${changePercent < 0 ? "less" : "more"}`;
}

function decidedAnew({ isDecidedAnew, before, after }: Untold): string {
  if (!isDecidedAnew) return "";
  const [was, is] = [before, after].map((fact) => {
    const [source] = sourcesOf(fact);
    return source === undefined ? "nobody" : `${source.name} (${source.observedOn})`;
  });
  return `; ${is} decides, before it was ${was}`;
}

/** A model by its name, a route by its id, which is what people pay on. */
function subjectName({ subject, model }: Untold, { catalog }: Side): string | undefined {
  if (subject.startsWith("route:")) return subject.slice("route:".length);
  return catalog.models.find(({ id }) => id === model)?.name;
}

function idOf({ subject }: Untold): string {
  return subject.slice(subject.indexOf(":") + 1);
}
