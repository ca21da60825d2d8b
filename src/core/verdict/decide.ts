import { type Candidate, isSelectable } from "../compare/candidate.ts";
import { describeStanding } from "../compare/candidates.ts";
import { idOf, listed } from "../compare/wording.ts";
import type { Source } from "../evidence/source.ts";
import type { SourceBook } from "../evidence/source-book.ts";
import { conditionsOf, proofCondition, verbosityCondition } from "./conditions-of.ts";
import { confidenceOf, confidenceOfOnly } from "./confidence.ts";
import { fieldOf } from "./field.ts";
import { flipsOf, flipsSearched, verbosityBreakEven } from "./flips-of.ts";
import { missingOf } from "./missing.ts";
import type { PairDecision } from "./pair-decision.ts";
import type { Question } from "./question.ts";
import { reasonsOf, reasonsOfOnly, standingReason } from "./reasons.ts";
import { restOf } from "./rest-of.ts";
import { returnFlips } from "./return-flips.ts";
import { describeDecision, describeOnly } from "./sentence.ts";
import { skillVerdictsOf } from "./skill-verdicts.ts";
import type { Verdict } from "./verdict.ts";
import { warningsOf } from "./warnings.ts";

/** Which candidate to use, why, how sure that is and what would change it. */
export function decide(question: Question, book: SourceBook): Verdict {
  const { candidates, rows, stakes } = question;
  const field = fieldOf(candidates, rows, stakes);
  switch (field.kind) {
    case "empty":
      return noneVerdict(question, book);
    case "single":
      return onlyVerdict(field.only, question, book);
    case "contest":
      return contestVerdict(field.decision, question, book);
  }
}

const cited = <T extends { readonly sources: readonly Source[] }>(
  drafts: readonly T[],
  book: SourceBook,
): readonly (Omit<T, "sources"> & { readonly sources: readonly string[] })[] =>
  drafts.map((draft) => ({ ...draft, sources: book.cite(draft.sources) }));

function contestVerdict(decision: PairDecision, question: Question, book: SourceBook): Verdict {
  const { candidates, stakes, askedOn, traffic } = question;
  const { choice, cost } = decision;
  const others = candidates.filter((each) => isSelectable(each) && each !== choice);
  const conditions =
    choice === null
      ? []
      : [
          ...conditionsOf(choice, others, question.constraints),
          ...(choice === cost.cheaper && decision.rule !== "no-difference"
            ? verbosityCondition(decision, verbosityBreakEven(decision))
            : []),
          ...proofCondition(decision),
        ];
  const kind = decision.kind === "choose" && conditions.length > 0 ? "choose-if" : decision.kind;
  const rival = choice === cost.cheaper ? cost.dearer : cost.cheaper;
  const { support, ...confidence } = confidenceOf(decision, stakes, askedOn);
  return {
    kind,
    choice: choice === null ? null : idOf(choice),
    otherwise: choice === null || kind === "choose" ? null : idOf(rival),
    conditions,
    sentence: describeDecision(decision, conditions),
    warnings: cited(warningsOf(candidates, question.nameOf), book),
    reasons: cited(reasonsOf(decision), book),
    flips: cited(flipsOf(decision, traffic, stakes), book),
    flipsSearched,
    confidence: { ...confidence, sources: book.cite(support) },
    missing: missingOf(candidates, decision),
    rest: cited(restOf(decision, question), book),
    bySkill: cited(skillVerdictsOf(decision, stakes), book),
  };
}

function onlyVerdict(only: Candidate, question: Question, book: SourceBook): Verdict {
  const { candidates, askedOn } = question;
  const others = candidates.filter((each) => each !== only);
  const conditions = conditionsOf(only, [], question.constraints);
  const ruledOut = others.map(
    ({ dossier, standing }) => `${dossier.entry.name} is out (${describeStanding(standing)})`,
  );
  const { support, ...confidence } = confidenceOfOnly(only, askedOn);
  return {
    kind: conditions.length > 0 ? "choose-if" : "choose",
    choice: idOf(only),
    otherwise: null,
    conditions,
    sentence: describeOnly(only, conditions, ruledOut),
    warnings: cited(warningsOf(candidates, question.nameOf), book),
    reasons: cited(reasonsOfOnly(only, others, question.rows, question.stakes.skills), book),
    flips: cited(
      others.flatMap((other) => returnFlips(other, only)),
      book,
    ),
    flipsSearched: ["a route for the others", ...flipsSearched],
    confidence: { ...confidence, sources: book.cite(support) },
    missing: missingOf(candidates, undefined),
    rest: [],
    bySkill: [],
  };
}

function noneVerdict(question: Question, book: SourceBook): Verdict {
  const { candidates } = question;
  const unrouted = candidates.filter(({ standing }) => standing.kind === "no-route");
  const why = candidates.map(
    ({ dossier, standing }) => `${dossier.entry.name}: ${describeStanding(standing)}`,
  );
  const isOpen = unrouted.length > 0;
  const missing = unrouted.map(({ dossier }) => `a priced route for ${dossier.entry.name}`);
  return {
    kind: isOpen ? "not-decidable" : "none-fits",
    choice: null,
    otherwise: null,
    conditions: [],
    sentence: isOpen
      ? `Not decidable: missing ${listed(missing.sort())}.`
      : `None fits: ${[...why].sort().join("; ")}.`,
    warnings: cited(warningsOf(candidates, question.nameOf), book),
    reasons: cited(
      candidates.map((each) => standingReason(each, describeStanding(each.standing))),
      book,
    ),
    flips: cited(
      candidates.flatMap((each) => returnFlips(each)),
      book,
    ),
    flipsSearched: ["a demand in figures that one of them misses alone"],
    confidence: {
      level: "low",
      probability: null,
      caps: [],
      because: "nothing is chosen, so nothing can be sure",
      sources: [],
    },
    missing: missingOf(candidates, undefined),
    rest: [],
    bySkill: [],
  };
}
