/**
 * Constants of the estimate of speed, fitted to 3,026 measured points of serving (vLLM, SGLang and
 * TensorRT-LLM on H100, H200, B200 and B300, October 2025 to April 2026) and rounded.
 */
export const calibration = {
  /** Share of the bandwidth on the data sheet that a step reaches. */
  bandwidthShare: 0.65,
  /** Share of the dense FLOPS on the data sheet that writing reaches, and that reading the prompt does. */
  decodeShare: 0.5,
  prefillShare: 0.35,
  /** Of each step, whatever the model. */
  stepSeconds: 0.001,
  /** Of each layer, where several GPUs talk to each other, and where experts are picked. */
  splitLayerSeconds: 60e-6,
  expertLayerSeconds: 40e-6,
} as const;

/** Where the estimate was held against measurements; outside it is said to be less sure. */
export const validated = {
  gpus: ["h100", "h200", "b200", "b300"],
  concurrencyAtMost: 64,
  gpusAtMost: 8,
  /** Smaller models were hardly measured. */
  parametersAtLeast: 6e9,
} as const;

/** How many times the estimate what is measured may be: nine of ten within, and a guess beyond. */
export const bands = {
  validated: { low: 0.6, high: 1.6 },
  beyond: { low: 0.5, high: 2 },
} as const;
