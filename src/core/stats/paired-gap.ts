import type { Points } from "../units.ts";
import type { Gap, SamplingLabel } from "./gap.ts";
import { normalCdf, z95 } from "./normal.ts";

/**
 * A gap that was measured item by item, both sides in one run under one set-up: the error is that of
 * the differences, and no spread of set-ups is added.
 *
 * @param label as the test of the run has it
 */
export function pairedGap({
  deltaPoints,
  standardErrorPoints: error,
  label,
}: {
  readonly deltaPoints: Points;
  readonly standardErrorPoints: Points;
  readonly label: SamplingLabel;
}): Gap {
  const z = Math.abs(deltaPoints) / error;
  return {
    deltaPoints,
    standardErrorPoints: error,
    pairedStandardErrorPoints: error,
    z,
    interval95: [deltaPoints - z95 * error, deltaPoints + z95 * error],
    tauPoints: 0,
    zTotal: z,
    sameSignProbability: normalCdf(z),
    samplingLabel: label,
    label,
    itemsApart: null,
    exactPBestPairing: null,
    rhoMax: null,
    isScoreAPossibleInOneRun: null,
    isScoreBPossibleInOneRun: null,
    bounded: null,
  };
}
