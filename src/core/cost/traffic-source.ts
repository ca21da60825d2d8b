import { assumptions } from "../evidence/assumptions.ts";
import { given } from "../evidence/given.ts";
import type { Source } from "../evidence/source.ts";
import type { IsoDate } from "../units.ts";
import type { TrafficProfile } from "./traffic.ts";

/** Who states the traffic: the asker, or nobody. */
export function trafficSource({ isAssumed }: TrafficProfile, askedOn: IsoDate): Source {
  return isAssumed === true ? assumptions.traffic : given("your traffic", askedOn);
}
