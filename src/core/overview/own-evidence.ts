import type { Catalog } from "../catalog/catalog.ts";
import { type Property, properties } from "../catalog/property.ts";
import { propertyText } from "../compare/property-text.ts";
import type { Subject } from "../evidence/claim.ts";
import {
  type Finding,
  findingsAbout,
  type JudgedClaim,
  type Standing,
} from "../evidence/finding.ts";
import type { SourceKind } from "../evidence/source.ts";
import { type CitedSource, type SourceBook, sourceBook } from "../evidence/source-book.ts";
import { describeConditions } from "../report/describe-conditions.ts";
import type { RunEvidence } from "../runs/run-evidence.ts";
import type { IsoDate } from "../units.ts";
import { type OwnProbe, type OwnRun, ownRuns } from "./own-runs.ts";

/** What a team itself knows of models: the facts it wrote down, and what it measured. */
export interface OwnEvidence {
  readonly asOf: IsoDate;
  readonly catalog: { readonly hash: string; readonly compiledOn: IsoDate };
  readonly facts: readonly OwnFact[];
  /** Values of the catalog that own facts took the place of. */
  readonly overruled: number;
  /** False: what was measured is not told here. */
  readonly isMeasuringTold: boolean;
  /** That came to their end, the latest first. */
  readonly runs: readonly OwnRun[];
  readonly probes: readonly OwnProbe[];
  readonly sources: readonly CitedSource[];
}

export interface OwnFact {
  readonly subject: Subject;
  /** The model it is about, or whose route it is about. */
  readonly model: string;
  readonly modelName: string;
  readonly property: Property;
  readonly label: string;
  readonly conditions: readonly string[];
  readonly value: string | number | boolean;
  readonly text: string;
  readonly standing: Standing;
  readonly effectiveFrom: IsoDate | null;
  readonly effectiveTo: IsoDate | null;
  readonly note: string | null;
  readonly sources: readonly string[];
  /** What others say instead; empty: nobody else speaks of it, or all agree. */
  readonly instead: readonly { readonly text: string; readonly sources: readonly string[] }[];
  /** Who says the same. */
  readonly agreeing: readonly string[];
}

const own = new Set<SourceKind>(["own-facts", "own-evidence"]);

/** Every own fact laid over a catalog, by subject and property, with what it overrules on a day; and what was measured. */
export function ownEvidence(
  catalog: Catalog,
  asOf: IsoDate,
  evidence: readonly RunEvidence[] | null = [],
): OwnEvidence {
  const book = sourceBook();
  const names = new Map(catalog.models.map(({ id, name }) => [id, name]));
  const subjects: readonly (readonly [Subject, string])[] = [
    ...catalog.models.map(({ id }) => [`model:${id}`, id] as const),
    ...catalog.routes.map(({ id, model }) => [`route:${id}`, model] as const),
  ];
  const facts = subjects
    .filter(([subject]) => catalog.claimsAbout(subject).some(({ source }) => own.has(source.kind)))
    .flatMap(([subject, model]) => {
      const about = { model, modelName: names.get(model) ?? model };
      return findingsAbout(subject, catalog, asOf).flatMap((finding) =>
        finding.claims
          .filter(({ source }) => own.has(source.kind))
          .map((claim) => ({ ...about, ...ownFact(claim, finding, book) })),
      );
    });
  const { hash, compiledOn } = catalog;
  return {
    asOf,
    catalog: { hash, compiledOn },
    facts,
    overruled: facts.reduce(
      (sum, { standing, instead }) => sum + (standing === "holds" ? instead.length : 0),
      0,
    ),
    isMeasuringTold: evidence !== null,
    ...ownRuns(evidence ?? [], catalog),
    sources: book.list(),
  };
}

function ownFact(
  claim: JudgedClaim,
  { subject, property, conditions, claims }: Finding,
  book: SourceBook,
): Omit<OwnFact, "model" | "modelName"> {
  const others = claims.filter(
    ({ source, standing }) =>
      !own.has(source.kind) && standing !== "not-in-force" && standing !== "held-back",
  );
  const different = others.filter(({ value }) => value !== claim.value);
  const values = [...new Set(different.map(({ value }) => value))];
  return {
    subject,
    property,
    label: properties[property].label,
    conditions: describeConditions(conditions),
    value: claim.value,
    text: propertyText(property, claim.value),
    standing: claim.standing,
    effectiveFrom: claim.effectiveFrom,
    effectiveTo: claim.effectiveTo,
    note: claim.note,
    sources: book.cite([claim.source]),
    instead: values.map((value) => ({
      text: propertyText(property, value),
      sources: book.cite(
        different.filter((each) => each.value === value).map(({ source }) => source),
      ),
    })),
    agreeing: book.cite(
      others.filter(({ value }) => value === claim.value).map(({ source }) => source),
    ),
  };
}
