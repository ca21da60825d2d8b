import type { SourceBook } from "../evidence/source-book.ts";
import type { IsoDate, Usd, UsdPerMtok } from "../units.ts";
import type { Hosting } from "./break-even.ts";
import type { Gpu } from "./gpu.ts";
import { usualPrice } from "./gpu-price.ts";
import {
  allTokensPerSecond,
  capacityMtok,
  fixedMonthlyUsd,
  outputUsdPerMtok,
} from "./hosting-cost.ts";
import type { ServedSpeed } from "./served-speed.ts";
import type { SizeQuestion } from "./size-question.ts";

/** What the machines cost. Null is unknown. */
export interface HostedPrice {
  /** Of one replica with all its GPUs. */
  readonly hourlyUsd: Usd | null;
  /** Whose price that is; null: it was given. */
  readonly seller: string | null;
  /** Every price known of the GPU, cheapest first, by the hour of one. */
  readonly prices: readonly SellerPrice[];
  /** At the use assumed, the prompts of the answers included. */
  readonly usdPerMtokOutput: UsdPerMtok | null;
  /** All replicas and the work of looking after them. */
  readonly fixedMonthlyUsd: Usd | null;
  /** Million tokens a month that one replica takes at the use assumed. */
  readonly capacityMtok: number | null;
}

export interface SellerPrice {
  readonly seller: string;
  readonly product: string | null;
  readonly region: string | null;
  readonly usdPerHour: Usd;
  readonly upToUsdPerHour: Usd | null;
  readonly observedOn: IsoDate;
  readonly confidence: "high" | "medium" | "low";
  readonly sourceIds: readonly string[];
}

export function hostedPrice(
  question: SizeQuestion,
  {
    place,
    speed,
    book,
  }: {
    readonly place: { readonly gpu: Gpu; readonly gpus: number } | undefined;
    readonly speed: ServedSpeed;
    readonly book: SourceBook;
  },
): HostedPrice {
  const { utilisation, replicas, operationsUsd } = question;
  const usual = place === undefined ? undefined : usualPrice(place.gpu);
  const known = usual === undefined ? null : usual.usdPerHour * (place?.gpus ?? 1);
  const hourlyUsd = question.hourlyUsd ?? known;
  const { outputTokensPerSecond } = speed;
  return {
    hourlyUsd,
    seller: question.hourlyUsd === undefined ? (usual?.seller ?? null) : null,
    prices: place === undefined ? [] : sellerPrices(place.gpu, book),
    usdPerMtokOutput:
      hourlyUsd === null || outputTokensPerSecond === null
        ? null
        : outputUsdPerMtok({ usdPerHour: hourlyUsd, outputTokensPerSecond, utilisation }),
    fixedMonthlyUsd:
      hourlyUsd === null
        ? null
        : fixedMonthlyUsd({ usdPerHour: hourlyUsd, replicas, operationsUsd }),
    capacityMtok:
      outputTokensPerSecond === null
        ? null
        : capacityMtok(allTokensPerSecond(outputTokensPerSecond, question), utilisation),
  };
}

/** One of several replicas is kept for when another fails. */
export function hostingOf(
  { replicas, operationsUsd }: SizeQuestion,
  { hourlyUsd, capacityMtok: capacity }: HostedPrice,
): Hosting | undefined {
  if (hourlyUsd === null || capacity === null) return undefined;
  return {
    usdPerHour: hourlyUsd,
    replicas,
    spareReplicas: replicas > 1 ? 1 : 0,
    operationsUsd,
    capacityMtok: capacity,
  };
}

function sellerPrices({ prices }: Gpu, book: SourceBook): readonly SellerPrice[] {
  return [...prices]
    .sort((a, b) => a.usdPerHour - b.usdPerHour)
    .map(({ seller, product, region, usdPerHour, upToUsdPerHour, source }) => ({
      seller,
      product: product ?? null,
      region: region ?? null,
      usdPerHour,
      upToUsdPerHour: upToUsdPerHour ?? null,
      observedOn: source.observedOn,
      confidence: source.confidence,
      sourceIds: book.cite([source]),
    }));
}
