import { type AloneSpeed, aloneSpeed } from "./alone-speed.ts";
import { modelSpeed } from "./model-speed.ts";
import { type Placing, placed } from "./placed.ts";
import type { SizeQuestion } from "./size-question.ts";
import { type SpeedBand, speedBand } from "./speed-band.ts";
import { weightBytes, weightsOf } from "./weights.ts";

/** How fast a model would be served, as an estimate. Null is unknown. */
export interface ServedSpeed {
  /** Requests at once. */
  readonly concurrency: number | null;
  /** Requests of this length that find room at once; more of them wait. Null is unknown. */
  readonly requestsThatFit: number | null;
  /** Of all of them together. */
  readonly outputTokensPerSecond: number | null;
  readonly band: (SpeedBand & TokenBand) | null;
  /** The least until the first token: the prompt is read, and nobody waits before. */
  readonly ttftMs: number | null;
  readonly stepMs: number | null;
  readonly tokensPerSecondPerUser: number | null;
  /** Of one reader alone, on a device of one's own. */
  readonly alone: AloneSpeed | null;
}

/** The ends of the band in tokens a second. */
export interface TokenBand {
  readonly lowTokensPerSecond: number;
  readonly highTokensPerSecond: number;
}

const usualConcurrency = 32;

const nothing: ServedSpeed = {
  concurrency: null,
  requestsThatFit: null,
  outputTokensPerSecond: null,
  band: null,
  ttftMs: null,
  stepMs: null,
  tokensPerSecondPerUser: null,
  alone: null,
};

/**
 * Nothing is said of what does not fit; of machines that share their memory only of one reader. Requests that
 * find no room wait, and make nothing faster.
 */
export function servedSpeed(
  question: SizeQuestion,
  placing: Placing | undefined,
  sequences: number | null,
): ServedSpeed {
  if (placing === undefined) return nothing;
  const { model, precision, gpu, gpus, cacheElementBytes } = placing;
  const { inputTokens, outputTokens } = question;
  const weights = weightsOf(model, precision, placing.weightsBytes);
  const { sequences: requestsThatFit } = placed({
    ...placing,
    contextTokens: inputTokens + outputTokens,
  });
  if (weights === undefined || model.parameters === undefined || requestsThatFit === 0) {
    return nothing;
  }
  const alone =
    gpu.kind === "data-centre"
      ? null
      : aloneSpeed({
          gpu,
          readBytes: weightBytes(model.parameters.active, weights.residentBits),
          bitsPerWeight: weights.residentBits,
        });
  if (gpu.kind === "apple") return { ...nothing, concurrency: 1, requestsThatFit, alone };
  const fits = Math.max(1, sequences ?? usualConcurrency);
  const concurrency = question.concurrency ?? Math.min(usualConcurrency, fits);
  const running = Math.min(concurrency, requestsThatFit ?? concurrency);
  const requests = { concurrency: running, inputTokens, outputTokens };
  const speed = modelSpeed({ model, weights, precision, cacheElementBytes, gpu, gpus }, requests);
  if (speed === undefined) return { ...nothing, alone };
  const band = speedBand({ gpu, gpus, concurrency: running, model });
  const { outputTokensPerSecond, stepSeconds, prefillSeconds } = speed;
  return {
    concurrency,
    requestsThatFit,
    outputTokensPerSecond,
    band: {
      ...band,
      lowTokensPerSecond: band.low * outputTokensPerSecond,
      highTokensPerSecond: band.high * outputTokensPerSecond,
    },
    ttftMs: 1000 * prefillSeconds,
    stepMs: 1000 * stepSeconds,
    tokensPerSecondPerUser: 1 / stepSeconds,
    alone,
  };
}
