import type { ComparedMove, FrictionItem } from "../compare/comparison.ts";
import type { ComparisonContext } from "../compare/context.ts";
import { idOf } from "../compare/wording.ts";
import { compareText } from "../ordering.ts";
import { accessRules } from "./access-rules.ts";
import { apiShapeRules } from "./api-shape-rules.ts";
import { behaviourRules } from "./behaviour-rules.ts";
import { capabilityRules } from "./capability-rules.ts";
import { costRules } from "./cost-rules.ts";
import type { Friction, FrictionRule } from "./friction-rule.ts";
import { lifecycleRules } from "./lifecycle-rules.ts";
import { limitRules } from "./limit-rules.ts";
import { openNeeds } from "./needs.ts";
import { termsRules } from "./terms-rules.ts";

const rules: readonly FrictionRule[] = [
  ...lifecycleRules,
  ...termsRules,
  ...accessRules,
  ...apiShapeRules,
  ...costRules,
  ...limitRules,
  ...capabilityRules,
  ...behaviourRules,
];

const severityRank = { blocker: 0, work: 1, check: 2, gain: 3 } as const satisfies Record<
  FrictionItem["severity"],
  number
>;

/** What each move between two of the models changes, in both directions, the gravest first. */
export function movesOf(context: ComparisonContext): readonly ComparedMove[] {
  const { candidates, book } = context;
  return candidates.flatMap((from) =>
    candidates.flatMap((to) => {
      if (from === to) return [];
      const move = { from, to, context };
      const found: Friction[] = [];
      for (const rule of rules) found.push(...rule(move));
      found.push(...openNeeds(move, found));
      found.sort(gravestFirst);
      const items = found.map(({ code, severity, text, remedy, sources }) => ({
        code,
        severity,
        text,
        remedy,
        sources: book.cite(sources),
      }));
      return [{ from: idOf(from), to: idOf(to), items }];
    }),
  );
}

/** Items of one code keep the order of their rule, which says the whole before its parts. */
function gravestFirst(a: Friction, b: Friction): number {
  return severityRank[a.severity] - severityRank[b.severity] || compareText(a.code, b.code);
}
