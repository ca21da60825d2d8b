import type { Example } from "../core/report/reference/described-operation.ts";
import type { OperationName } from "./index.ts";

/** A question to each operation, as somebody may begin with. */
export const examples: Readonly<Record<OperationName, Example>> = {
  compare: {
    input: {
      models: ["gpt-4.1", "qwen3.5-4b"],
      traffic: { inputTokens: "12M", outputTokens: "3M" },
      constraints: ["tools"],
    },
    words: ["gpt-4.1", "qwen3.5-4b", "--traffic", "in=12M,out=3M", "--constraint", "tools"],
  },
  find: {
    input: { constraints: ["tools", "context>=200k"], task: "rag" },
    words: ["--constraint", "tools", "--constraint", "context>=200k", "--task", "rag"],
  },
  switch: {
    input: { from: "gpt-4.1", to: "qwen3.5-4b", config: ["litellm"] },
    words: ["gpt-4.1", "qwen3.5-4b", "--config", "litellm"],
  },
  cost: {
    input: { routes: ["openai/gpt-4.1"], traffic: { inputTokens: "12M", outputTokens: "3M" } },
    words: ["openai/gpt-4.1", "--traffic", "in=12M,out=3M"],
  },
  size: {
    input: { model: "qwen3.5-4b", gpu: "l4", concurrency: 16 },
    words: ["qwen3.5-4b", "--gpu", "l4", "--concurrency", "16"],
  },
  scan: { input: { code: [{ file: "answer.py", text: 'model = "gpt-4.1"' }] } },
  gap: {
    input: {
      scoreA: 79.1,
      scoreB: 81.8,
      items: 12_032,
      group: "static",
      comparability: "cross-source",
    },
    words: [
      ...["79.1", "81.8", "--items", "12032"],
      ...["--group", "static", "--comparability", "cross-source"],
    ],
  },
  paired: {
    input: { a: [1, 0, 1, 1, 0, 1, 1, 0], b: [1, 1, 1, 1, 0, 1, 1, 1], margin: 0.05 },
  },
  runs: { input: {}, words: [] },
  run: { input: { run: "laying-bricks-0a1b2c3d4e" }, words: ["laying-bricks-0a1b2c3d4e"] },
  identify: {
    input: { names: ["gpt-41", "openrouter/qwen/qwen3.5-4b"] },
    words: ["gpt-41", "openrouter/qwen/qwen3.5-4b"],
  },
  explain: {
    input: { subject: "gpt-4.1", property: "price.input" },
    words: ["gpt-4.1", "price.input"],
  },
  decide: {
    input: { file: "2026-11-model.md", models: ["gpt-4.1", "qwen3.5-4b"] },
    words: ["2026-11-model.md", "--model", "gpt-4.1", "--model", "qwen3.5-4b"],
  },
  changes: {
    input: { from: "2026-07-01", models: ["gpt-4.1"] },
    words: ["--from", "2026-07-01", "--model", "gpt-4.1"],
  },
  evidence: { input: {}, words: [] },
  search: { input: { text: "gpt 4.1", limit: 5 }, words: ["gpt 4.1", "--limit", "5"] },
  model: { input: { name: "gpt-4.1" }, words: ["gpt-4.1"] },
  models: { input: { maker: "qwen", limit: 5 }, words: ["--maker", "qwen", "--limit", "5"] },
  routes: { input: { model: "gpt-4.1" }, words: ["--model", "gpt-4.1"] },
  provider: { input: { id: "openai" }, words: ["openai"] },
  providers: { input: { search: "open" }, words: ["--search", "open"] },
  benchmark: { input: { id: "mmlu-pro" }, words: ["mmlu-pro"] },
  benchmarks: { input: { search: "mmlu" }, words: ["--search", "mmlu"] },
  method: { input: {}, words: [] },
};
