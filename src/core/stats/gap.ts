import type { BenchmarkGroup } from "../catalog/entries.ts";
import type { Points, Ratio } from "../units.ts";
import { effectiveItems, varianceFactor } from "./effective-items.ts";
import { type Interval, newcombeInterval } from "./intervals.ts";
import { normalCdf, z95 } from "./normal.ts";
import { isPossibleInOneRun } from "./one-run.ts";
import { type Comparability, defaultTau } from "./tau.ts";

/**
 * What a gap allows one to say: ahead; probably ahead; no difference established; cannot judge, the
 * item count is missing; two different tests.
 */
export type GapLabel = "clear" | "likely" | "within-noise" | "unknown-n" | "not-comparable";

/** The same for the luck of the questions alone. */
export type SamplingLabel = Exclude<GapLabel, "not-comparable">;

/** Two published scores on one test, with what is known of how they came about. */
export interface GapInput {
  /** Percent. */
  readonly scoreA: Points;
  readonly scoreB: Points;
  /** Unique items; absent: nobody says. */
  readonly items?: number | undefined;
  /** Items behind B when they are not as many. */
  readonly itemsB?: number | undefined;
  readonly group: BenchmarkGroup;
  readonly comparability: Comparability;
  /** Runs that each score is the mean of. */
  readonly repeats?: number | undefined;
  /** Share of the variance that lies between items: see `itemVarianceShareOf`. */
  readonly itemVarianceShare?: Ratio | undefined;
  /** 1 + (items a cluster - 1) × intra-class correlation. */
  readonly designEffect?: number | undefined;
  /** Items earn a part of a point (similarity, rubric): the sampling error is then an upper bound. */
  readonly isGraded?: boolean | undefined;
  /** Replaces the default of the group and the comparability. */
  readonly tauPoints?: Points | undefined;
  /** The smallest variant known of a benchmark whose items nobody states. */
  readonly smallestKnownItems?: number | undefined;
}

/** All differences are B minus A, in points. `null` is what cannot be known from the input. */
export interface Gap {
  readonly deltaPoints: Points;
  readonly standardErrorPoints: Points | null;
  /** The same if the models' answers correlate with 0.5, as answers to the same items often do. */
  readonly pairedStandardErrorPoints: Points | null;
  readonly z: number | null;
  readonly interval95: Interval | null;
  /** The error that sampling does not cover: harness, prompts, effort. */
  readonly tauPoints: Points | null;
  readonly zTotal: number | null;
  /** Chance that a repeat by somebody else ranks the two the same way. */
  readonly sameSignProbability: Ratio | null;
  readonly samplingLabel: SamplingLabel;
  readonly label: GapLabel;
  /** How many items the gap amounts to in one run. Below six nothing can be significant at 5 %. */
  readonly itemsApart: number | null;
  /** The exact McNemar p if the winner solved all that the loser solved: no pairing does better. */
  readonly exactPBestPairing: Ratio | null;
  /** The highest correlation that these two scores allow. */
  readonly rhoMax: number | null;
  readonly isScoreAPossibleInOneRun: boolean | null;
  readonly isScoreBPossibleInOneRun: boolean | null;
  /** For an unknown item count: the label at the smallest variant known, which more items only firm. */
  readonly bounded: { readonly items: number; readonly label: GapLabel } | null;
}

/** One-sided 90 %: from here on a gap is likely; from `z95` on it is clear. */
export const likelyFrom = 1.281551565544601;

/**
 * Whether a gap between two published scores is more than noise: unpaired standard error by Agresti
 * and Caffo (2000), to which the spread of set-ups is added. The unpaired error is the careful one:
 * models that answer the same items agree more often than chance.
 */
