import type { Catalog } from "../catalog/catalog.ts";
import type { Conditions } from "../catalog/conditions.ts";
import { defaultTraffic } from "../cost/traffic.ts";
import type { Claim } from "../evidence/claim.ts";
import { resolve } from "../evidence/resolve.ts";
import type { Source } from "../evidence/source.ts";
import { type IsoDate, TOKENS_PER_MTOK, type Usd, type UsdPerMtok } from "../units.ts";

/** What the default traffic costs a month at the list price of a route, without opening its dossier. */
export interface ListPrice {
  readonly monthlyUsd: Usd;
  readonly sources: readonly Source[];
}

/**
 * The list price of a route, if it can be below a limit. Undefined where the route does not settle
 * both prices. Of disputed amounts the dearest counts.
 */
export function listPriceBelow(
  limitUsd: Usd,
  routeId: string,
  { catalog, asOf }: { readonly catalog: Catalog; readonly asOf: IsoDate },
): ListPrice | undefined {
  const input: Claim[] = [];
  const output: Claim[] = [];
  for (const claim of catalog.claimsAbout(`route:${routeId}`)) {
    if (claim.property === "route.retires_on" && String(claim.value) <= asOf) return undefined;
    if (claim.property === "price.input" && isOrdinary(claim.conditions)) input.push(claim);
    if (claim.property === "price.output" && isOrdinary(claim.conditions)) output.push(claim);
  }
  if (monthlyUsd(lowest(input), lowest(output)) >= limitUsd) return undefined;
  const inputRate = rateOf(input, "price.input", asOf);
  const outputRate = rateOf(output, "price.output", asOf);
  if (inputRate === undefined || outputRate === undefined) return undefined;
  const usd = monthlyUsd(inputRate.usdPerMtok, outputRate.usdPerMtok);
  if (usd >= limitUsd) return undefined;
  return { monthlyUsd: usd, sources: [...inputRate.sources, ...outputRate.sources] };
}

function monthlyUsd(inputUsdPerMtok: UsdPerMtok, outputUsdPerMtok: UsdPerMtok): Usd {
  const { inputTokens, outputTokens } = defaultTraffic;
  return (inputUsdPerMtok * inputTokens + outputUsdPerMtok * outputTokens) / TOKENS_PER_MTOK;
}

/** Whichever claim wins, the price is not below this: settling can be spared. */
function lowest(claims: readonly Claim[]): UsdPerMtok {
  let least = Number.POSITIVE_INFINITY;
  for (const { value } of claims) least = Math.min(least, Number(value));
  return least;
}

function rateOf(claims: readonly Claim[], property: "price.input" | "price.output", asOf: IsoDate) {
  if (claims.length === 0) return undefined;
  const { fact } = resolve(claims, property, asOf);
  switch (fact.state) {
    case "known":
      return { usdPerMtok: Number(fact.value), sources: fact.sources };
    case "disputed":
      return {
        usdPerMtok: Math.max(...fact.values.map(({ value }) => Number(value))),
        sources: fact.values.flatMap(({ sources }) => sources),
      };
    case "unknown":
      return undefined;
  }
}

/** A short prompt at the standard tier, at any hour. */
function isOrdinary(conditions: Conditions | undefined): boolean {
  if (conditions === undefined) return true;
  const { serviceTier, minPromptTokensExclusive, region, utcWindow, effort, fineTuned } =
    conditions;
  return (
    (serviceTier === undefined || serviceTier === "standard") &&
    (minPromptTokensExclusive ?? 0) === 0 &&
    region === undefined &&
    utcWindow === undefined &&
    effort === undefined &&
    fineTuned !== true
  );
}
