import type { PropertyValue } from "../catalog/property.ts";
import { type Fact, sourcesOf } from "../evidence/fact.ts";
import { type CitedSource, type SourceBook, sourceBook } from "../evidence/source-book.ts";
import type { IsoDate } from "../units.ts";
import {
  type Change,
  type ChangeDay,
  type ChangeKind,
  changeKinds,
  type Difference,
  type Side,
} from "./change.ts";
import { factText } from "./change-text.ts";

/** A value as it stood on one side. */
export type ChangedValue =
  | {
      readonly state: "known";
      readonly value: PropertyValue;
      readonly text: string;
      readonly sources: readonly string[];
    }
  | {
      readonly state: "disputed";
      readonly values: readonly PropertyValue[];
      readonly text: string;
      readonly sources: readonly string[];
    }
  | { readonly state: "unknown"; readonly because: string; readonly text: string };

export interface CitedChange {
  readonly kind: ChangeKind;
  readonly subject: string;
  readonly model: string;
  readonly property: string;
  readonly conditions: Difference["conditions"] | null;
  readonly before: ChangedValue;
  readonly after: ChangedValue;
  readonly changePercent: number | null;
  readonly isDecidedAnew: boolean;
  readonly on: ChangeDay;
  /** Of a status that moved: the day it ends. */
  readonly endsOn: IsoDate | null;
  readonly text: string;
  readonly sources: readonly string[];
}

export interface AnsweredSide {
  readonly hash: string;
  readonly compiledOn: IsoDate;
  readonly day: IsoDate;
}

export interface ChangesAnswer {
  readonly from: AnsweredSide;
  readonly to: AnsweredSide;
  /** `null`: all. */
  readonly asked: {
    readonly models: readonly string[] | null;
    readonly kinds: readonly ChangeKind[] | null;
    /** The file of a team's work that the answer was cut to. */
    readonly workload: string | null;
    readonly feedUrl: string | null;
  };
  /** Of everything that changed, whatever the limit. */
  readonly counts: Readonly<Record<ChangeKind, number>>;
  readonly total: number;
  readonly shown: number;
  /** Kinds that were not to change and did. */
  readonly failed: readonly ChangeKind[];
  readonly changes: readonly CitedChange[];
  readonly sources: readonly CitedSource[];
}

export interface ChangesRequest extends Pick<ChangesAnswer, "asked"> {
  readonly from: Side;
  readonly to: Side;
  readonly limit?: number;
  readonly failOn: ReadonlySet<ChangeKind>;
}

/** The answer with its counts, and each source once. */
export function changesAnswer(changes: readonly Change[], request: ChangesRequest): ChangesAnswer {
  const { from, to, asked, limit = changes.length, failOn } = request;
  const book = sourceBook();
  const shown = changes.slice(0, limit).map((change) => citedChange(change, book));
  return {
    from: sideOf(from),
    to: sideOf(to),
    asked,
    counts: countsOf(changes),
    total: changes.length,
    shown: shown.length,
    failed: changeKinds.filter(
      (kind) => failOn.has(kind) && changes.some((change) => change.kind === kind),
    ),
    changes: shown,
    sources: book.list(),
  };
}

/** A change with its sources numbered in the book of one answer. */
export function citedChange(change: Change, book: SourceBook): CitedChange {
  const { kind, subject, model, property, conditions = null, before, after } = change;
  const { changePercent, isDecidedAnew, on, endsOn = null, text } = change;
  return {
    ...{ kind, subject, model, property, conditions },
    before: changedValue(change, before, book),
    after: changedValue(change, after, book),
    ...{ changePercent, isDecidedAnew, on, endsOn, text },
    sources: book.cite([...sourcesOf(before), ...sourcesOf(after)]),
  };
}

function changedValue(change: Change, fact: Fact<PropertyValue>, book: SourceBook): ChangedValue {
  const text = factText(change, fact);
  switch (fact.state) {
    case "known":
      return { state: "known", value: fact.value, text, sources: book.cite(fact.sources) };
    case "disputed": {
      const values = fact.values.map(({ value }) => value);
      return { state: "disputed", values, text, sources: book.cite(sourcesOf(fact)) };
    }
    case "unknown":
      return { state: "unknown", because: fact.because, text };
  }
}

function countsOf(changes: readonly Change[]): Readonly<Record<ChangeKind, number>> {
  const counts: Record<ChangeKind, number> = {
    lifecycle: 0,
    price: 0,
    limit: 0,
    capability: 0,
    terms: 0,
    model: 0,
    route: 0,
    score: 0,
  };
  for (const { kind } of changes) counts[kind] += 1;
  return counts;
}

function sideOf({ catalog, day }: Side): AnsweredSide {
  return { hash: catalog.hash, compiledOn: catalog.compiledOn, day };
}
