import { z } from "zod";
import type { LeftOut, ListedRoute, Listing, ProviderIdOf } from "../core/catalog/listing.ts";
import type { Claim, Subject } from "../core/evidence/claim.ts";
import type { Source } from "../core/evidence/source.ts";
import type { IsoDate } from "../core/units.ts";
import { genaiPriceClaims } from "./genai-prices-claims.ts";
import { findByName, literalNames } from "./genai-prices-match.ts";
import {
  conditionalPricesOf,
  type WireGenaiModel,
  WireGenaiProvider,
} from "./genai-prices-wire.ts";

export interface GenaiPricesOptions {
  readonly version: string;
  /** The day the version was published; a model's own check date goes before it. */
  readonly publishedOn: IsoDate;
  readonly providerIdOf: ProviderIdOf;
  /**
   * Ids another listing knows at a provider (ours). A price found under such a name by the
   * source's own matching is then claimed for that route too.
   */
  readonly knownIdsAt?: (provider: string) => readonly string[];
}

/** Reads the whole answer of `@pydantic/genai-prices`: prices with tiers, start days and hours. */
export function parseGenaiPrices(json: unknown, options: GenaiPricesOptions): Listing {
  const routes: ListedRoute[] = [];
  const leftOut: LeftOut[] = [];
  for (const foreign of z.array(WireGenaiProvider).parse(json)) {
    const provider = options.providerIdOf(foreign.id);
    if (provider === undefined) {
      leftOut.push({ ref: foreign.id, because: "a provider that is not listed" });
      continue;
    }
    const kept = foreign.models.filter((model) => {
      const because = genaiLeftOutBecause(model, foreign.id);
      if (because !== undefined) leftOut.push({ ref: `${foreign.id}/${model.id}`, because });
      return because === undefined;
    });
    routes.push(...routesAt(provider, { ...foreign, models: kept }, options));
  }
  return { routes, leftOut };
}

/** A router's ids name the maker; rows without one are what the source still holds of the past. */
function isStaleId(provider: string, id: string): boolean {
  return staleProviders.has(provider) && !id.includes("/");
}

/** Priced by tokens in and out, and still no chat. */
const nonChatName = /(?:^|[-/.])(?:embed|embedding|tts|transcribe|gpt-image|rerank)(?:-|$)/;

/** Why a row is not a chat route with a price for tokens in both directions. */
export function genaiLeftOutBecause(model: WireGenaiModel, provider: string): string | undefined {
  if (isStaleId(provider, model.id)) return "an id this router does not use";
  if (nonChatName.test(model.id)) return "not for chat: embeddings, speech or pictures";
  const prices = conditionalPricesOf(model).at(-1)?.prices ?? {};
  const keys = Object.keys(prices);
  if (keys.includes("input_mtok") && keys.includes("output_mtok")) return undefined;
  if (keys.length === 0) return "no price is stated";
  if (keys.includes("input_mtok")) return "embeddings, ranking or classification: no output price";
  return "priced by page, hour or message, not by token";
}

/** Its rows of these sellers lag behind: they stand only where no other listing has the route. */
const staleProviders = new Set(["openrouter"]);

function routesAt(
  provider: string,
  foreign: WireGenaiProvider,
  options: GenaiPricesOptions,
): readonly ListedRoute[] {
  if (staleProviders.has(foreign.id)) {
    const known = new Set(options.knownIdsAt?.(provider).map((id) => id.toLowerCase()));
    return foreign.models
      .filter(({ id }) => !known.has(id.toLowerCase()) && !/:(?!free)/.test(id))
      .map((model) => routeOf(provider, model.id, model, foreign, options));
  }
  const own = foreign.models.map((model) => routeOf(provider, model.id, model, foreign, options));
  const taken = new Set(own.map((route) => route.providerModelId.toLowerCase()));
  const matched = (options.knownIdsAt?.(provider) ?? []).flatMap((id) => {
    const model = taken.has(id.toLowerCase()) ? undefined : findByName(foreign.models, id);
    return model === undefined ? [] : [routeOf(provider, id, model, foreign, options)];
  });
  return [...own, ...matched];
}

function routeOf(
  provider: string,
  providerModelId: string,
  model: WireGenaiModel,
  foreign: WireGenaiProvider,
  options: GenaiPricesOptions,
): ListedRoute {
  const isOwnRow = providerModelId === model.id;
  const id = `${provider}/${providerModelId}`;
  const subject: Subject = `route:${id}`;
  const isStale = staleProviders.has(foreign.id);
  const isConverted = foreign.price_comments?.includes("converted to USD") ?? false;
  const source: Source = {
    name: `genai-prices ${options.version}`,
    ref: `https://www.npmjs.com/package/@pydantic/genai-prices/v/${options.version}`,
    kind: "aggregator",
    observedOn: model.prices_checked ?? options.publishedOn,
    confidence: isConverted || !isOwnRow || isStale ? "low" : "medium",
    lineage: "genai-prices",
  };
  const note = isConverted
    ? "converted to US dollars by the source"
    : foreign.pricing_urls?.[0] && `price page: ${foreign.pricing_urls[0]}`;
  const prices = genaiPriceClaims(conditionalPricesOf(model)).map((price) => ({
    ...price,
    subject,
    source,
    ...(note === undefined ? {} : { note }),
  }));
  const context: Claim[] =
    model.context_window === undefined
      ? []
      : [{ subject, property: "limit.context", value: model.context_window, source }];
  const status: Claim[] =
    model.deprecated && isOwnRow
      ? [{ subject, property: "route.status", value: "deprecated", source }]
      : [];
  return {
    id,
    provider,
    providerModelId,
    ...(model.name === undefined || !isOwnRow ? {} : { name: model.name }),
    aliases: isOwnRow ? literalNames(model.match) : [],
    claims: [...prices, ...context, ...status],
    heldBack: [],
  };
}
