import type { RouteDossier } from "../catalog/dossier.ts";
import type { TrafficProfile } from "../cost/traffic.ts";
import type { Constraint } from "../verdict/constraints.ts";
import type { ConstraintResult } from "../verdict/judgement.ts";

/** More different constraints than any team writes; what goes beyond starts anew. */
const keptAtMost = 64;

/**
 * Constraints that judge each route once, however often they are asked: teams change one and ask
 * again. What depends on the bill is judged anew.
 */
export function rememberingConstraints(): (constraint: Constraint) => Constraint {
  const kept = new Map<string, Constraint>();
  return (constraint) => {
    if (constraint.needsBill) return constraint;
    const known = kept.get(constraint.text);
    if (known !== undefined) return known;
    if (kept.size >= keptAtMost) kept.clear();
    const judged = new Map<RouteDossier, ConstraintResult>();
    const remembering: Constraint = {
      ...constraint,
      judge: (bidder) => {
        const { route } = bidder;
        if (route === undefined) return constraint.judge(bidder);
        const result = judged.get(route) ?? constraint.judge(bidder);
        judged.set(route, result);
        return result;
      },
    };
    kept.set(constraint.text, remembering);
    return remembering;
  };
}

/** The same month asked again is the same object, so that what was reckoned for it is found again. */
export function rememberingTraffic(): (traffic: TrafficProfile) => TrafficProfile {
  let last: { readonly key: string; readonly traffic: TrafficProfile } | undefined;
  return (traffic) => {
    const key = JSON.stringify(traffic);
    if (last?.key !== key) last = { key, traffic };
    return last.traffic;
  };
}
