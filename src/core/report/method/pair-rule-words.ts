import type { PairRule } from "../../verdict/pair-decision.ts";

/** When each line of the rule holds and what it answers, in the order in which they are tried. */
export const pairRuleWords = {
  "no-comparable-score": ["no skill has a usable row", "not decidable, nobody is chosen"],
  "no-difference": [
    "the dearer is ahead nowhere, the cheaper nowhere",
    "no difference established: take the cheaper",
  ],
  "cheaper-and-ahead": ["the dearer is ahead nowhere, the cheaper somewhere", "the cheaper"],
  "ahead-at-equal-cost": [
    "both cost the same, the dearer is clearly ahead and the other nowhere",
    "the one ahead",
  ],
  "loss-is-high": [
    "you stated a loss above the whole range of L*, and the cheaper is ahead nowhere",
    "the dearer",
  ],
  "loss-is-low": ["you stated a loss below the whole range of L*", "the cheaper"],
  "wins-at-your-loss": [
    "you stated another loss, and the dearer wins more than half of the draws with it",
    "the dearer, if your own test confirms its lead",
  ],
  "pays-above-loss": [
    "the dearer is clearly ahead on a skill, and the cheaper nowhere or wins at most half of the draws",
    "the dearer if a failed task costs more than L*, else the cheaper",
  ],
  "cheaper-unless-loss": [
    "otherwise",
    "the cheaper, unless the loss is above L* and your own test confirms the lead",
  ],
} as const satisfies Readonly<Record<PairRule, readonly [when: string, answer: string]>>;
