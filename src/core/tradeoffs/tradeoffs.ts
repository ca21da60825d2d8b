import type { ComparedTradeoff } from "../compare/comparison.ts";
import type { ComparisonContext } from "../compare/context.ts";
import { pairView } from "../compare/score-standing.ts";
import { isRetired } from "../compare/standing.ts";
import { idOf } from "../compare/wording.ts";
import { capabilityRules } from "./capability-rules.ts";
import { offerRules } from "./offer-rules.ts";
import { qualityRules } from "./quality-rules.ts";
import type { TradeoffRule } from "./tradeoff-rule.ts";

const rules: readonly TradeoffRule[] = [...qualityRules, ...offerRules, ...capabilityRules];

/** What speaks for each model against each other one; nothing speaks for a retired one. */
export function tradeoffsOf(context: ComparisonContext): readonly ComparedTradeoff[] {
  const { candidates, book } = context;
  return candidates.flatMap((self) =>
    candidates.flatMap((other) => {
      if (self === other || isRetired(self)) return [];
      const side = { self, other, view: pairView(context.rows, self, other), context };
      return rules.flatMap(({ code, find }) =>
        find(side).map(({ text, label, sources }) => ({
          model: idOf(self),
          against: idOf(other),
          code,
          label,
          text,
          sources: book.cite(sources),
        })),
      );
    }),
  );
}
