import { daysBetween } from "../calendar.ts";
import type { Candidate } from "../compare/candidate.ts";
import { assumptions } from "../evidence/assumptions.ts";
import { given } from "../evidence/given.ts";
import type { Source } from "../evidence/source.ts";
import { compareText } from "../ordering.ts";
import { formatUsd } from "../report/format.ts";
import { normalCdf } from "../stats/normal.ts";
import type { IsoDate, Ratio } from "../units.ts";
import { assumedLossUsd } from "./draws.ts";
import { weighed } from "./own-skills.ts";
import { cheaperShare, type PairDecision, type Stakes } from "./pair-decision.ts";
import { advantageOf, type SkillRelation } from "./skill-relation.ts";
import { corroborating, errorRateOf, independentOf } from "./support.ts";
import type { Confidence } from "./verdict.ts";

/** After this many days a price or a score no longer carries more than low confidence. */
export const staleAfterDays = { price: 180, score: 365 } as const;

/** The probability from which a level holds; below both it is low. */
export const levelFrom = { high: 0.95, moderate: 0.8 } as const;

type Assessed = Omit<Confidence, "sources"> & { readonly support: readonly Source[] };

/**
 * How sure a decision between two is: the share of draws in which the choice wins, lessened by the
 * chance that a figure it stands on is wrong although its independent sources agree; then the caps.
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
  const probability = support.reduce(
    (share, { sources, harm }) => share * (1 - errorRateOf(sources) * harm),
    drawnShare(decision, stakes),
  );
  const caps = capsOf(decision.deciding, [cost.cheaper, cost.dearer], askedOn);
  return {
    level: levelOf(probability, caps),
    probability,
    caps: caps.map(({ text }) => text),
    because: describeDraw(decision, stakes),
    support: [
      ...support.flatMap(({ sources }) => independentOf(sources)),
      stakes.failedTaskUsd === undefined
        ? assumptions.failureLoss
        : given("your loss of a failed task", askedOn),
      assumptions.sourceErrors,
    ],
  };
}

/** Confidence where a rule leaves one candidate and nothing is weighed. */
export function confidenceOfOnly(only: Candidate, askedOn: IsoDate): Assessed {
  const sources = priceSources(only);
  const wrong = errorRateOf(sources);
  const caps = capsOf(null, [only], askedOn);
  const probability = 1 - wrong * harmOf.figure;
  return {
    level: levelOf(probability, caps),
    probability,
    caps: caps.map(({ text }) => text),
    because: "the others are ruled out, so only the facts about this one can be wrong",
    support: [...independentOf(sources), assumptions.sourceErrors],
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
  const share = cheaperShare(cost, weighed(decision.relations), stakes);
  return decision.choice === cost.cheaper ? share : 1 - share;
}

/** How much of an answer falls with a wrong figure: half of it, where the choice is a coin toss then. */
export const harmOf = { figure: 0.5, priceBesideLoss: 0.25 } as const;

/** A figure an answer stands on: who agrees on it, and how much of the answer falls with it. */
interface Support {
  readonly sources: readonly Source[];
  /** One half: if it is wrong the choice is a coin toss. */
  readonly harm: Ratio;
}

/**
 * With a wrong score the choice is a coin toss. So it is with a wrong price, but where the answer
 * names the loss above which it holds: there a wrong price shifts the threshold more often than it
 * turns the answer.
 */
function supportOf({ cost, deciding, rule }: PairDecision): readonly Support[] {
  const pair = [cost.cheaper, cost.dearer];
  const prices = pair.map((each) => ({
    sources: priceSources(each),
    harm: rule === "pays-above-loss" ? harmOf.priceBesideLoss : harmOf.figure,
  }));
  const gap = deciding?.gap;
  if (gap === undefined) return prices;
  const scores = pair.map(({ dossier }) => {
    const score = gap.from === dossier.entry.id ? gap.fromScore : gap.toScore;
    return { sources: corroborating(dossier, score), harm: harmOf.figure };
  });
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
        ? `share of draws it wins, the loss of a failed task drawn between ${formatUsd(assumedLossUsd.low)} and ${formatUsd(assumedLossUsd.high)}`
        : "share of draws it wins at the loss of a failed task you stated";
  }
}
