import type { Catalog } from "../catalog/catalog.ts";
import type { Conditions } from "../catalog/conditions.ts";
import type { PropertyValue } from "../catalog/property.ts";
import type { Subject } from "../evidence/claim.ts";
import type { Fact } from "../evidence/fact.ts";
import type { IsoDate } from "../units.ts";

/** What a change touches, in the order an answer lists them: what ends first, then money. */
export const changeKinds = [
  "lifecycle",
  "price",
  "limit",
  "capability",
  "terms",
  "model",
  "route",
  "score",
] as const;

/** What a change touches: `lifecycle`, `price`, `limit`, … */
export type ChangeKind = (typeof changeKinds)[number];

/** One of the two things compared: a catalog, read as of a day. */
export interface Side {
  readonly catalog: Catalog;
  readonly day: IsoDate;
}

/** Which score is meant, when the kind is `score`: as its reporter says. */
export interface ScoreCase {
  readonly reporter: string;
  readonly variant?: string;
  readonly setting?: string;
  readonly modelVariant?: string;
}

/** The same question answered on both sides, and answered differently. */
export interface Difference {
  readonly kind: ChangeKind;
  readonly subject: Subject;
  /** Id of the model it is about; of a route, the model it serves. */
  readonly model: string;
  /** `price.input`, `model.status`, `score.mmlu-pro`; `listed` for what appears or vanishes. */
  readonly property: string;
  readonly conditions?: Conditions | ScoreCase;
  readonly before: Fact<PropertyValue>;
  readonly after: Fact<PropertyValue>;
  /** Of a status that moves: the day it all ends, as the newer side knows it. */
  readonly endsOn?: IsoDate;
}

/** The day of a change: when it took effect, or, where nobody says, when it was seen. */
export interface ChangeDay {
  readonly day: IsoDate;
  readonly is: "effective" | "observed";
}

/** One difference between two sides, with its day, its step and its sentence. */
export interface Change extends Difference {
  /** `null` where a value is unknown, disputed, zero before, or no amount. Unrounded. */
  readonly changePercent: number | null;
  /** True: another source decides than did before, and it says otherwise. */
  readonly isDecidedAnew: boolean;
  readonly on: ChangeDay;
  /** One sentence, ready to print. */
  readonly text: string;
}

/** What a reader wants to hear of. Each part that is absent lets everything through. */
export interface ChangeScope {
  /** Model ids. */
  readonly models?: ReadonlySet<string>;
  readonly kinds?: ReadonlySet<ChangeKind>;
  /**
   * Properties that count, such as those a team's constraints name. What ends, appears or vanishes
   * counts always.
   */
  readonly properties?: ReadonlySet<string>;
}

const alwaysCounts = new Set<ChangeKind>(["lifecycle", "model", "route"]);

export function isInScope({ kind, model, property }: Difference, scope: ChangeScope): boolean {
  const { models, kinds, properties } = scope;
  return (
    (models?.has(model) ?? true) &&
    (kinds?.has(kind) ?? true) &&
    (properties === undefined || alwaysCounts.has(kind) || properties.has(property))
  );
}
