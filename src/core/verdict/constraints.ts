import type { Outcome } from "../problems/problem.ts";
import { constraintRules } from "./constraint-rules.ts";
import type { Bidder, ConstraintResult, Judgement } from "./judgement.ts";

/** A must: `text` as it was written, and the judge of a model through a route. */
export interface Constraint {
  readonly text: string;
  readonly judge: (bidder: Bidder) => ConstraintResult;
  /** It is judged by what the traffic costs. */
  readonly needsBill: boolean;
}

/** Reads `context>=200k`, `tools`, `license=mit,apache-2.0`; the problem lists what can be written. */
export function parseConstraint(text: string): Outcome<Constraint> {
  const written = text.trim().toLowerCase();
  for (const rule of constraintRules) {
    const match = rule.pattern.exec(written);
    if (match === null) continue;
    const judge = rule.read(match[1] ?? "");
    if (judge !== undefined) return { ok: true, value: constraintOf(written, judge, rule) };
    return invalid(text, rule.example);
  }
  return invalid(text, constraintRules.map((rule) => rule.example).join(", "));
}

function invalid(text: string, expected: string): Outcome<never> {
  return {
    ok: false,
    problem: {
      code: "invalid-input",
      where: `constraint "${text.slice(0, 80)}"`,
      expected: expected.includes(", ") ? `Write one of: ${expected}` : `Write it like ${expected}`,
    },
  };
}

function constraintOf(
  text: string,
  judge: (bidder: Bidder) => Judgement,
  { needsBill = false }: { readonly needsBill?: boolean },
): Constraint {
  return {
    text,
    needsBill,
    judge: (bidder) => {
      const { result, because, sources, shortfall } = judge(bidder);
      return shortfall === undefined
        ? { constraint: text, result, because, sources }
        : { constraint: text, result, because, sources, shortfall };
    },
  };
}

export function judgeAll(
  constraints: readonly Constraint[],
  bidder: Bidder,
): readonly ConstraintResult[] {
  return constraints.map(({ judge }) => judge(bidder));
}
