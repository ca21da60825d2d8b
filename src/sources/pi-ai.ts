import { z } from "zod";
import type {
  HeldBack,
  LeftOut,
  ListedRoute,
  Listing,
  ProviderIdOf,
} from "../core/catalog/listing.ts";
import { kindByName } from "../core/catalog/model-kind.ts";
import type { Claim, Subject } from "../core/evidence/claim.ts";
import type { Source } from "../core/evidence/source.ts";
import type { IsoDate } from "../core/units.ts";
import { kindClaims } from "./kind-claims.ts";
import { otherRouteOf } from "./pi-ai-other.ts";
import { priceClaims } from "./pi-ai-prices.ts";
import { WirePiModel } from "./pi-ai-wire.ts";

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
    const source = sourceOf(options);
    for (const model of foreign.models.filter((each) => !isChat(each))) {
      if (model.id.startsWith("~")) {
        leftOut.push({
          ref: `${foreign.id}/${model.id}`,
          because: "a name that moves to newer models",
        });
        continue;
      }
      const isAlsoChat = foreign.models.some(({ id, type }) => id === model.id && type === "chat");
      routes.push(otherRouteOf(model, { provider, isAlsoChat, source }));
    }
  }
  return { routes, leftOut };
}

interface Rows {
  readonly standard?: WirePiModel;
  readonly batch?: WirePiModel;
}

function isChat({ type = "chat" }: WirePiModel): boolean {
  return type === "chat";
}

/** `x:batch` and `x-batch` are not routes of their own: they are the batch tier of `x`. */
function groupByRoute(models: readonly WirePiModel[]): ReadonlyMap<string, Rows> {
  const ids = new Set(models.map((model) => model.id));
  const rows = new Map<string, Rows>();
  for (const model of models.filter(isChat)) {
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
  const source = sourceOf(options);
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
    source,
    modelClaims: kindClaims(kindByName(listed.id), { source }),
    claims: isPeakOnly ? abilities : [...prices, ...abilities],
    heldBack: isPeakOnly ? prices.map(peakPriceOnly) : [],
  };
}

function sourceOf({ version, generatedOn }: PiAiOptions): Source {
  return {
    name: `pi-ai ${version}`,
    ref: `https://www.npmjs.com/package/@earendil-works/pi-ai/v/${version}`,
    kind: "aggregator",
    observedOn: generatedOn,
    confidence: "medium",
    lineage: "models.dev",
  };
}

function peakPriceOnly(claim: Claim): HeldBack {
  return {
    claim,
    rule: "peak-price-only",
    because: "the source states this provider's peak price as if it held all day",
  };
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
