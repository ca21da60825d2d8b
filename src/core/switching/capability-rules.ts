import { type CapabilityProperty, properties } from "../catalog/property.ts";
import { comparedCapabilities } from "../compare/capabilities.ts";
import { capabilityOf, modalityOf } from "../compare/capability-of.ts";
import { factInUse } from "../compare/standing.ts";
import { idOf, nameOf } from "../compare/wording.ts";
import type { Friction, FrictionRule, Move } from "./friction-rule.ts";
import { capabilityNeeds } from "./needs.ts";

export const capabilityRules: readonly FrictionRule[] = [capabilities];

/** Where one request does not tell. */
const howToLearn: Partial<Record<CapabilityProperty, string>> = {
  "cap.fine_tuning": "Ask the provider whether it tunes this model",
  "cap.prompt_caching": "Send one long prompt twice and read the cached tokens billed",
};

function capabilities(move: Move): readonly Friction[] {
  return comparedCapabilities.flatMap((property): readonly Friction[] => {
    const { from, to } = move;
    const before = capabilityOf(from, property);
    const after = capabilityOf(to, property);
    if (before.value === after.value && before.value !== "unknown") return [];
    const { label } = properties[property];
    const sources = [...before.sources, ...after.sources];
    const settle = `steelyard explain ${idOf(to)} ${property}`;
    if (before.value === "yes" && after.value === "no") {
      const needs = capabilityNeeds(to, property, "fails");
      return [
        {
          code: "capability-lost",
          severity: needs.length > 0 ? "blocker" : "work",
          text: `${label} is lost: ${nameOf(to)} does not have it.`,
          remedy: `If you use it, replace it in your code or keep ${nameOf(from)} for those requests; who says so: ${settle}.`,
          sources,
          needs,
        },
      ];
    }
    if (before.value === "yes" && after.value === "unknown") {
      if (isLeftToModalities(to, property)) return [];
      return [
        {
          code: "capability-unverified",
          severity: "check",
          text: `${label}: nobody settles whether ${nameOf(to)} has it (${after.because}).`,
          remedy: `${howToLearn[property] ?? "Send one request that uses it to the new route"}; what is claimed: ${settle}.`,
          sources,
          needs: capabilityNeeds(to, property, "unknown"),
        },
      ];
    }
    if (after.value === "yes") {
      const was = before.value === "no" ? "does not have it" : "is not known to have it";
      return [
        {
          code: "capability-gained",
          severity: "gain",
          text: `${label}: ${nameOf(to)} has it, ${nameOf(from)} ${was}.`,
          remedy: `Nothing to do; who says so: ${settle}.`,
          sources,
        },
      ];
    }
    return [];
  });
}

/** A list of inputs that leaves it out says more than silence: the loss of the modality is named. */
function isLeftToModalities(to: Move["to"], property: CapabilityProperty): boolean {
  return modalityOf[property] !== undefined && factInUse(to, "modality.input").state === "known";
}
