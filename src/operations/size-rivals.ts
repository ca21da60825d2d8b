import type { Catalog } from "../core/catalog/catalog.ts";
import type { TrafficProfile } from "../core/cost/traffic.ts";
import type { Outcome } from "../core/problems/problem.ts";
import type { Rival } from "../core/sizing/size-question.ts";
import type { IsoDate, Tokens } from "../core/units.ts";
import { billOfOffer } from "./answered-cost.ts";
import { offerFinder } from "./priced-offers.ts";

/** So many requests make a price of them exact enough. */
const requests = 1_000_000;
const tokensPerMtok = 1e6;

export interface RivalTerms {
  readonly day: IsoDate;
  /** Of one request. */
  readonly inputTokens: Tokens;
  readonly outputTokens: Tokens;
  /** A month as somebody stated it, in place of the requests. */
  readonly traffic: TrafficProfile | undefined;
}

/** The same model as others sell it, and those it is weighed against, each at one blended price. */
export function rivalsOf(
  names: { readonly same: string | null; readonly against: readonly string[] },
  catalog: Catalog,
  terms: RivalTerms,
): Outcome<readonly Rival[]> {
  const { same, against } = names;
  const month = terms.traffic ?? {
    requests,
    inputTokens: requests * terms.inputTokens,
    outputTokens: requests * terms.outputTokens,
  };
  const asked = [...(same === null ? [] : [same]), ...against];
  const offers = offerFinder(catalog, { day: terms.day, traffic: month }).ofModels(asked);
  if (!offers.ok) return offers;
  return {
    ok: true,
    value: offers.value.map((offer): Rival => {
      const bill = billOfOffer(offer, month);
      const mtok = (month.inputTokens + month.outputTokens) / tokensPerMtok;
      return {
        model: offer.model ?? "",
        route: offer.route,
        isSameModel: offer.model === same,
        usdPerMtok: bill.known ? bill.cost.monthlyUsd / mtok : null,
        because: bill.known ? "" : bill.because,
        sources: bill.known ? bill.cost.sources : [],
      };
    }),
  };
}
