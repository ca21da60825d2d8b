import { z } from "zod";
import type { Conditions } from "../core/catalog/conditions.ts";
import type {
  HeldBack,
  LeftOut,
  ListedRoute,
  Listing,
  ProviderIdOf,
} from "../core/catalog/listing.ts";
import type { PriceProperty } from "../core/catalog/property.ts";
import type { Claim, Subject } from "../core/evidence/claim.ts";
import type { Source } from "../core/evidence/source.ts";
import type { IsoDate } from "../core/units.ts";
import { decimalString } from "./decimal-string.ts";
import { WirePiModel, type WireRates } from "./pi-ai-wire.ts";

/** What one provider's file holds, without the level of wire formats. */
const PiProviderRows = z.object({ id: z.string(), models: z.array(WirePiModel) });

export interface PiAiOptions {
  readonly version: string;
  /** `generatedAt` of its manifest. */
  readonly generatedOn: IsoDate;
  readonly providerIdOf: ProviderIdOf;
  /** True for subscriptions and resellers (our ids): their prices are doubted. */
  readonly isPlan: (provider: string) => boolean;
}

/** Reads the rows of `@earendil-works/pi-ai`: routes, prices, limits and abilities. */
export function parsePiAi(json: unknown, options: PiAiOptions): Listing {
  const routes: ListedRoute[] = [];
  const leftOut: LeftOut[] = [];
  for (const foreign of z.array(PiProviderRows).parse(json)) {
    const provider = options.providerIdOf(foreign.id);
    if (provider === undefined) {
      leftOut.push({ ref: foreign.id, because: "a provider that is not listed" });
      continue;
    }
    for (const [id, rows] of groupByRoute(foreign.models)) {
      routes.push(routeOf({ provider, foreignProvider: foreign.id, id, rows }, options));
    }
  }
  return { routes, leftOut };
}

/** Why a row is not a chat route. */
export function piLeftOutBecause(model: WirePiModel): string | undefined {
  return (model.type ?? "chat") === "chat" ? undefined : `of type ${model.type}`;
}

interface Rows {
  readonly standard?: WirePiModel;
  readonly batch?: WirePiModel;
}

/** `x:batch` and `x-batch` are not routes of their own: they are the batch tier of `x`. */
function groupByRoute(models: readonly WirePiModel[]): ReadonlyMap<string, Rows> {
  const ids = new Set(models.map((model) => model.id));
  const rows = new Map<string, Rows>();
  for (const model of models.filter((each) => piLeftOutBecause(each) === undefined)) {
    const base = model.id.replace(/[:-]batch$/, "");
    const isBatch = base !== model.id && (model.id.endsWith(":batch") || ids.has(base));
    const id = isBatch ? base : model.id;
    rows.set(id, { ...rows.get(id), ...(isBatch ? { batch: model } : { standard: model }) });
  }
  return rows;
}

function routeOf(
  listed: {
    readonly provider: string;
    readonly foreignProvider: string;
    readonly id: string;
    readonly rows: Rows;
  },
  options: PiAiOptions,
): ListedRoute {
  const { provider, foreignProvider, rows } = listed;
  const named = rows.standard?.name;
  const id = `${provider}/${listed.id}`;
  const subject: Subject = `route:${id}`;
  const isDoubted = options.isPlan(provider) || foreignProvider.endsWith("-cn");
  const source: Source = {
    name: `pi-ai ${options.version}`,
    ref: `https://www.npmjs.com/package/@earendil-works/pi-ai/v/${options.version}`,
    kind: "aggregator",
    observedOn: options.generatedOn,
    confidence: "medium",
    lineage: "models.dev",
  };
  const priceSource: Source = isDoubted ? { ...source, confidence: "low" } : source;
  const prices = [
    ...(rows.standard === undefined ? [] : priceClaims(rows.standard, {})),
    ...(rows.batch === undefined ? [] : priceClaims(rows.batch, { serviceTier: "batch" })),
  ].map((price): Claim => ({ ...price, subject, source: priceSource }));
  const isPeakOnly = foreignProvider === "deepseek";
  const abilities =
    rows.standard === undefined ? [] : abilityClaims(rows.standard, { subject, source });
  return {
    id,
    provider,
    providerModelId: listed.id,
    ...(named === undefined ? {} : { name: named, servedName: named }),
    aliases: [],
    claims: isPeakOnly ? abilities : [...prices, ...abilities],
    heldBack: isPeakOnly ? prices.map(peakPriceOnly) : [],
  };
}

function peakPriceOnly(claim: Claim): HeldBack {
  return {
    claim,
    rule: "peak-price-only",
    because: "the source states this provider's peak price as if it held all day",
  };
}

type PriceClaim = Omit<Claim, "subject" | "source">;

const meters: readonly (readonly [keyof WireRates, PriceProperty])[] = [
  ["input", "price.input"],
  ["output", "price.output"],
  ["cacheRead", "price.cache_read"],
  ["cacheWrite", "price.cache_write"],
];

/** A longer prompt pays its tier's rates for all of it. */
function priceClaims({ cost }: WirePiModel, tier: Conditions): readonly PriceClaim[] {
  const tiers = [...(cost.tiers ?? [])].sort((a, b) => a.inputTokensAbove - b.inputTokensAbove);
  const [first] = tiers;
  const base = first === undefined ? {} : { maxPromptTokensInclusive: first.inputTokensAbove };
  return [
    ...ratesClaims(cost, { ...tier, ...base }),
    ...tiers.flatMap((rates, index) => {
      const next = tiers[index + 1];
      return ratesClaims(rates, {
        ...tier,
        minPromptTokensExclusive: rates.inputTokensAbove,
        ...(next === undefined ? {} : { maxPromptTokensInclusive: next.inputTokensAbove }),
      });
    }),
  ];
}

/** Here 0 for a cache price means that nobody stated one; -1 that the router decides. */
function ratesClaims(rates: WireRates, conditions: Conditions): readonly PriceClaim[] {
  return meters.flatMap(([key, property]) => {
    const amount = rates[key];
    const isCache = key === "cacheRead" || key === "cacheWrite";
    if (amount === undefined || amount < 0 || (isCache && amount === 0)) return [];
    const value = decimalString(amount);
    return [{ property, value, ...(Object.keys(conditions).length === 0 ? {} : { conditions }) }];
  });
}

function abilityClaims(
  model: WirePiModel,
  { subject, source }: { readonly subject: Subject; readonly source: Source },
): readonly Claim[] {
  const { contextWindow, maxTokens } = model;
  const isCopied = contextWindow !== undefined && contextWindow === maxTokens;
  const outputSource: Source = isCopied ? { ...source, confidence: "low" } : source;
  const derived = "the source lists only models that call tools";
  const claims: readonly (Claim | undefined)[] = [
    contextWindow === undefined || contextWindow <= 0
      ? undefined
      : { subject, property: "limit.context", value: contextWindow, source },
    maxTokens === undefined || maxTokens <= 0
      ? undefined
      : { subject, property: "limit.output", value: maxTokens, source: outputSource },
    { subject, property: "cap.vision", value: model.input.includes("image"), source },
    model.reasoning === undefined
      ? undefined
      : { subject, property: "cap.reasoning", value: model.reasoning, source },
    { subject, property: "cap.tools", value: true, source, note: derived },
    model.compat?.supportsStrictMode
      ? { subject, property: "cap.structured_output", value: true, source }
      : undefined,
  ];
  return claims.filter((claim) => claim !== undefined);
}
