import { z } from "zod";
import type { LeftOut, ListedRoute, Listing, ProviderIdOf } from "../core/catalog/listing.ts";
import { kindByName } from "../core/catalog/model-kind.ts";
import type { Claim, Subject } from "../core/evidence/claim.ts";
import type { Source } from "../core/evidence/source.ts";
import type { IsoDate } from "../core/units.ts";
import { genaiPriceClaims } from "./genai-prices-claims.ts";
import { findByName, namesOf } from "./genai-prices-match.ts";
import { siftByRemark, statusClaims } from "./genai-prices-remarks.ts";
import {
  conditionalPricesOf,
  type WireGenaiModel,
  WireGenaiProvider,
} from "./genai-prices-wire.ts";
import { kindClaims } from "./kind-claims.ts";

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
  for (const foreign of z.array(WireGenaiProvider).parse(json).flatMap(sellersIn)) {
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

/** Where the source lists two sellers as one: rows that the second sells, and its price pages. */
const mixedSellers: Readonly<
  Record<string, { readonly as: string; readonly rows: RegExp; readonly pages: RegExp }>
> = {
  google: { as: "google-vertex", rows: /^claude-/, pages: /vertex-ai/ },
};

function sellersIn(foreign: WireGenaiProvider): readonly WireGenaiProvider[] {
  const mixed = mixedSellers[foreign.id];
  if (mixed === undefined) return [foreign];
  const isTheirs = ({ id }: WireGenaiModel) => mixed.rows.test(id);
  const isTheirPage = (url: string) => mixed.pages.test(url);
  const { models, pricing_urls: pages = [] } = foreign;
  return [
    {
      ...foreign,
      pricing_urls: pages.filter((url) => !isTheirPage(url)),
      models: models.filter((model) => !isTheirs(model)),
    },
    {
      ...foreign,
      id: mixed.as,
      pricing_urls: pages.filter(isTheirPage),
      models: models.filter(isTheirs),
    },
  ];
}

/** A router's ids name the maker; rows without one are what the source still holds of the past. */
function isFormerId(provider: string, id: string): boolean {
  return staleProviders.has(provider) && !id.includes("/");
}

/** Why a row is no route to a model. */
export function genaiLeftOutBecause(model: WireGenaiModel, provider: string): string | undefined {
  if (/^(?:omni-|text-)?moderation$/.test(model.id)) return "a service, not a model";
  if (/^gemma-3n?$/.test(model.id)) return "a name for models of several sizes";
  const isRouterId = model.id.endsWith(":free") && !staleProviders.has(provider);
  return isRouterId ? "an id of a router, not of this seller" : undefined;
}

function hasTokenPrice(model: WireGenaiModel): boolean {
  const keys = Object.keys(conditionalPricesOf(model).at(-1)?.prices ?? {});
  return keys.includes("input_mtok") && keys.includes("output_mtok");
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
      .filter(({ id }) => !/:(?!free)/.test(id))
      .flatMap((model) => ownRoutes(provider, model, foreign, options))
      .filter(({ providerModelId }) => !known.has(providerModelId.toLowerCase()));
  }
  const own = foreign.models.flatMap((model) => ownRoutes(provider, model, foreign, options));
  const taken = new Set(own.map((route) => route.providerModelId.toLowerCase()));
  const matched = (options.knownIdsAt?.(provider) ?? []).flatMap((id) => {
    const model = taken.has(id.toLowerCase()) ? undefined : findByName(foreign.models, id);
    return model === undefined || !hasTokenPrice(model)
      ? []
      : [routeOf(provider, id, model, foreign, options)];
  });
  return [...own, ...matched];
}

/** The row's route, and one for each further model that shares its price. */
function ownRoutes(
  provider: string,
  model: WireGenaiModel,
  foreign: WireGenaiProvider,
  options: GenaiPricesOptions,
): readonly ListedRoute[] {
  const listed = new Set(foreign.models.map(({ id }) => id.toLowerCase()));
  const further = namesOf(model).further.filter((name) => !listed.has(name.toLowerCase()));
  return [model.id, ...further].map((id) => routeOf(provider, id, model, foreign, options));
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
  const isFormer = isFormerId(foreign.id, providerModelId);
  const { believed, heldBack } = isFormer
    ? { believed: [], heldBack: prices.map((claim) => ({ claim, ...formerPrice })) }
    : siftByRemark(model, prices);
  const isHearsay = heldBack.some(({ rule }) => rule === "price-of-another-seller");
  const context: Claim[] =
    model.context_window === undefined
      ? []
      : [{ subject, property: "limit.context", value: model.context_window, source }];
  const status = isOwnRow ? statusClaims(model, { subject, source }) : [];
  const former: Claim[] = isFormer
    ? [{ subject, property: "route.status", value: "retired", source, note: formerPrice.because }]
    : [];
  return {
    id,
    provider,
    providerModelId,
    ...(model.name === undefined || !isOwnRow ? {} : { name: model.name }),
    aliases: isOwnRow ? namesOf(model).same : [],
    source,
    claims: [...believed, ...context, ...status, ...former],
    modelClaims: kindClaims(kindByName(providerModelId) ?? kindByName(slugOf(model.name)), {
      source,
    }),
    heldBack,
    ...(isFormer ? ({ standing: "former" } as const) : {}),
    ...(isHearsay ? ({ standing: "hearsay" } as const) : {}),
  };
}

const formerPrice = {
  rule: "former-name",
  because: "this router puts the maker in front of a name: a name without one is of the past",
};

function slugOf(name = ""): string {
  return name.toLowerCase().replace(/[^a-z0-9.]+/g, "-");
}
