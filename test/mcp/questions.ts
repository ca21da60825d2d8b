import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { OperationName } from "../../src/operations/index.ts";
import { measuredStore, twoEndpoints } from "../builders/measured-store.ts";

const folder = mkdtempSync(join(tmpdir(), "steelyard-mcp-"));
const code = join(folder, "answer.ts");
writeFileSync(code, 'const model = "gpt-4.1";\n');

const measured = await measuredStore(twoEndpoints(6), ({ endpoint, prompt }) =>
  prompt === "p5" && endpoint === "next" ? undefined : { text: "said", score: 1 },
);
await measured.store.close();

const models = ["gpt-4.1", "qwen3.5-4b"];
const traffic = { requests: "60k", inputTokens: "240M", outputTokens: "30M" };

/** What an agent asks each operation. */
export const questions: Readonly<Record<OperationName, Readonly<Record<string, unknown>>>> = {
  compare: { models, traffic, constraints: ["tools"], task: "rag" },
  find: { models, constraints: ["tools", "context>=200k"], traffic },
  switch: { from: "gpt-4.1", to: "gpt-6-luna", config: ["litellm"] },
  cost: { routes: ["openai/gpt-4.1", "openai/gpt-4o"], traffic },
  size: { model: "qwen3.5-9b", gpu: "a10g", against: ["gpt-4.1"], traffic },
  scan: { path: code, failOn: "retired,retiring:90d" },
  gap: {
    scoreA: 79.1,
    scoreB: 81.8,
    items: 12_032,
    group: "static",
    comparability: "cross-source",
  },
  paired: {
    a: [1, 0, { prompt: "prompt 3", score: 1, cluster: "one document" }, 1],
    b: [1, 1, { prompt: "prompt 3", score: null }, 1],
    margin: 0.05,
  },
  runs: { store: measured.file },
  run: { run: measured.run.id, store: measured.file },
  identify: { names: ["gpt-54-mini", { name: "nothing like it", provider: "openrouter" }] },
  explain: { subject: "gpt-4.1", property: "price.input" },
  decide: { file: join(folder, "decision.md"), models, replace: true },
  changes: { from: "2026-07-01", to: "2026-11-20", models: ["gpt-4.1"] },
  evidence: {},
  search: { text: "qwne", limit: 5 },
  method: {},
  model: { name: "gpt-4.1" },
  models: { maker: "qwen", limit: 5 },
  provider: { id: "deepinfra" },
  benchmark: { id: "mmlu-pro" },
  routes: { model: "qwen3.5-4b" },
  providers: { search: "open" },
  benchmarks: { category: "coding" },
};
