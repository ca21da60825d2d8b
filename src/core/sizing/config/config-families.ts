/** What a family of models has that its configuration does not say. */
export interface ConfigFamily {
  readonly norms?: "head" | "row";
  readonly biases?: "query-key-value" | "all";
  readonly isGated?: boolean;
  readonly hasSinks?: boolean;
  /** Where it is not two. */
  readonly normsPerLayer?: number;
  readonly hasExpertBiases?: boolean;
  readonly hasRouterBias?: boolean;
  readonly isSharedGated?: boolean;
  /** Where the configuration leaves it out. */
  readonly isTied?: boolean;
  /** Every so many-th layer sees all of the context, the others a window. */
  readonly windowPattern?: number;
  /** Heads of the index of sparse attention, where the configuration leaves them out. */
  readonly indexHeads?: number;
}

const qwen3 = { norms: "head" } as const;
const qwen35 = { norms: "head", isGated: true, isSharedGated: true } as const;
const deepSeek = { hasRouterBias: true } as const;
const gemma3 = { norms: "head", normsPerLayer: 4, isTied: true, windowPattern: 6 } as const;

/** By `model_type`. What is not here is read by its fields alone, and its parameters are not counted. */
export const configFamilies: ReadonlyMap<string, ConfigFamily> = new Map<string, ConfigFamily>([
  ["llama", {}],
  ["mistral", {}],
  ["mistral3", {}],
  ["mixtral", {}],
  ["ministral", {}],
  ["phi3", {}],
  ["qwen2", { biases: "query-key-value" }],
  ["qwen3", qwen3],
  ["qwen3_moe", qwen3],
  ["qwen3_next", qwen35],
  ["qwen3_5", qwen35],
  ["qwen3_5_text", qwen35],
  ["qwen3_5_moe", qwen35],
  ["qwen3_5_moe_text", qwen35],
  [
    "gpt_oss",
    {
      biases: "all",
      hasSinks: true,
      hasExpertBiases: true,
      hasRouterBias: true,
      windowPattern: 2,
    },
  ],
  ["deepseek_v3", deepSeek],
  ["deepseek_v32", { ...deepSeek, indexHeads: 64 }],
  ["kimi_k2", deepSeek],
  ["kimi_k25", deepSeek],
  ["glm4_moe", { ...deepSeek, norms: "head", biases: "query-key-value" }],
  ["glm4_moe_lite", deepSeek],
  ["glm_moe_dsa", { ...deepSeek, indexHeads: 32 }],
  ["minimax_m2", { ...deepSeek, norms: "row" }],
  ["gemma3", gemma3],
  ["gemma3_text", gemma3],
  ["gemma4", gemma3],
  ["gemma4_text", gemma3],
]);
