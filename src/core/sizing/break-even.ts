import type { Usd, UsdPerMtok } from "../units.ts";
import { fixedMonthlyUsd } from "./hosting-cost.ts";

/** Machines that serve one model, by the month. */
export interface Hosting {
  /** Of all GPUs of one replica. */
  readonly usdPerHour: Usd;
  /** Paid for at least. */
  readonly replicas: number;
  /** Of these, kept for when another fails: their capacity is not counted on. */
  readonly spareReplicas: number;
  readonly operationsUsd: Usd;
  /** Million tokens a month that one replica takes at the use assumed. */
  readonly capacityMtok: number;
}

/** From which traffic a month of machines costs no more than the same tokens bought. */
export interface BreakEven {
  readonly fixedMonthlyUsd: Usd;
  readonly apiUsdPerMtok: UsdPerMtok;
  /** Where the fixed cost equals the bought tokens, whether or not the machines could take them. */
  readonly mtokPerMonth: number;
  /** What the replicas that count can take. */
  readonly capacityMtok: number;
  readonly isFeasible: boolean;
  /** With replicas added as traffic grows; null: it never pays. */
  readonly paysFrom: { readonly mtokPerMonth: number; readonly replicas: number } | null;
}

/** Break-even against a price for prompts and answers blended: T* = fixed / price. */
export function breakEven(hosting: Hosting, apiUsdPerMtok: UsdPerMtok): BreakEven {
  const fixed = fixedMonthlyUsd(hosting);
  const counted = Math.max(0, hosting.replicas - hosting.spareReplicas);
  const capacity = counted * hosting.capacityMtok;
  const mtokPerMonth = apiUsdPerMtok === 0 ? Number.POSITIVE_INFINITY : fixed / apiUsdPerMtok;
  const isFeasible = mtokPerMonth <= capacity;
  return {
    fixedMonthlyUsd: fixed,
    apiUsdPerMtok,
    mtokPerMonth,
    capacityMtok: capacity,
    isFeasible,
    paysFrom: isFeasible
      ? { mtokPerMonth, replicas: hosting.replicas }
      : paysWithMore(hosting, apiUsdPerMtok),
  };
}

/** Replicas for so much traffic: no fewer than asked for, and the spare ones beside those at work. */
export function replicasFor(hosting: Hosting, mtokPerMonth: number): number {
  const atWork = Math.ceil(mtokPerMonth / hosting.capacityMtok);
  return Math.max(hosting.replicas, atWork + hosting.spareReplicas);
}

/** A step function: the month of as many replicas as the traffic takes. */
export function hostingMonthlyUsd(hosting: Hosting, mtokPerMonth: number): Usd {
  return fixedMonthlyUsd({ ...hosting, replicas: replicasFor(hosting, mtokPerMonth) });
}

/** Blended price of prompts and answers. */
export function blendedUsdPerMtok({
  inputUsdPerMtok,
  outputUsdPerMtok,
  inputShare,
}: {
  readonly inputUsdPerMtok: UsdPerMtok;
  readonly outputUsdPerMtok: UsdPerMtok;
  readonly inputShare: number;
}): UsdPerMtok {
  return inputUsdPerMtok * inputShare + outputUsdPerMtok * (1 - inputShare);
}

/** Each replica at work earns what its capacity costs at the price less its own hours. */
function paysWithMore(hosting: Hosting, price: UsdPerMtok): BreakEven["paysFrom"] {
  const { capacityMtok: capacity, spareReplicas, operationsUsd } = hosting;
  const each = fixedMonthlyUsd({ ...hosting, replicas: 1, operationsUsd: 0 });
  const earned = price * capacity - each;
  if (earned <= 0) return null;
  const leastAtWork = Math.max(0, hosting.replicas - spareReplicas);
  const atWork = Math.max(
    leastAtWork + 1,
    Math.ceil((each * spareReplicas + operationsUsd) / earned),
  );
  const replicas = atWork + spareReplicas;
  const monthly = fixedMonthlyUsd({ ...hosting, replicas });
  return { mtokPerMonth: Math.max(monthly / price, (atWork - 1) * capacity), replicas };
}
