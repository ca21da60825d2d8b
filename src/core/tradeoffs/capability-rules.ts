import { properties } from "../catalog/property.ts";
import { comparedCapabilities } from "../compare/capabilities.ts";
import { capabilityOf } from "../compare/capability-of.ts";
import { nameOf } from "../compare/wording.ts";
import type { Advantage, Side, TradeoffRule } from "./tradeoff-rule.ts";

export const capabilityRules: readonly TradeoffRule[] = [
  { code: "capability", find: findCapabilities },
];

/** What one can do and the other cannot, and, said apart, what of the other nobody knows. */
function findCapabilities({ self, other }: Side): readonly Advantage[] {
  return comparedCapabilities.flatMap((property): readonly Advantage[] => {
    const mine = capabilityOf(self, property);
    const theirs = capabilityOf(other, property);
    if (mine.value !== "yes" || theirs.value === "yes") return [];
    const { label } = properties[property];
    const sources = [...mine.sources, ...theirs.sources];
    return theirs.value === "no"
      ? [{ text: `${label}: yes; ${nameOf(other)}: no.`, label: "stated", sources }]
      : [{ text: `${label}: yes; of ${nameOf(other)} not known.`, label: "not verified", sources }];
  });
}