export function gapBetween(input: GapInput): Gap {
  const { items } = input;
  if (items === undefined) return gapOfUnknownSize(input);

  const itemsB = input.itemsB ?? items;
  const effect = input.designEffect ?? 1;
  const a = { share: input.scoreA / 100, items: effectiveItems(items, effect) };
  const b = { share: input.scoreB / 100, items: effectiveItems(itemsB, effect) };
  const factor = varianceFactor(input.repeats, input.itemVarianceShare);

  const shrunkA = (a.share * a.items + 1) / (a.items + 2);
  const shrunkB = (b.share * b.items + 1) / (b.items + 2);
  const varianceA = (factor * shrunkA * (1 - shrunkA)) / (a.items + 2);
  const varianceB = (factor * shrunkB * (1 - shrunkB)) / (b.items + 2);
  const standardError = Math.sqrt(varianceA + varianceB);
  const difference = Math.abs(shrunkB - shrunkA);
  const z = difference / standardError;

  const tauPoints = tauOf(input);
  const zTotal =
    tauPoints === null ? null : difference / Math.hypot(standardError, tauPoints / 100);
  const [low, high] = newcombeInterval(a, b);

  return {
    deltaPoints: pointsBetween(input),
    standardErrorPoints: 100 * standardError,
    pairedStandardErrorPoints:
      100 * Math.sqrt(varianceA + varianceB - Math.sqrt(varianceA * varianceB)),
    z,
    interval95: [100 * low, 100 * high],
    tauPoints,
    zTotal,
    sameSignProbability: zTotal === null ? null : normalCdf(zTotal),
    samplingLabel: samplingLabelOf(z),
    label: zTotal === null ? "not-comparable" : samplingLabelOf(zTotal),
    ...(input.isGraded ? nothingCounted : countedItems(input, items, itemsB)),
    bounded: null,
  };
}

type CountedItems = Pick<
  Gap,
  | "itemsApart"
  | "exactPBestPairing"
  | "rhoMax"
  | "isScoreAPossibleInOneRun"
  | "isScoreBPossibleInOneRun"
>;

/** What follows only where each item is right or wrong. */
function countedItems(input: GapInput, items: number, itemsB: number): CountedItems {
  const { scoreA, scoreB } = input;
  // Half an item counts down, the careful way: the dust of binary fractions shall not decide it.
  const itemsApart = Math.floor((items * Math.abs(scoreB - scoreA)) / 100 + 0.5 - 1e-9);
  return {
    itemsApart,
    exactPBestPairing: Math.min(1, 2 * 0.5 ** itemsApart),
    rhoMax: highestCorrelation(scoreA / 100, scoreB / 100),
    isScoreAPossibleInOneRun: isPossibleInOneRun(scoreA, items),
    isScoreBPossibleInOneRun: isPossibleInOneRun(scoreB, itemsB),
  };
}

const nothingCounted: CountedItems = {
  itemsApart: null,
  exactPBestPairing: null,
  rhoMax: null,
  isScoreAPossibleInOneRun: null,
  isScoreBPossibleInOneRun: null,
};

function gapOfUnknownSize(input: GapInput): Gap {
  const { smallestKnownItems } = input;
  return {
    deltaPoints: pointsBetween(input),
    standardErrorPoints: null,
    pairedStandardErrorPoints: null,
    z: null,
    interval95: null,
    tauPoints: tauOf(input),
    zTotal: null,
    sameSignProbability: null,
    samplingLabel: "unknown-n",
    label: input.comparability === "mismatch" ? "not-comparable" : "unknown-n",
    ...nothingCounted,
    bounded:
      smallestKnownItems === undefined
        ? null
        : {
            items: smallestKnownItems,
            label: gapBetween({ ...input, items: smallestKnownItems, itemsB: undefined }).label,
          },
  };
}

export function samplingLabelOf(z: number): SamplingLabel {
  if (z >= z95) return "clear";
  return z >= likelyFrom ? "likely" : "within-noise";
}

function tauOf({ comparability, group, tauPoints }: GapInput): Points | null {
  if (comparability === "mismatch") return null;
  return tauPoints ?? defaultTau[group][comparability];
}

/** The difference as a reader computes it: without the dust of binary fractions. */
function pointsBetween({ scoreA, scoreB }: GapInput): Points {
  return Math.round((scoreB - scoreA) * 1e9) / 1e9;
}

/** Of two 0-or-1 variables with these means; null when one of them never varies. */
function highestCorrelation(a: Ratio, b: Ratio): number | null {
  const spread = Math.sqrt(a * (1 - a) * b * (1 - b));
  return spread === 0 ? null : (Math.min(a, b) - a * b) / spread;
}
