import type { Period } from "../core/cost/bill-lines.ts";
import type { Counting } from "../core/cost/own-traffic.ts";
import type { PriceSchedule } from "../core/cost/price-row.ts";
import type { IsoDate } from "../core/units.ts";

/** Something that can be bought: a route, a model by its best route, or prices that were given. */
export interface Offer {
  readonly route: string | null;
  /** The model asked for, when its route was chosen for it. */
  readonly model: string | null;
  /** The month, cut where prices change; empty where there is nothing to buy. */
  readonly periods: readonly Period[];
  /** How the model counts; null for prices that were given. */
  readonly counting: Counting | null;
  /** Prices that are announced for later days. */
  readonly changes: readonly { readonly from: IsoDate; readonly schedule: PriceSchedule }[];
  /** Why there is no route, when a model has none. */
  readonly because?: string;
}

/** What the offer is called in an answer. */
export function nameOfOffer({ route, model }: Offer): string {
  return route ?? model ?? "the price given";
}
