import type { Ratio } from "../units.ts";
import { meanOf, varianceOf } from "./moments.ts";

export interface RepeatedSampling {
  readonly mean: number;
  /** Of the mean, from how much the prompts' own means differ: the honest one. */
  readonly standardError: number;
  /** As if every sample were a prompt of its own: too small. */
  readonly pooledError: number;
  /** How much the answers to one prompt vary; null where no prompt was asked twice. */
  readonly withinVariance: number | null;
  /** How much prompts vary; below zero where the samples show no difference between prompts. */
  readonly betweenVariance: number | null;
  /** The share of the variance that lies between prompts. */
  readonly intraClassCorrelation: Ratio | null;
}

/**
 * Prompts that were each asked several times: samples are averaged first, prompts count (Miller 2024,
 * arXiv:2411.00640, section 3.1).
 */
export function repeatedSampling(samples: readonly (readonly number[])[]): RepeatedSampling {
  const means = samples.map(meanOf);
  const all = samples.flat();
  const repeated = samples.filter(({ length }) => length > 1);
  const withinVariance = repeated.length === 0 ? null : meanOf(repeated.map(varianceOf));
  const betweenVariance =
    withinVariance === null
      ? null
      : varianceOf(means) - withinVariance * meanOf(samples.map(({ length }) => 1 / length));
  return {
    mean: meanOf(means),
    standardError: Math.sqrt(varianceOf(means) / samples.length),
    pooledError: Math.sqrt(varianceOf(all) / all.length),
    withinVariance,
    betweenVariance,
    intraClassCorrelation: shareBetween(withinVariance, betweenVariance),
  };
}

function shareBetween(within: number | null, between: number | null): Ratio | null {
  if (within === null || between === null || within + between === 0) return null;
  return between / (between + within);
}
