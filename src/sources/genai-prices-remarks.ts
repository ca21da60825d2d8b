import type { Claim, Subject } from "../core/evidence/claim.ts";
import type { Source } from "../core/evidence/source.ts";
import type { WireGenaiModel } from "./genai-prices-wire.ts";

/** What the source remarks beside a price, in its own words, that takes the price back. */
const remarks: readonly {
  readonly words: RegExp;
  readonly rule: string;
  readonly because: string;
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
];

const isGone = /no longer (?:listed|in the model catalog|available)|^retired (?:on )?20\d\d/i;

/** Why the prices of a row are not believed, by the source's own remark. */
export function doubtOf({
  price_comments: remark = "",
}: WireGenaiModel): { readonly rule: string; readonly because: string } | undefined {
  const found = remarks.find(({ words }) => words.test(remark));
  return found === undefined ? undefined : { rule: found.rule, because: found.because };
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
