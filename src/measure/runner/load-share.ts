import type { Load } from "../../core/runs/suite.ts";
import type { Ratio } from "../../core/units.ts";

/**
 * The load of one of several that measure a run: its part of an arrival rate, since arrivals that come
 * by chance add up. Where a free place is waited for, each has all the places.
 */
export function loadShare(load: Load, share: Ratio): Load {
  return load.kind === "closed"
    ? load
    : { ...load, requestsPerSecond: load.requestsPerSecond * share };
}
