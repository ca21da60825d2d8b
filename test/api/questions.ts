import type { OperationName } from "../../src/operations/index.ts";
import { smallRun } from "../builders/small-runs.ts";

/** One question for each operation: as a body, and as an address spells it. */
export const questions: Readonly<
  Record<OperationName, { readonly input: object; readonly address: string }>
> = {
  compare: {
    input: {
      models: ["gpt-4.1", "qwen3.5-4b"],
      traffic: { inputTokens: "800M", outputTokens: "250M" },
      constraints: ["tools", "context>=100k"],
      task: "rag",
    },
    address:
      "models=gpt-4.1,qwen3.5-4b&traffic.inputTokens=800M&traffic.outputTokens=250M" +
      "&constraints=tools&constraints=context%3E=100k&task=rag",
  },
  find: { input: { constraints: ["tools"], tau: 2 }, address: "constraints=tools&tau=2" },
  switch: {
    input: { from: "gpt-4.1", to: "qwen3.5-4b", fallback: true, config: ["litellm", "openai"] },
    address: "from=gpt-4.1&to=qwen3.5-4b&fallback&config=litellm,openai",
  },
  cost: {
    input: {
      price: { inputUsdPerMtok: "2", outputUsdPerMtok: "8" },
      traffic: "in=10M,out=2M",
      successRate: 0.9,
    },
    address:
      "price.inputUsdPerMtok=2&price.outputUsdPerMtok=8&traffic=in=10M,out=2M&successRate=0.9",
  },
  size: {
    input: { model: "qwen3.5-4b", gpu: "a10g", contextTokens: "8k", replicas: 2, utilisation: 0.3 },
    address: "model=qwen3.5-4b&gpu=a10g&contextTokens=8k&replicas=2&utilisation=0.3",
  },
  scan: { input: { path: "src" }, address: "path=src" },
  gap: {
    input: {
      scoreA: 79.1,
      scoreB: 81.8,
      items: 12032,
      group: "static",
      comparability: "same-run",
      isGraded: false,
    },
    address: "scoreA=79.1&scoreB=81.8&items=12032&group=static&comparability=same-run&isGraded=0",
  },
  paired: {
    input: { a: [1, 0, 1, 1], b: [1, 1, 1, 1], margin: 0.1, level: 0.9, failures: "wrong" },
    address: "a=1,0,1,1&b=1,1,1,1&margin=0.1&level=0.9&failures=wrong",
  },
  runs: { input: {}, address: "" },
  run: { input: { run: smallRun }, address: `run=${smallRun}` },
  identify: {
    input: { names: ["gpt-4.1", { name: "qwen3.5-4b", provider: "openrouter" }] },
    address: `names=gpt-4.1&names=${encodeURIComponent('{"name":"qwen3.5-4b","provider":"openrouter"}')}`,
  },
  explain: {
    input: { subject: "gpt-4.1", property: "price.input" },
    address: "subject=gpt-4.1&property=price.input",
  },
  decide: {
    input: { file: "2026-11-model.md", models: ["gpt-4.1", "qwen3.5-4b"] },
    address: "file=2026-11-model.md&models=gpt-4.1,qwen3.5-4b",
  },
  changes: { input: { from: "2026-01-01", limit: 3 }, address: "from=2026-01-01&limit=3" },
  models: { input: { search: "gpt" }, address: "search=gpt" },
  routes: { input: { limit: 2 }, address: "limit=2" },
  providers: { input: {}, address: "" },
  benchmarks: { input: {}, address: "" },
  evidence: { input: { asOf: "2026-11-20" }, address: "asOf=2026-11-20" },
  search: { input: { text: "sonnet 4.6", limit: 3 }, address: "text=sonnet%204.6&limit=3" },
  model: { input: { name: "gpt-4.1" }, address: "name=gpt-4.1" },
  provider: { input: { id: "openai" }, address: "id=openai" },
  benchmark: { input: { id: "mmlu-pro" }, address: "id=mmlu-pro" },
  method: { input: {}, address: "" },
};
