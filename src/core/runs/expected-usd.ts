import type { Usd } from "../units.ts";
import type { PlannedRun } from "./planned-run.ts";

/** What a request is expected to cost, by endpoint, where its prices are known. */
export function expectedUsd({ endpoints }: PlannedRun): ReadonlyMap<string, Usd> {
  return new Map(
    endpoints.flatMap(({ endpoint, usd, requests }) =>
      usd === null ? [] : [[endpoint, usd.usual / requests.usual] as const],
    ),
  );
}
