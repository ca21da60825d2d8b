import type { Catalog } from "../catalog/catalog.ts";
import { type Property, properties } from "../catalog/property.ts";
import { answerValue } from "../compare/answer-value.ts";
import type { AnswerValue } from "../compare/comparison.ts";
import { propertyText } from "../compare/property-text.ts";
import type { Subject } from "../evidence/claim.ts";
import { type Fact, known, unknown } from "../evidence/fact.ts";
import { type Finding, findingsAbout, type JudgedClaim } from "../evidence/finding.ts";
import type { SourceBook } from "../evidence/source-book.ts";
import { describeConditions } from "../report/describe-conditions.ts";
import type { IsoDate } from "../units.ts";

/** A fact as an overview tells it: what holds and when, why, and what was kept out. */
export interface ToldFact {
  readonly property: Property;
  readonly label: string;
  /** One phrase a condition; empty: it always holds. */
  readonly conditions: readonly string[];
  readonly answer: AnswerValue;
  /** How the claims settled: `OpenAI is the nearest source (first party)`. */
  readonly because: string;
  /** Claims that never entered: not in force on the day, or held back as impossible. */
  readonly keptOut: readonly {
    readonly text: string;
    readonly because: string;
    readonly sources: readonly string[];
  }[];
}

/** Everything claimed about a subject, as it came out on a day. */
export function toldFacts(
  subject: Subject,
  ground: { readonly catalog: Catalog; readonly asOf: IsoDate; readonly book: SourceBook },
): readonly ToldFact[] {
  const { catalog, asOf, book } = ground;
  return findingsAbout(subject, catalog, asOf).map((finding) => toldFact(finding, book));
}

/** A property that nobody states. */
export function untoldFact(property: Property): ToldFact {
  const because = "no source states it";
  return {
    property,
    label: properties[property].label,
    conditions: [],
    answer: { state: "unknown", because, text: "unknown" },
    because,
    keptOut: [],
  };
}

function toldFact(finding: Finding, book: SourceBook): ToldFact {
  const { property, conditions, because, claims } = finding;
  return {
    property,
    label: properties[property].label,
    conditions: describeConditions(conditions),
    answer: answerValue(factOf(finding), property, book),
    because,
    keptOut: claims.flatMap((claim) => {
      const why = whyKeptOut(claim);
      if (why === undefined) return [];
      const text = propertyText(property, claim.value);
      return [{ text, because: why, sources: book.cite([claim.source]) }];
    }),
  };
}

function factOf({
  state,
  value,
  because,
  sources,
  claims,
}: Finding): Fact<string | number | boolean> {
  switch (state) {
    case "known":
      return value === null
        ? unknown(because)
        : known(value, sources, byValue(claims.filter(({ standing }) => standing === "overruled")));
    case "disputed":
      return {
        state,
        values: byValue(claims.filter(({ standing }) => standing === "disputed")),
      };
    case "unknown":
      return unknown(because);
  }
}

function byValue(claims: readonly JudgedClaim[]) {
  const values = [...new Set(claims.map(({ value }) => value))];
  return values.map((value) => ({
    value,
    sources: claims.filter((claim) => claim.value === value).map(({ source }) => source),
  }));
}

function whyKeptOut(claim: JudgedClaim): string | undefined {
  const { standing, effectiveFrom, effectiveTo, heldBackBy } = claim;
  if (standing === "held-back") return `held back: ${heldBackBy?.because ?? "it cannot be true"}`;
  if (standing !== "not-in-force") return undefined;
  const from = effectiveFrom === null ? [] : [`from ${effectiveFrom}`];
  const until = effectiveTo === null ? [] : [`until ${effectiveTo}`];
  return `not in force (${[...from, ...until].join(" ")})`;
}
