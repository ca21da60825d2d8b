import { daysBetween } from "../calendar.ts";
import type { Candidate } from "../compare/candidate.ts";
import type { Source } from "../evidence/source.ts";
import { compareText } from "../ordering.ts";
import { normalCdf } from "../stats/normal.ts";
import type { IsoDate, Ratio } from "../units.ts";
import type { CostRelation } from "./cost-relation.ts";
import { shareCheaperWins } from "./draws.ts";
import type { PairDecision, Stakes } from "./pair-decision.ts";
import { advantageOf, isUsable, type SkillRelation } from "./skill-relation.ts";
import { corroborating, errorRateOf } from "./support.ts";
import type { Confidence } from "./verdict.ts";

/** After this many days a price or a score no longer carries more than low confidence. */
const staleAfterDays = { price: 180, score: 365 } as const;

const levelFrom = { high: 0.95, moderate: 0.8 } as const;

type Assessed = Omit<Confidence, "sources"> & { readonly support: readonly Source[] };

/**
 * How sure a decision between two is: the share of draws in which the choice wins, each supporting
 * figure counted as a coin toss with the chance that its sources are wrong; then the caps.
 */
export function confidenceOf(decision: PairDecision, stakes: Stakes, askedOn: IsoDate): Assessed {
  const { choice, cost } = decision;
  if (choice === null) {
    return {
      level: "low",
      probability: null,
      caps: [],
      because: "nothing is chosen, so nothing can be sure",
      support: [],
    };
  }
  const support = supportOf(decision);
  const wrong = 1 - support.reduce((sound, sources) => sound * (1 - errorRateOf(sources)), 1);
  const drawn = drawnShare(decision, stakes);
  const probability = drawn * (1 - wrong) + wrong / 2;
  const caps = capsOf(decision.deciding, [cost.cheaper, cost.dearer], askedOn);
  return {
    level: levelOf(probability, caps),
    probability,
    caps: caps.map(({ text }) => text),
    because: describeDraw(decision, stakes),
    support: support.flat(),
  };
}

/** Confidence where a rule leaves one candidate and nothing is weighed. */
export function confidenceOfOnly(only: Candidate, askedOn: IsoDate): Assessed {
  const sources = priceSources(only);
  const wrong = errorRateOf(sources);
  const caps = capsOf(null, [only], askedOn);
  const probability = 1 - wrong / 2;
  return {
    level: levelOf(probability, caps),
    probability,
    caps: caps.map(({ text }) => text),
    because: "the others are ruled out, so only the facts about this one can be wrong",
    support: sources,
  };
}

interface Cap {
  readonly level: "moderate" | "low";
  readonly text: string;
}

function levelOf(probability: Ratio, caps: readonly Cap[]): Confidence["level"] {
  if (probability < levelFrom.moderate || caps.some(({ level }) => level === "low")) return "low";
  if (probability < levelFrom.high || caps.length > 0) return "moderate";
  return "high";
}

function drawnShare(decision: PairDecision, stakes: Stakes): Ratio {
  const { cost, rule, deciding } = decision;
  const dearer = cost.dearer.dossier.entry.id;
  if (rule === "pays-above-loss" || rule === "ahead-at-equal-cost") {
    const advantage = deciding === null ? undefined : advantageOf(deciding, dearer);
    if (advantage === undefined) return 0.5;
    return normalCdf(advantage.spread > 0 ? advantage.mean / advantage.spread : 0);
  }
  const relation =
    rule === "cheaper-unless-loss" || rule === "loss-is-high" || rule === "loss-is-low"
      ? deciding
      : worstForCheaper(decision.relations, dearer);
  const advantage = relation === null ? undefined : advantageOf(relation, dearer);
  if (advantage === undefined) return 0.5;
  const share = shareCheaperWins({
    extraUsdPerTask: perTask(cost, stakes),
    advantage,
    failedTaskUsd: stakes.failedTaskUsd,
  });
  return decision.choice === cost.cheaper ? share : 1 - share;
}

