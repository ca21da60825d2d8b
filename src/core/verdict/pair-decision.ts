import type { Candidate } from "../compare/candidate.ts";
import type { ScoreRow } from "../compare/score-row.ts";
import type { Ratio, Usd } from "../units.ts";
import { type BreakEvenLoss, breakEvenLoss } from "./break-even.ts";
import { type CostRelation, costRelation } from "./cost-relation.ts";
import { shareCheaperWinsOverSkills } from "./draws.ts";
import { weighed } from "./own-skills.ts";
import { advantageOf, isUsable, type SkillRelation, skillRelations } from "./skill-relation.ts";
import type { Skill } from "./skills.ts";
import type { VerdictKind } from "./verdict.ts";

/** What the decision may assume beside the candidates. */
export interface Stakes {
  readonly skills: readonly Skill[];
  /** Tasks a month: turns a bill into a cost a task. */
  readonly tasks: number;
  /** What one failed task costs; absent: unknown. */
  readonly failedTaskUsd: Usd | undefined;
}

/** Which step of the rule decided. */
export type PairRule =
  | "no-comparable-score"
  | "no-difference"
  | "cheaper-and-ahead"
  | "ahead-at-equal-cost"
  | "loss-is-high"
  | "loss-is-low"
  | "pays-above-loss"
  | "wins-at-your-loss"
  | "cheaper-unless-loss";

export interface PairDecision {
  readonly kind: VerdictKind;
  readonly rule: PairRule;
  readonly choice: Candidate | null;
  readonly cost: CostRelation;
  readonly relations: readonly SkillRelation[];
  /** The relation the decision rests on, when it rests on one. */
  readonly deciding: SkillRelation | null;
  readonly breakEven: BreakEvenLoss | null;
}

/**
 * Decides between two candidates that can both be called and priced. Ties in quality fall through to
 * cost; a dearer model is named only where it is clearly ahead on a skill; where the cheaper is ahead on
 * another, the dearer must also win half of the draws over all skills. The burden of proof is with
 * the dearer, but where the loss of a failed task is stated: then the likelier winner is named. Swapping the two mirrors the decision.
 */
export function decidePair(
  a: Candidate,
  b: Candidate,
  rows: readonly ScoreRow[],
  stakes: Stakes,
): PairDecision {
  const relations = skillRelations(rows, a.dossier.entry.id, b.dossier.entry.id, stakes.skills);
  return decideRelated(a, b, relations, stakes);
}

/** The same where it is known already what scores say of the two. */
export function decideRelated(
  a: Candidate,
  b: Candidate,
  relations: readonly SkillRelation[],
  stakes: Stakes,
): PairDecision {
  const cost = costRelation(a, b);
  if (cost === undefined) throw new Error("a pair without costs cannot be weighed");
  return { cost, relations, ...decide(cost, weighed(relations), stakes) };
}

/** The same rule for one skill alone. */
export function decideSkill(relation: SkillRelation, cost: CostRelation, stakes: Stakes): Ruling {
  return decide(cost, isUsable(relation) ? [relation] : [], stakes);
}

export type Ruling = Pick<PairDecision, "kind" | "rule" | "choice" | "deciding" | "breakEven">;

function decide(cost: CostRelation, usable: readonly SkillRelation[], stakes: Stakes): Ruling {
  const { cheaper, dearer } = cost;
  const nothing = { deciding: null, breakEven: null };
  if (usable.length === 0) {
    return { kind: "not-decidable", rule: "no-comparable-score", choice: null, ...nothing };
  }
  const forDearer = usable.filter(({ ahead }) => ahead === dearer.dossier.entry.id);
  const forCheaper = usable.filter(({ ahead }) => ahead === cheaper.dossier.entry.id);
  if (forDearer.length === 0) return withoutTrade(cost, usable, forCheaper);

  const clear = forDearer.filter(({ standing }) => standing === "clear");
  const deciding = clear[0] ?? strongest(forDearer);
  const advantage = advantageOf(deciding, dearer.dossier.entry.id);
  const breakEven =
    advantage === undefined ? null : (breakEvenLoss(cost.gapUsd / stakes.tasks, advantage) ?? null);
  const found = { deciding, breakEven };
  if (cost.gapUsd === 0 && forCheaper.length === 0 && clear.length > 0) {
    return { kind: "choose", rule: "ahead-at-equal-cost", choice: dearer, ...found };
  }
  const settled = settledByLoss(breakEven, stakes.failedTaskUsd);
  if (settled === "high" && forCheaper.length === 0) {
    return { kind: "choose", rule: "loss-is-high", choice: dearer, ...found };
  }
  if (settled === "low") return { kind: "choose", rule: "loss-is-low", choice: cheaper, ...found };
  const share = () => cheaperShare(cost, usable, stakes);
  if (stakes.failedTaskUsd !== undefined && share() < 0.5) {
    return { kind: "choose-if", rule: "wins-at-your-loss", choice: dearer, ...found };
  }
  const isWorthIt = clear.length > 0 && (forCheaper.length === 0 || share() <= 0.5);
  return isWorthIt
    ? { kind: "choose-if", rule: "pays-above-loss", choice: dearer, ...found }
    : { kind: "choose-if", rule: "cheaper-unless-loss", choice: cheaper, ...found };
}

/** The share of draws that the cheaper wins over the usable skills; a half where there is none. */
export function cheaperShare(
  cost: CostRelation,
  usable: readonly SkillRelation[],
  { tasks, failedTaskUsd }: Stakes,
): Ratio {
  const [low, high] = cost.gapRangeUsd;
  const dearer = cost.dearer.dossier.entry.id;
  const advantages = usable.flatMap((relation) => advantageOf(relation, dearer) ?? []);
  return shareCheaperWinsOverSkills(advantages, [low / tasks, high / tasks], failedTaskUsd) ?? 0.5;
}

/** The dearer is ahead nowhere: nothing to trade. */
function withoutTrade(
  cost: CostRelation,
  usable: readonly SkillRelation[],
  forCheaper: readonly SkillRelation[],
): Ruling {
  const choice = cost.cheaper;
  const breakEven = null;
  if (forCheaper.length === 0) {
    const deciding = strongest(usable);
    return {
      kind: "no-difference-established",
      rule: "no-difference",
      choice,
      deciding,
      breakEven,
    };
  }
  const deciding = forCheaper.find(({ standing }) => standing === "clear") ?? strongest(forCheaper);
  const kind = cost.standing === "undecided" ? "choose-if" : "choose";
  return { kind, rule: "cheaper-and-ahead", choice, deciding, breakEven };
}

function settledByLoss(
  breakEven: BreakEvenLoss | null,
  loss: Usd | undefined,
): "high" | "low" | undefined {
  if (breakEven === null || loss === undefined) return undefined;
  const [low, high] = breakEven.rangeUsd;
  if (high !== null && loss > high) return "high";
  return loss < low ? "low" : undefined;
}

/** The relation farthest from noise. (Clear ones need no such contest: the first skill listed decides.) */
function strongest(relations: readonly SkillRelation[]): SkillRelation {
  const [first, ...rest] = relations;
  if (first === undefined) throw new Error("no relation to choose from");
  return rest.reduce((best, each) => (zOf(each) > zOf(best) ? each : best), first);
}

const zOf = ({ gap }: SkillRelation): number => gap?.gap.zTotal ?? 0;
