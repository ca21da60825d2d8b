import type { RunEnd } from "../../core/runs/progress.ts";
import type { RunStore } from "../../core/runs/run-store.ts";
import type { SpendLimits, SuiteLimits } from "../../core/runs/suite.ts";
import type { Usd } from "../../core/units.ts";
import type { Budget, UsedBefore } from "./budget.ts";

interface SharedBudget {
  readonly store: RunStore;
  readonly runId: string;
  readonly limits: SuiteLimits;
  readonly expectedUsd: ReadonlyMap<string, Usd>;
}

/**
 * Limits that all who work on a run share. Each request is counted in the store before it begins, so
 * that their number is never crossed, however many send; money is set aside as dear as the dearest
 * answer that this process has seen. What a process that was killed had set aside stays counted: it
 * may have been paid.
 */
export function sharedBudget({ store, runId, limits, expectedUsd }: SharedBudget): Budget {
  const dearestUsd = new Map(expectedUsd);
  const use = ({ what, atMost }: Scope, amount: number): Promise<boolean> =>
    store.use(runId, { what, amount, ...(amount < 0 ? {} : { atMost }) });

  return {
    begin: async (endpoint, elapsedMs) => {
      const late = scopesOf(limits, endpoint).find(
        ({ limit, atMost }) => limit === "minutes" && elapsedMs >= atMost * 60_000,
      );
      if (late !== undefined) return endBy(late);
      const reservedUsd = dearestUsd.get(endpoint) ?? 0;
      const taken: (readonly [Scope, number])[] = [];
      for (const scope of countedScopes(limits, endpoint)) {
        const amount = scope.limit === "requests" ? 1 : reservedUsd;
        if (await use(scope, amount)) taken.push([scope, amount]);
        else {
          for (const [each, used] of taken) await use(each, -used);
          return endBy(scope);
        }
      }
      return { kind: "allowed", reservedUsd };
    },
    end: async (endpoint, reservedUsd, usd) => {
      dearestUsd.set(endpoint, Math.max(dearestUsd.get(endpoint) ?? 0, usd ?? 0));
      const more = (usd ?? 0) - reservedUsd;
      if (more === 0) return;
      for (const { limit, what } of countedScopes(limits, endpoint)) {
        if (limit === "usd") await store.use(runId, { what, amount: more });
      }
    },
  };
}

/** Counts what is known to have been used, such as by a run that was brought from another store. */
export async function countBefore(
  store: RunStore,
  runId: string,
  { limits, before }: { readonly limits: SuiteLimits; readonly before: UsedBefore },
): Promise<void> {
  const used = [...before.values()];
  const whole = {
    requests: used.reduce((sum, { requests }) => sum + requests, 0),
    usd: used.reduce((sum, { usd }) => sum + usd, 0),
  };
  const endpoints = ["", ...Object.keys(limits.perEndpoint)];
  for (const endpoint of endpoints) {
    for (const { limit, what, endpoint: of } of countedScopes(limits, endpoint)) {
      const known = of === null ? whole : before.get(of);
      if (limit === "minutes" || known === undefined) continue;
      await store.use(runId, { what, amount: 0, before: known[limit] });
    }
  }
}

/** One limit, of the whole run or of an endpoint. */
interface Scope {
  readonly limit: keyof SpendLimits;
  readonly endpoint: string | null;
  readonly atMost: number;
  readonly what: string;
}

const kinds = ["requests", "usd", "minutes"] as const satisfies readonly (keyof SpendLimits)[];

function scopesOf(limits: SuiteLimits, endpoint: string): readonly Scope[] {
  const own = limits.perEndpoint[endpoint] ?? {};
  return kinds.flatMap((limit) => [
    ...scopeOf(limit, null, limits[limit]),
    ...scopeOf(limit, endpoint, own[limit]),
  ]);
}

function countedScopes(limits: SuiteLimits, endpoint: string): readonly Scope[] {
  return scopesOf(limits, endpoint).filter(({ limit }) => limit !== "minutes");
}

function scopeOf(
  limit: keyof SpendLimits,
  endpoint: string | null,
  atMost: number | undefined,
): readonly Scope[] {
  const what = endpoint === null ? limit : `${limit} of ${endpoint}`;
  return atMost === undefined ? [] : [{ limit, endpoint, atMost, what }];
}

function endBy({ limit, endpoint }: Scope): RunEnd {
  return { kind: "limit", limit, endpoint };
}
