import type { Catalog } from "../catalog/catalog.ts";
import type { Change } from "../changes/change.ts";
import { changesBetween } from "../changes/changes-between.ts";
import { type ComparisonTerms, comparerOf } from "../compare/compare.ts";
import type { Comparison } from "../compare/comparison.ts";
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

export type CauseOfChange =
  | { readonly kind: "change"; readonly change: Change }
  /** The same facts, seen on a later day: something ended or grew old. */
  | { readonly kind: "time" }
  /** No single change explains it: several do together, or the rule itself is another. */
  | { readonly kind: "together"; readonly changes: readonly Change[] }
  | { readonly kind: "rule" };

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
  const sides = [
    { catalog: former, day: decidedOn },
    { catalog, day: terms.asOf },
  ] as const;
  const changes = changesBetween(...sides, { models: new Set(models) });
  const stands = isSameVerdict(before, now);
  const verdictOf = (of: Catalog, on: IsoDate): DecidedVerdict =>
    decidedVerdict(comparerOf(of, { ...terms, asOf: on, askedOn: on })(models));
  const causes = stands
    ? []
    : causesOf(changes, {
        brings: (of, on = terms.asOf) => isSameVerdict(verdictOf(of, on), before),
        former,
        catalog,
        decidedOn,
      });
  return { stands, before, now, causes, changes, comparison };
}

interface Search {
  /** Whether the old verdict comes of a catalog on a day. */
  readonly brings: (catalog: Catalog, on?: IsoDate) => boolean;
  readonly former: Catalog;
  readonly catalog: Catalog;
  readonly decidedOn: IsoDate;
}

function causesOf(changes: readonly Change[], search: Search): readonly CauseOfChange[] {
  const { brings, former, catalog, decidedOn } = search;
  const tried = onePerPart(changes);
  const alone = tried.filter((change) => brings(withFormer(catalog, former, change)));
  if (alone.length > 0) return alone.map((change) => ({ kind: "change", change }) as const);
  if (brings(catalog, decidedOn)) return [{ kind: "time" }];
  const allBack = tried.reduce((back, change) => withFormer(back, former, change), catalog);
  if (tried.length > 0 && brings(allBack)) return [{ kind: "together", changes: tried }];
  if (tried.length > 0 && brings(allBack, decidedOn)) {
    return [{ kind: "together", changes: tried }, { kind: "time" }];
  }
  return [{ kind: "rule" }];
}

/** Prices of one route go back together, as do the scores of one model: one of them stands for all. */
function onePerPart(changes: readonly Change[]): readonly Change[] {
  const parts = new Map<string, Change>();
  for (const change of changes) {
    const { kind, subject, property } = change;
    const part = kind === "price" || kind === "score" || kind === "lifecycle" ? "" : property;
    const key = `${kind} ${subject} ${part}`;
    if (!parts.has(key)) parts.set(key, change);
  }
  return [...parts.values()];
}
