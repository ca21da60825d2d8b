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

/** Stated needs for a capability that came out so, however people spell it. */
export function capabilityNeeds(
  { constraints }: Candidate,
  property: CapabilityProperty,
  wanted: "fails" | "unknown",
): readonly string[] {
  const spellings = spellingsOf[property] ?? [property.slice("cap.".length)];
  return constraints
    .filter(
      ({ constraint, result }) =>
        result === wanted && spellings.includes(constraint.replaceAll("-", "_")),
    )
    .map(({ constraint }) => constraint);
}

const spellingsOf: Partial<Record<CapabilityProperty, readonly string[]>> = {
  "cap.tools": ["tools", "tool_calls", "function_calling"],
  "cap.vision": ["vision", "image_input"],
  "cap.audio_in": ["audio"],
};

/** Needs that fail, or that nobody settles, and that no other item speaks of. */
export function openNeeds({ to }: Move, found: readonly Friction[]): readonly Friction[] {
  const named = new Set(found.flatMap((each) => each.needs ?? []));
  const { name } = to.dossier.entry;
  return to.constraints
    .filter(({ constraint, result }) => result !== "passes" && !named.has(constraint))
    .map(({ constraint, result, because, sources }) =>
      result === "fails"
        ? {
            code: "need-unmet",
            severity: "blocker",
            text: `${name} does not meet ${constraint} (${because}).`,
            remedy: "Drop the need if you can, or choose another model or route.",
            sources,
          }
        : {
            code: "need-unverified",
            severity: "check",
            text: `Whether ${name} meets ${constraint} is not known (${because}).`,
            remedy: "Ask the provider, and put the answer into a facts file.",
            sources,
          },
    );
}
