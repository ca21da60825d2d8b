import { type Candidate, isSelectable } from "../compare/candidate.ts";
import { describeStanding } from "../compare/candidates.ts";
import { idOf, nameOf } from "../compare/wording.ts";
import type { Source } from "../evidence/source.ts";
import { formatUsd } from "../report/format.ts";
import { billSources } from "./flips-of.ts";
import { decidePair, type PairDecision } from "./pair-decision.ts";
import type { Question } from "./question.ts";
import { standingSources } from "./reasons.ts";
import { describeDecision } from "./sentence.ts";

interface DraftRest {
  readonly model: string;
  readonly text: string;
  readonly sources: readonly Source[];
}

/** Everybody who is not of the deciding pair: out, or weighed against the pair's choice. */
export function restOf(
  decision: PairDecision,
  { candidates, rows, stakes }: Pick<Question, "candidates" | "rows" | "stakes">,
): readonly DraftRest[] {
  const pair = [decision.cost.cheaper, decision.cost.dearer];
  const standard = decision.choice ?? decision.cost.cheaper;
  return candidates
    .filter((each) => !pair.includes(each))
    .map((other) => ({ model: idOf(other), ...standingOf(other, standard) }));

  function standingOf(other: Candidate, against: Candidate): Omit<DraftRest, "model"> {
    if (!isSelectable(other) || !other.cost.known) {
      return {
        text: `${nameOf(other)} is out: ${describeStanding(other.standing)}.`,
        sources: standingSources(other),
      };
    }
    const duel = decidePair(against, other, rows, stakes);
    const bill = `${nameOf(other)} costs ${formatUsd(other.cost.monthlyUsd)} a month`;
    return {
      text: `${bill}; against ${nameOf(against)}: ${describeDecision(duel, [])}`,
      sources: [...billSources(other), ...scoreSources(duel)],
    };
  }
}

function scoreSources({ deciding }: PairDecision): readonly Source[] {
  const gap = deciding?.gap;
  return gap === undefined ? [] : [gap.fromScore.source, gap.toScore.source];
}
