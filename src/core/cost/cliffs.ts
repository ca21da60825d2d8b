import type { Tokens, UsdPerMtok } from "../units.ts";
import type { PriceSchedule } from "./price-row.ts";
import { ratesFor } from "./rates.ts";
import { tariffOf } from "./tariff.ts";
import type { TrafficProfile } from "./traffic.ts";
import { billedAs } from "./traffic-parts.ts";

/** A prompt length above which the whole request is billed at other rates: a jump, not a slope. */
export interface Cliff {
  readonly promptTokensAbove: Tokens;
  readonly inputUsdPerMtok: UsdPerMtok | null;
  readonly outputUsdPerMtok: UsdPerMtok | null;
  /** How many times the input price just below it. */
  readonly inputFactor: number | null;
}

/** Every jump of the prices that the traffic pays, from the shortest prompt up. */
export function cliffsOf(schedule: PriceSchedule, traffic: TrafficProfile): readonly Cliff[] {
  const { at } = billedAs(traffic);
  const { cliffs } = tariffOf(schedule);
  return cliffs.map((promptTokensAbove) => {
    const below = ratesFor(schedule, { ...at, promptTokens: promptTokensAbove });
    const above = ratesFor(schedule, { ...at, promptTokens: promptTokensAbove + 1 });
    const before = below.input?.usdPerMtok;
    const after = above.input?.usdPerMtok;
    return {
      promptTokensAbove,
      inputUsdPerMtok: after ?? null,
      outputUsdPerMtok: above.output?.usdPerMtok ?? null,
      inputFactor: before && after !== undefined ? after / before : null,
    };
  });
}
