import type { Interval } from "../stats/intervals.ts";
import { mcNemar } from "../stats/mcnemar.ts";
import { correlationOf } from "../stats/moments.ts";
import { normalQuantile } from "../stats/normal.ts";

import { bonettPriceInterval, pairedNewcombeInterval } from "../stats/paired-intervals.ts";
import { mcNemarItems } from "../stats/power.ts";
import { nonInferiority, type PairedCounts, tangoInterval } from "../stats/tango.ts";
import type { PromptPair } from "./pair-up.ts";
import {
  type MarginAsked,
  type MarginDecision,
  type PairedOutcomes,
  type PairedResult,
  pairedLabel,
} from "./paired-result.ts";
import { usualPower } from "./usual-power.ts";

/** Of prompts that are right or wrong, each once. */
export function binaryResult(
  pairs: readonly PromptPair[],
  asked: MarginAsked | undefined,
): PairedResult {
  const outcomes = outcomesOf(pairs);
  const { both, onlyA, onlyB, neither } = outcomes;
  const n = pairs.length;
  // The tests speak of A minus B: told of the sides the other way round, they speak of B minus A.
  const turned = { onlyA: onlyB, onlyB: onlyA, n };
  const difference = (onlyB - onlyA) / n;
  const discordance = (onlyA + onlyB) / n;
  const { pMid, pExact } = mcNemar(outcomes);
  const needed = mcNemarItems({ delta: difference, discordance });
  return {
    n,
    meanA: (both + onlyA) / n,
    meanB: (both + onlyB) / n,
    difference,
    standardError: Math.sqrt((discordance - difference ** 2) / n),
    interval95: tangoInterval(turned),
    p: pMid,
    test: "mcnemar-mid-p",
    label: pairedLabel(pMid),
    itemsNeeded: difference === 0 ? null : Math.max(1, Math.ceil(needed)),
    detectableDifference: detectable(discordance, n),
    outcomes,
    others: {
      pExact,
      newcombe: pairedNewcombeInterval({ both, neither, ...turned }),
      bonettPrice: bonettPriceInterval(turned),
    },
    clusters: null,
    designEffect: null,
    correlation: correlationOf(
      pairs.map(({ a }) => a),
      pairs.map(({ b }) => b),
    ),
    decision: asked === undefined ? null : decisionOf(turned, asked),
  };
}

function outcomesOf(pairs: readonly PromptPair[]): PairedOutcomes {
  const count = (a: number, b: number) =>
    pairs.filter((pair) => pair.a === a && pair.b === b).length;
  return { both: count(1, 1), onlyA: count(1, 0), onlyB: count(0, 1), neither: count(0, 0) };
}

function decisionOf(turned: PairedCounts, { margin, level }: MarginAsked): MarginDecision {
  const alpha = 1 - level;
  const { p, isNonInferior } = nonInferiority(turned, { margin, alpha });
  const [low, high]: Interval = tangoInterval(turned, 1 - 2 * alpha);
  const discordance = (turned.onlyA + turned.onlyB) / turned.n;
  const zs = normalQuantile(level) + normalQuantile(usualPower);
  return {
    margin,
    level,
    outcome: isNonInferior ? "not-worse" : high < -margin ? "worse" : "not-shown",
    p,
    lowerEnd: low,
    itemsNeeded:
      margin > 0 && discordance > 0 ? Math.ceil((zs ** 2 * discordance) / margin ** 2) : null,
  };
}

/** No difference can be larger than the share of prompts that part the two. */
function detectable(discordance: number, n: number): number | null {
  if (discordance === 0 || mcNemarItems({ delta: discordance, discordance }) > n) return null;
  let [low, high] = [0, discordance];
  for (let step = 0; step < 60; step += 1) {
    const middle = (low + high) / 2;
    if (mcNemarItems({ delta: middle, discordance }) > n) low = middle;
    else high = middle;
  }
  return high;
}
