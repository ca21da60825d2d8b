import type { HeldBack } from "../core/catalog/listing.ts";
import type { Claim, Subject } from "../core/evidence/claim.ts";
import type { Source } from "../core/evidence/source.ts";
import type { WireGenaiModel } from "./genai-prices-wire.ts";

/** What the source remarks beside a price, in its own words, that takes the price back. */
const remarks: readonly {
  readonly words: RegExp;
  readonly rule: string;
  readonly because: string;
  /** Absent: all prices of the row. */
  readonly isMeant?: (claim: Claim) => boolean;
}[] = [
  {
    words: /imported from openrouter|trusting open ?router|seen on openrouter/i,
    rule: "price-of-another-seller",
    because: "the source took the price from OpenRouter: this provider states none",
  },
  {
    words: /(?:launch promotion|promotion) (?:ending|through|is)|two-week 50% discount/i,
    rule: "promotional-price",
    because: "the source says that the price is a promotion's, for days that are over",
  },
  {
    words: /weekends.*day-of-week condition/is,
    rule: "peak-without-days",
    because: "the source cannot say that the peak hours hold on working days only",
    isMeant: ({ conditions }) => conditions?.utcWindow !== undefined,
  },
];

const isGone = /no longer (?:listed|in the model catalog|available)|^retired (?:on )?20\d\d/i;

/** Parts the prices of a row into the believed and those the source's own remark takes back. */
export function siftByRemark(
  { price_comments: remark = "" }: WireGenaiModel,
  prices: readonly Claim[],
): { readonly believed: readonly Claim[]; readonly heldBack: readonly HeldBack[] } {
  const found = remarks.find(({ words }) => words.test(remark));
  if (found === undefined) return { believed: prices, heldBack: [] };
  const { rule, because, isMeant = () => true } = found;
  return {
    believed: prices.filter((claim) => !isMeant(claim)),
    heldBack: prices.filter(isMeant).map((claim) => ({ claim, rule, because })),
  };
}

/** Where the route stands, as far as the row says. */
export function statusClaims(
  { deprecated, price_comments: remark = "" }: WireGenaiModel,
  { subject, source }: { readonly subject: Subject; readonly source: Source },
): readonly Claim[] {
  if (isGone.test(remark)) {
    const note = "the source remarks that the seller lists it no longer";
    return [{ subject, property: "route.status", value: "retired", source, note }];
  }
  return deprecated ? [{ subject, property: "route.status", value: "deprecated", source }] : [];
}
