import { clusteredMean } from "../stats/clustered-error.ts";
import { signTestP } from "../stats/mcnemar.ts";
import { correlationOf, meanOf, varianceOf } from "../stats/moments.ts";
import { normalQuantile, z95 } from "../stats/normal.ts";
import { around, pOfT } from "../stats/paired-difference.ts";
import { studentCdf, studentQuantile } from "../stats/student.ts";
import type { PromptPair } from "./pair-up.ts";
import {
  type MarginAsked,
  type MarginDecision,
  type PairedResult,
  type PairedTest,
  pairedLabel,
} from "./paired-result.ts";
import { usualPower } from "./usual-power.ts";

/** Of graded scores, of means over repetitions, and of prompts in clusters. */
export function gradedResult(
  pairs: readonly PromptPair[],
  given: {
    readonly asked: MarginAsked | undefined;
    readonly isBinary: boolean;
    readonly isClustered: boolean;
  },
): PairedResult {
  const [a, b] = [pairs.map((pair) => pair.a), pairs.map((pair) => pair.b)];
  const differences = pairs.map((pair) => pair.b - pair.a);
  const n = pairs.length;
  const difference = meanOf(differences);
  const spread = given.isClustered ? clusteredSpread(pairs, differences) : plainSpread(differences);
  const { degrees, error, test, p } = spread;
  const isKnown = error !== null && degrees >= 1;
  const half = isKnown ? studentQuantile(0.975, degrees) * error : null;
  const perPrompt = isKnown ? error * Math.sqrt(n) : null;
  const zs = z95 + normalQuantile(usualPower);
  return {
    n,
    meanA: meanOf(a),
    meanB: meanOf(b),
    difference,
    standardError: error,
    interval95: half === null ? null : around(difference, half),
    p,
    test,
    label: pairedLabel(p),
    itemsNeeded:
      perPrompt === null || difference === 0
        ? null
        : Math.max(1, Math.ceil(((zs * perPrompt) / difference) ** 2)),
    detectableDifference: isKnown ? zs * error : null,
    outcomes: null,
    others: null,
    clusters: spread.clusters,
    designEffect: spread.designEffect,
    correlation: n < 2 ? null : correlationOf(a, b),
    decision:
      given.asked === undefined
        ? null
        : decisionOf(given.asked, { difference, degrees, error: isKnown ? error : null, n }),
  };
}

interface Spread {
  readonly test: PairedTest;
  /** Null: too few prompts, or all differ by the same. */
  readonly error: number | null;
  readonly degrees: number;
  readonly p: number | null;
  readonly clusters: number | null;
  readonly designEffect: number | null;
}

function plainSpread(differences: readonly number[]): Spread {
  const n = differences.length;
  const [difference, variance] = [meanOf(differences), varianceOf(differences)];
  const common = { degrees: n - 1, clusters: null, designEffect: null };
  if (n < 2) return { ...common, test: "paired-t", error: null, p: null };
  if (!isSpread(variance, difference)) {
    // All differ by the same: no spread to reckon with, but their signs still count.
    const isNothing = Math.abs(difference) < 1e-12;
    const p = isNothing ? 1 : signTestP(n, 0);
    return { ...common, test: "sign", error: null, p };
  }
  const error = Math.sqrt(variance / n);
  return { ...common, test: "paired-t", error, p: pOfT(difference, error, n - 1) };
}

function clusteredSpread(pairs: readonly PromptPair[], differences: readonly number[]): Spread {
  const found = clusteredMean(
    differences,
    pairs.map(({ cluster }, i) => (cluster === null ? i : cluster)),
  );
  const { clusters, cr1Error, designEffect } = found;
  const hasError = clusters >= 2 && isSpread(cr1Error ** 2, found.mean);
  return {
    test: "clustered-t",
    error: hasError ? cr1Error : null,
    degrees: clusters - 1,
    p: hasError ? found.pCr1 : null,
    clusters,
    designEffect,
  };
}

/** More than what binary fractions leave behind. */
function isSpread(variance: number, mean: number): boolean {
  return variance > 1e-24 * Math.max(1, mean * mean);
}

function decisionOf(
  { margin, level }: MarginAsked,
  seen: {
    readonly difference: number;
    readonly error: number | null;
    readonly degrees: number;
    readonly n: number;
  },
): MarginDecision {
  const { difference, error, degrees, n } = seen;
  if (error === null) {
    return { margin, level, outcome: "not-shown", p: null, lowerEnd: null, itemsNeeded: null };
  }
  const reach = studentQuantile(level, degrees) * error;
  const zs = normalQuantile(level) + normalQuantile(usualPower);
  const lowerEnd = difference - reach;
  return {
    margin,
    level,
    outcome:
      lowerEnd > -margin ? "not-worse" : difference + reach < -margin ? "worse" : "not-shown",
    p: studentCdf(-(difference + margin) / error, degrees),
    lowerEnd,
    itemsNeeded: margin > 0 ? Math.ceil(((zs * error) / margin) ** 2 * n) : null,
  };
}
