import { type Property, type PropertyValue, properties } from "../catalog/property.ts";
import type { ClaimedValue, Fact } from "../evidence/fact.ts";
import type { Source } from "../evidence/source.ts";
import type { SourceBook } from "../evidence/source-book.ts";
import type { AnswerValue } from "./comparison.ts";
import { propertyText } from "./property-text.ts";

/** A fact as an answer shows it: a quarrel with all its values, an unknown with its reason. */
export function answerValue(
  fact: Fact<PropertyValue>,
  property: Property,
  book: SourceBook,
): AnswerValue {
  switch (fact.state) {
    case "known":
      return {
        state: "known",
        value: fact.value,
        text: textOf(fact, property),
        unit: unitOf(property),
        sources: book.cite(fact.sources),
        overruled: fact.overruled.map((each) => citedValue(each, property, book)),
      };
    case "disputed": {
      const values = fact.values.map((each) => citedValue(each, property, book));
      return {
        state: "disputed",
        values,
        text: `disputed: ${values.map((each) => each.text).join(" or ")}`,
      };
    }
    case "unknown":
      return { state: "unknown", because: fact.because, text: "unknown" };
  }
}

function citedValue(claimed: ClaimedValue<PropertyValue>, property: Property, book: SourceBook) {
  return { text: textOf(claimed, property), sources: book.cite(claimed.sources) };
}

const settledTexts = new WeakMap<ClaimedValue<PropertyValue>, string>();

function textOf(claimed: ClaimedValue<PropertyValue>, property: Property): string {
  const settled = settledTexts.get(claimed);
  if (settled !== undefined) return settled;
  const text = propertyText(property, claimed.value) + markOf(claimed.sources, property);
  settledTexts.set(claimed, text);
  return text;
}

const markedProperties = new Set<Property>([
  "model.params_total",
  "model.params_active",
  "model.architecture",
]);

const ownWord = new Set<Source["kind"]>(["own-evidence", "own-facts", "first-party"]);

/** What a maker does not publish others guess: such a figure says whose it is. */
function markOf(sources: readonly Source[], property: Property): string {
  const [strongest] = sources;
  if (strongest === undefined || !markedProperties.has(property)) return "";
  if (strongest.kind === "assumption" || strongest.confidence === "low") return " (estimated)";
  return ownWord.has(strongest.kind) ? "" : ` (third party: ${strongest.name})`;
}

function unitOf(property: Property): string | null {
  const rule = properties[property];
  return "unit" in rule ? rule.unit : null;
}
