import type { CapabilityProperty } from "../catalog/property.ts";
import type { Candidate } from "../compare/candidate.ts";
import type { Friction, Move } from "./friction-rule.ts";

/** Stated needs about a limit that the candidate fails: `context>=200k`. */
export function failedLimits(
  { constraints }: Candidate,
  limit: "context" | "output",
): readonly string[] {
  return constraints
    .filter(({ constraint, result }) => result === "fails" && limitOf(constraint) === limit)
    .map(({ constraint }) => constraint);
}

function limitOf(constraint: string): string {
  return constraint.slice(0, Math.max(0, constraint.indexOf(">"))).trim();
}

/** Stated needs for a capability that the candidate fails, however people spell it. */
export function failedCapability(
  { constraints }: Candidate,
  property: CapabilityProperty,
): readonly string[] {
  const spellings = spellingsOf[property] ?? [property.slice("cap.".length)];
  return constraints
    .filter(
      ({ constraint, result }) =>
        result === "fails" && spellings.includes(constraint.replaceAll("-", "_")),
    )
    .map(({ constraint }) => constraint);
}

const spellingsOf: Partial<Record<CapabilityProperty, readonly string[]>> = {
  "cap.tools": ["tools", "tool_calls", "function_calling"],
  "cap.vision": ["vision", "image_input"],
  "cap.audio_in": ["audio"],
};

/** Failed needs that no other blocker speaks of. */
export function unmetNeeds({ to }: Move, found: readonly Friction[]): readonly Friction[] {
  const failed = to.constraints.filter(({ result }) => result === "fails");
  if (failed.length === 0) return [];
  const named = new Set(found.flatMap((each) => each.needs ?? []));
  return failed
    .filter(({ constraint }) => !named.has(constraint))
    .map(({ constraint, because, sources }) => ({
      code: "need-unmet",
      severity: "blocker",
      text: `${to.dossier.entry.name} does not meet ${constraint} (${because}).`,
      remedy: "Drop the need if you can, or choose another model or route.",
      sources,
    }));
}