const perTask = ({ gapRangeUsd: [low, high] }: CostRelation, { tasks }: Stakes) =>
  [low / tasks, high / tasks] as const;

/** The skill on which the dearer comes nearest to a lead: the careful one to draw. */
function worstForCheaper(
  relations: readonly SkillRelation[],
  dearer: string,
): SkillRelation | null {
  const leadOf = (relation: SkillRelation) => {
    const advantage = advantageOf(relation, dearer);
    return advantage === undefined || advantage.spread === 0
      ? Number.NEGATIVE_INFINITY
      : advantage.mean / advantage.spread;
  };
  return relations
    .filter(isUsable)
    .reduce<SkillRelation | null>(
      (worst, each) => (worst === null || leadOf(each) > leadOf(worst) ? each : worst),
      null,
    );
}

/** The figures an answer stands on: each a list of the sources that agree on it. */
function supportOf({ cost, deciding }: PairDecision): readonly (readonly Source[])[] {
  const prices = [cost.cheaper, cost.dearer].map(priceSources);
  const gap = deciding?.gap;
  if (gap === undefined) return prices;
  const within = gap.gap.tauPoints ?? 0;
  const scores = [cost.cheaper, cost.dearer].map(({ dossier }) =>
    corroborating(dossier, gap.from === dossier.entry.id ? gap.fromScore : gap.toScore, within),
  );
  return [...prices, ...scores];
}

function priceSources({ cost }: Candidate): readonly Source[] {
  return cost.known ? cost.sources.filter(({ kind }) => kind !== "assumption") : [];
}

function capsOf(
  deciding: SkillRelation | null,
  candidates: readonly Candidate[],
  askedOn: IsoDate,
): readonly Cap[] {
  const scores = deciding?.gap === undefined ? [] : [deciding.gap.fromScore, deciding.gap.toScore];
  const oldestScore = scores.map(({ source }) => source.observedOn).sort(compareText)[0];
  const prices = candidates.flatMap((each) => newestOf(priceSources(each)) ?? []);
  const oldestPrice = prices.sort(compareText)[0];
  const caps: (Cap | false)[] = [
    isStale(oldestPrice, askedOn, staleAfterDays.price) && {
      level: "low",
      text: `a price was last seen on ${oldestPrice}, more than ${staleAfterDays.price} days ago`,
    },
    isStale(oldestScore, askedOn, staleAfterDays.score) && {
      level: "low",
      text: `a score is of ${oldestScore}, more than ${staleAfterDays.score} days old`,
    },
    scores.length > 0 &&
      scores.every(({ source }) => source.kind === "first-party") && {
        level: "moderate",
        text: "every score it rests on is the maker's own",
      },
    candidates.some((each) =>
      priceSources(each).every(({ confidence }) => confidence === "low"),
    ) && {
      level: "low",
      text: "a price rests on doubtful sources alone",
    },
  ];
  return caps.filter((cap) => cap !== false);
}

const newestOf = (sources: readonly Source[]): IsoDate | undefined =>
  sources
    .map(({ observedOn }) => observedOn)
    .sort(compareText)
    .at(-1);

const isStale = (day: IsoDate | undefined, askedOn: IsoDate, limit: number): boolean =>
  day !== undefined && daysBetween(day, askedOn) > limit;

function describeDraw({ rule }: PairDecision, { failedTaskUsd }: Stakes): string {
  switch (rule) {
    case "pays-above-loss":
    case "ahead-at-equal-cost":
      return "chance that the lead has the right sign, with the chance that a figure is wrong";
    case "no-comparable-score":
      return "nothing was drawn";
    default:
      return failedTaskUsd === undefined
        ? "share of draws it wins, the loss of a failed task drawn between $0.01 and $10"
        : "share of draws it wins at the loss of a failed task you stated";
  }
}
