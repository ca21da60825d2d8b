import type { Catalog } from "../catalog/catalog.ts";
import type { Conditions } from "../catalog/conditions.ts";
import { comparableKey } from "../catalog/conditions-key.ts";
import type { Property, PropertyValue } from "../catalog/property.ts";
import { groupBy } from "../group-by.ts";
import type { IsoDate } from "../units.ts";
import type { Claim, Subject } from "./claim.ts";
import { claimsAbout } from "./claims-about.ts";
import { sourcesOf } from "./fact.ts";
import { isInForce, resolve } from "./resolve.ts";
import type { Source } from "./source.ts";

/** How a claim came out: it stands, it lost, or it never entered. */
export type Standing = "holds" | "overruled" | "disputed" | "not-in-force" | "held-back";

/** One property of one subject under the same conditions: what came out, and of what. */
export interface Finding {
  readonly subject: Subject;
  readonly property: Property;
  readonly conditions: Conditions;
  readonly state: "known" | "disputed" | "unknown";
  /** `null` unless known. */
  readonly value: PropertyValue | null;
  readonly because: string;
  /** Who stands behind the outcome. */
  readonly sources: readonly Source[];
  readonly claims: readonly JudgedClaim[];
}

export interface JudgedClaim {
  readonly value: PropertyValue;
  readonly standing: Standing;
  readonly source: Source;
  readonly effectiveFrom: IsoDate | null;
  readonly effectiveTo: IsoDate | null;
  readonly note: string | null;
  /** Of a claim held back: the rule that says it cannot be true, and how. */
  readonly heldBackBy: { readonly rule: string; readonly because: string } | null;
}

/** Everything claimed about a subject, settled on a day; ordered by property, then conditions. */
export function findingsAbout(
  subject: Subject,
  catalog: Catalog,
  asOf: IsoDate,
): readonly Finding[] {
  const claims = groupBy(claimsAbout(subject, catalog), keyOf);
  const heldBack = groupBy(catalog.quarantinedAbout(subject), ({ claim }) => keyOf(claim));
  const keys = [...new Set([...claims.keys(), ...heldBack.keys()])].sort(unconditionalFirst);
  return keys.flatMap((key) => {
    const group = claims.get(key) ?? [];
    const kept = heldBack.get(key) ?? [];
    const first = group[0] ?? kept[0]?.claim;
    if (first === undefined) return [];
    const { property, conditions = {} } = first;
    const { fact, because } = resolve(group, property, asOf);
    const value = fact.state === "known" ? fact.value : null;
    const lost = fact.state === "disputed" ? "disputed" : "overruled";
    const disputed = fact.state === "disputed" ? fact.values.map((each) => each.value) : [];
    const standingOf = (claim: Claim): Standing => {
      if (!isInForce(claim, asOf)) return "not-in-force";
      if (claim.value === value) return "holds";
      return disputed.includes(claim.value) ? lost : "overruled";
    };
    const judged = [
      ...group.map((claim) => judge(claim, standingOf(claim), null)),
      ...kept.map(({ claim, rule, because: why }) =>
        judge(claim, "held-back", { rule, because: why }),
      ),
    ];
    const claimsInOrder = judged.sort((a, b) => orderOf[a.standing] - orderOf[b.standing]);
    const { state } = fact;
    const sources = sourcesOf(fact);
    return [
      { subject, property, conditions, state, value, because, sources, claims: claimsInOrder },
    ];
  });
}

const orderOf = {
  holds: 0,
  disputed: 1,
  overruled: 2,
  "not-in-force": 3,
  "held-back": 4,
} as const satisfies Record<Standing, number>;

function keyOf({ property, conditions }: Claim): string {
  return `${property} ${comparableKey(conditions)}`;
}

/** By property; without conditions before with. */
function unconditionalFirst(a: string, b: string): number {
  const [nameA, nameB] = [a, b].map((key) => key.replace(/ \[\]$/, " "));
  if (nameA === nameB || nameA === undefined || nameB === undefined) return 0;
  return nameA < nameB ? -1 : 1;
}

function judge(
  claim: Claim,
  standing: Standing,
  heldBackBy: JudgedClaim["heldBackBy"],
): JudgedClaim {
  const { value, source, effectiveFrom = null, effectiveTo = null, note = null } = claim;
  return { value, standing, source, effectiveFrom, effectiveTo, note, heldBackBy };
}
