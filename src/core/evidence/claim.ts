import type { Conditions } from "../catalog/conditions.ts";
import type { Property, PropertyValue } from "../catalog/property.ts";
import type { IsoDate } from "../units.ts";
import type { Source } from "./source.ts";

/** `model:qwen/qwen3.5-4b` (the weights) or `route:deepinfra/Qwen/Qwen3.5-4B` (one seller's row for them). */
export type Subject = `model:${string}` | `route:${string}`;

/** Somebody said, on a day, that a property of a subject has a value. Claims are added, never changed. */
export interface Claim {
  readonly subject: Subject;
  readonly property: Property;
  readonly value: PropertyValue;
  readonly conditions?: Conditions;
  readonly source: Source;
  /** First day the value is in force. Absent: from the release of the model on. */
  readonly effectiveFrom?: IsoDate;
  /** First day the value is no longer in force. */
  readonly effectiveTo?: IsoDate;
  /** Of a price that stands in another currency: what stands there, and the rate with its day. */
  readonly listed?: string;
  /** A remark of the source that a reader should see. */
  readonly note?: string;
}
