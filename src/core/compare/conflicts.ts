import type { ModelDossier, RouteDossier } from "../catalog/dossier.ts";
import { isProperty, type Property, type PropertyValue, properties } from "../catalog/property.ts";
import type { ClaimedValue, Fact } from "../evidence/fact.ts";
import type { Source } from "../evidence/source.ts";
import { onceFor } from "../once-for.ts";
import { compareText } from "../ordering.ts";
import { formatPriceUsdPerMtok } from "../report/format.ts";
import type { CitedText } from "../verdict/verdict.ts";
import type { ComparisonContext } from "./context.ts";
import { propertyText } from "./property-text.ts";
import { citedText, counted, lowerFirst, type SourcedText } from "./wording.ts";

interface Conflict extends SourcedText {
  readonly newest: string;
}

const shownAtMost = 12;

/** Where sources say different things of the compared models, the newest quarrel first. */
export function conflictsOf({ candidates, book }: ComparisonContext): readonly CitedText[] {
  const found = candidates.flatMap(({ dossier, route }) => [
    ...modelConflicts(dossier),
    ...(route === undefined ? [] : routeConflicts(dossier, route)),
  ]);
  found.sort((a, b) => compareText(b.newest, a.newest) || compareText(a.text, b.text));
  const shown = found.slice(0, shownAtMost).map((each) => citedText(book, each));
  const rest = found.length - shown.length;
  if (rest === 0) return shown;
  const text = `${counted(rest, "older conflict")} more: ${candidates.map(({ dossier }) => `steelyard explain ${dossier.entry.id}`).join("; ")}.`;
  return [...shown, { text, sources: [] }];
}

const modelConflicts = onceFor((dossier: ModelDossier): readonly Conflict[] => {
  const { id, name } = dossier.entry;
  return modelProperties.flatMap((property) =>
    conflictIn(dossier.fact(property), property, name, id),
  );
});

const modelProperties: readonly Property[] = Object.keys(properties)
  .filter(isProperty)
  .filter((property) => properties[property].on.some((each) => each === "model"));

const ofRoutes = new WeakMap<RouteDossier, readonly Conflict[]>();

/** What the route says of itself; what it is silent on is the model's own quarrel. */
function routeConflicts(dossier: ModelDossier, route: RouteDossier): readonly Conflict[] {
  const settled = ofRoutes.get(route);
  if (settled !== undefined) return settled;
  const name = `${dossier.entry.name} at ${route.provider.name}`;
  const facts = modelProperties.flatMap((property) => {
    const fact = route.fact(property);
    return fact === dossier.fact(property) ? [] : conflictIn(fact, property, name, route.entry.id);
  });
  const found = [...facts, ...priceConflicts(route, name)];
  ofRoutes.set(route, found);
  return found;
}

function priceConflicts(route: RouteDossier, name: string): readonly Conflict[] {
  return route.prices.flatMap(({ meter, amount, sources, disputedWith }) => {
    if (disputedWith === undefined || disputedWith.length === 0) return [];
    const amounts = [amount, ...disputedWith].map(formatPriceUsdPerMtok);
    const label = properties[meter].label.toLowerCase();
    const text = `${name}, ${label}: ${amounts.join(" or ")}, undecided. steelyard explain ${route.entry.id} ${meter}`;
    return [{ text, sources, newest: newestOf(sources) }];
  });
}

function conflictIn(
  fact: Fact<PropertyValue>,
  property: Property,
  name: string,
  id: string,
): readonly Conflict[] {
  if (fact.state === "unknown") return [];
  const label = properties[property].label;
  const explain = `steelyard explain ${id} ${property}`;
  if (fact.state === "disputed") {
    const sources = fact.values.flatMap((each) => each.sources);
    const values = fact.values.map((each) => said(each, property)).join(" or ");
    const text = `${name}, ${lowerFirst(label)}: ${values}, undecided. ${explain}`;
    return [{ text, sources, newest: newestOf(sources) }];
  }
  const others = fact.overruled.filter((each) => isMaterial(fact.value, each.value));
  if (others.length === 0) return [];
  const sources = [...fact.sources, ...others.flatMap((each) => each.sources)];
  const lost = others.map((each) => said(each, property)).join(", ");
  const text = `${name}, ${lowerFirst(label)}: ${said(fact, property)} stands; overruled: ${lost}. ${explain}`;
  return [{ text, sources, newest: newestOf(sources) }];
}

function said(claimed: ClaimedValue<PropertyValue>, property: Property): string {
  const [source] = claimed.sources;
  const by = source === undefined ? "" : ` (${source.name}, ${source.observedOn})`;
  return `${propertyText(property, claimed.value)}${by}`;
}

/** A tenth of a size, another word, another month: less is spelling and rounding. */
function isMaterial(value: PropertyValue, other: PropertyValue): boolean {
  if (typeof value === "number" && typeof other === "number") {
    return Math.abs(value - other) >= 0.1 * Math.max(value, other);
  }
  if (typeof value === "boolean" || typeof other === "boolean") return value !== other;
  const [a, b] = [plainWord(value), plainWord(other)];
  if (a.startsWith(b) || b.startsWith(a)) return false;
  return !(isDay.test(a) && isDay.test(b) && a.slice(0, 7) === b.slice(0, 7));
}

const isDay = /^\d{4}-\d{2}/;
const signs = /[\s;,._-]+/g;

function plainWord(value: PropertyValue): string {
  const text = String(value).toLowerCase();
  return isDay.test(text) ? text : text.replace(signs, " ").trim();
}

function newestOf(sources: readonly Source[]): string {
  let newest = "";
  for (const { observedOn } of sources) if (observedOn > newest) newest = observedOn;
  return newest;
}
