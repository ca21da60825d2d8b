import type { RunEnd } from "../../core/runs/progress.ts";
import type { SpendLimits, SuiteLimits } from "../../core/runs/suite.ts";
import type { Usd } from "../../core/units.ts";

/** What has been used up, by endpoint. */
interface Used {
  requests: number;
  usd: number;
  /** Of requests under way, as dear as the dearest seen. */
  reservedUsd: number;
  dearestUsd: number;
}

/** Watches over the limits of a run, so that none is crossed. */
export interface Budget {
  /** What is set aside for a request, which counts from now on; or the limit that forbids it. */
  readonly begin: (endpoint: string, elapsedMs: number) => Promise<Allowed | RunEnd>;
  /** What came of it; null: no price is known. */
  readonly end: (endpoint: string, reservedUsd: Usd, usd: Usd | null) => Promise<void>;
}

/** What a run used before, by endpoint. */
export type UsedBefore = ReadonlyMap<string, { readonly requests: number; readonly usd: Usd }>;

export interface Allowed {
  readonly kind: "allowed";
  readonly reservedUsd: Usd;
}

/** @param before what earlier processes used of this run, by endpoint */
export function budgetOf(
  limits: SuiteLimits,
  before: UsedBefore,
  expectedUsd: ReadonlyMap<string, Usd>,
): Budget {
  const used = new Map<string, Used>();
  const usedOf = (endpoint: string): Used => {
    const known = used.get(endpoint);
    if (known !== undefined) return known;
    const { requests = 0, usd = 0 } = before.get(endpoint) ?? {};
    const fresh = { requests, usd, reservedUsd: 0, dearestUsd: expectedUsd.get(endpoint) ?? 0 };
    used.set(endpoint, fresh);
    return fresh;
  };
  for (const endpoint of before.keys()) usedOf(endpoint);

  const crossed = (spend: SpendLimits, each: readonly Used[], ask: Ask): Limit | undefined => {
    const sum = (part: (used: Used) => number) => each.reduce((total, one) => total + part(one), 0);
    if (spend.requests !== undefined && sum(({ requests }) => requests) >= spend.requests) {
      return "requests";
    }
    const committed = sum(({ usd, reservedUsd }) => usd + reservedUsd);
    if (spend.usd !== undefined && committed + ask.usd > spend.usd) return "usd";
    if (spend.minutes !== undefined && ask.elapsedMs >= spend.minutes * 60_000) return "minutes";
    return undefined;
  };

  return {
    begin: async (endpoint, elapsedMs) => {
      const own = usedOf(endpoint);
      const ask = { usd: own.dearestUsd, elapsedMs };
      const whole = crossed(limits, [...used.values()], ask);
      if (whole !== undefined) return { kind: "limit", limit: whole, endpoint: null };
      const part = crossed(limits.perEndpoint[endpoint] ?? {}, [own], ask);
      if (part !== undefined) return { kind: "limit", limit: part, endpoint };
      own.requests += 1;
      own.reservedUsd += own.dearestUsd;
      return { kind: "allowed", reservedUsd: own.dearestUsd };
    },
    end: async (endpoint, reservedUsd, usd) => {
      const own = usedOf(endpoint);
      own.reservedUsd -= reservedUsd;
      own.usd += usd ?? 0;
      own.dearestUsd = Math.max(own.dearestUsd, usd ?? 0);
    },
  };
}

type Limit = "usd" | "requests" | "minutes";

interface Ask {
  readonly usd: Usd;
  readonly elapsedMs: number;
}
