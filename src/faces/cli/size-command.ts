import type { CommandRule } from "./command-rule.ts";
import { number, onCatalog, repeatable, text, traffic } from "./option-rules.ts";
import { ownedOf } from "./option-values.ts";

/** `size qwen3.5-9b --gpu a10g`: what weights of one's own need. */
export const sizeCommand: CommandRule = {
  words: ["model?"],
  options: [
    text(
      "--config <file>",
      "config",
      "a config.json beside weights of your own, instead of a name",
    ),
    text("--precision <name>", "precision", "bf16, fp8, int8, int4, q4_k_m …, or bits: 8.5"),
    text("--kv-precision <name>", "kvPrecision", "what the cache is kept in: bf16 or fp8"),
    text("--gpu <name>", "gpu", "a GPU such as a10g; the smallest that will do when absent"),
    number("--gpus <n>", "gpus", "how many of them the weights are split over"),
    text("--engine <name>", "engine", "what is assumed of the engine: vllm, or careful"),
    text("--context <tokens>", "contextTokens", "a sequence at its longest: 8k; 8192 when absent"),
    text("--input-tokens <n>", "inputTokens", "of one prompt; 2048 when absent"),
    text("--output-tokens <n>", "outputTokens", "of one answer; 512 when absent"),
    number("--concurrency <n>", "concurrency", "requests at once; as many as fit, 32 at most"),
    number("--sequences <n>", "sequences", "sequences the smallest GPU is looked for; 32"),
    number("--utilisation <share>", "utilisation", "share of the paid hours in use; 0.4"),
    number("--hourly <usd>", "hourlyUsd", "what an hour of one replica costs you, all its GPUs"),
    {
      flags: "--owned <terms>",
      field: "owned",
      help: "hardware of your own: price=9000,months=36,watts=600,kwh=0.3",
      parse: ownedOf,
    },
    number("--replicas <n>", "replicas", "machines paid for; of two or more one is kept spare"),
    number("--operations <usd>", "operationsUsd", "a month of looking after them"),
    number("--weights-bytes <n>", "weightsBytes", "bytes of your own file of weights"),
    repeatable("--against <model>", "against", "a model over an API to weigh against; repeatable"),
    traffic,
    text("--training-tokens <n>", "trainingTokens", "tokens to fine-tune on; 10M when absent"),
    ...onCatalog,
  ],
  report: ["brief", "sources"],
  examples: [
    "qwen3.5-9b --gpu a10g",
    "gpt-oss-120b --context 32k",
    "qwen3.5-9b --gpu l40s --replicas 2 --against gpt-5.4-mini",
    "--config config.json --gpu h100",
  ],
};
