import type { Conditions } from "../catalog/conditions.ts";
import type { PriceProperty } from "../catalog/property.ts";
import type { Source } from "../evidence/source.ts";

/** One price of a route in force on the day asked: what it is for, when it applies, who says so. */
export interface PriceRow {
  readonly meter: PriceProperty;
  /** Decimal string in the meter's unit, every published digit kept. */
  readonly amount: string;
  readonly conditions?: Conditions;
  readonly sources: readonly Source[];
  /** Other amounts claimed with equal right; the row is then disputed. */
  readonly disputedWith?: readonly string[];
  /** Set where the list is in another currency: what stands there, and the rate with its day. */
  readonly listed?: string;
}

/** All prices of one route on one day. */
export type PriceSchedule = readonly PriceRow[];
