import type { Catalog } from "../catalog/catalog.ts";
import type { Change, Side } from "../changes/change.ts";
import { changesBetween } from "../changes/changes-between.ts";
import { type ComparisonTerms, comparerOf } from "../compare/compare.ts";
import type { Comparison } from "../compare/comparison.ts";
import { groupBy } from "../group-by.ts";
import type { IsoDate } from "../units.ts";
import type { DecidedVerdict } from "./decision.ts";
import { withFormer } from "./with-former.ts";

/** A decision held against a catalog of a later day. */
export interface DecisionCheck {
  readonly stands: boolean;
  readonly before: DecidedVerdict;
  readonly now: DecidedVerdict;
  /** What, put back as it was, brings the old verdict back; empty while it stands. */
  readonly causes: readonly CauseOfChange[];
  /** Everything that changed about its models since, causes among them. */
  readonly changes: readonly Change[];
  readonly comparison: Comparison;
}

export interface CauseOfChange {
  /**
   * - `change`: one thing, all prices of a route or all scores of a model counting as one
   * - `together`: several things, none of which does it alone
   * - `time`: the same facts, seen on a later day; something ended or grew old
   * - `rule`: nothing about its models explains it
   */
  readonly kind: "change" | "together" | "time" | "rule";
  readonly changes: readonly Change[];
}

/** The verdict of a comparison, as far as a record keeps it. */
export function decidedVerdict({ verdict }: Comparison): DecidedVerdict {
  const { kind, choice, otherwise, conditions, sentence, confidence } = verdict;
  const { level, probability } = confidence;
  return { kind, choice, otherwise, conditions: [...conditions], sentence, level, probability };
}

/** It stands while it is the same kind of answer and names the same model. */
export function isSameVerdict(a: DecidedVerdict, b: DecidedVerdict): boolean {
  return a.kind === b.kind && a.choice === b.choice;
}

/**
 * Asks the question of a record again.
 *
 * @param former what the record kept of the catalog it was decided on
 * @param catalog today's
 * @param terms the question of the record, as of today
 */
export function checkDecision(
  record: {
    readonly models: readonly string[];
    readonly decidedOn: IsoDate;
    readonly verdict: DecidedVerdict;
  },
  {
    former,
    catalog,
    terms,
  }: { readonly former: Catalog; readonly catalog: Catalog; readonly terms: ComparisonTerms },
): DecisionCheck {
  const { models, decidedOn, verdict: before } = record;
  const comparison = comparerOf(catalog, terms)(models);
  const now = decidedVerdict(comparison);
  const earlier = { catalog: former, day: decidedOn };
  const later = { catalog, day: terms.asOf };
  const changes = changesBetween(earlier, later, { models: new Set(models) });
  const stands = isSameVerdict(before, now);
  const verdictOf = (of: Catalog, on: IsoDate): DecidedVerdict =>
    decidedVerdict(comparerOf(of, { ...terms, asOf: on, askedOn: on })(models));
  const causes = stands
    ? []
    : causesOf(changes, {
        brings: (of, on = terms.asOf) => isSameVerdict(verdictOf(of, on), before),
        earlier,
        catalog,
      });
  return { stands, before, now, causes, changes, comparison };
}

interface Search {
  /** Whether the old verdict comes of a catalog on a day. */
  readonly brings: (catalog: Catalog, on?: IsoDate) => boolean;
  readonly earlier: Side;
  readonly catalog: Catalog;
}

function causesOf(changes: readonly Change[], search: Search): readonly CauseOfChange[] {
  const { brings, earlier, catalog } = search;
  const parts = partsOf(changes);
  const back = (of: Catalog, [first]: readonly Change[]) =>
    first === undefined ? of : withFormer(of, earlier, first);
  const alone = parts.filter((part) => brings(back(catalog, part)));
  if (alone.length > 0) return alone.map((part) => ({ kind: "change", changes: part }) as const);
  const ends = changes.filter(({ kind }) => kind === "lifecycle");
  if (brings(catalog, earlier.day)) return [{ kind: "time", changes: ends }];
  const allBack = parts.reduce(back, catalog);
  if (parts.length > 0 && brings(allBack)) return [{ kind: "together", changes }];
  if (parts.length > 0 && brings(allBack, earlier.day)) {
    return [
      { kind: "together", changes },
      { kind: "time", changes: ends },
    ];
  }
  return [{ kind: "rule", changes: [] }];
}

/** Prices of one route go back together, as do the scores of one model. */
function partsOf(changes: readonly Change[]): readonly (readonly Change[])[] {
  const keyOf = ({ kind, subject, property }: Change): string =>
    `${kind} ${subject} ${wholes.has(kind) ? "" : property}`;
  return [...groupBy(changes, keyOf).values()];
}

const wholes: ReadonlySet<string> = new Set(["price", "score", "lifecycle"]);
