import type { CommandRule } from "./command-rule.ts";
import { facts, limit, onCatalog, search, store, text, traffic } from "./option-rules.ts";

/** Commands that show what the catalog holds, and by which rules it answers. */
export const catalogCommandRules = {
  evidence: {
    words: [],
    options: onCatalog,
    report: ["brief", "sources"],
    examples: ["--facts contracts.yaml"],
  },
  runs: {
    words: [],
    options: [store],
    report: [],
    examples: ["", "--store postgres://localhost/team"],
  },
  run: {
    words: ["run"],
    options: [store],
    formats: ["csv", "junit"],
    report: ["brief"],
    examples: ["laying-bricks-0a1b2c3d4e", "laying-bricks-0a1b2c3d4e --format junit"],
  },
  search: {
    words: ["text"],
    options: [
      text("--kind <kind>", "kind", "only these: model, provider or benchmark"),
      limit,
      facts,
    ],
    report: [],
    examples: ['"sonnet 4.6"', "gtp-4.1 --limit 3"],
  },
  model: {
    words: ["name"],
    options: [traffic, ...onCatalog],
    report: ["brief", "sources"],
    examples: ["gpt-4.1", "qwen3.5-4b --brief"],
  },
  models: {
    words: [],
    options: [
      text("--maker <id>", "maker", "only this maker's"),
      text("--family <name>", "family", "only this family"),
      text("--provider <id>", "provider", "only those this provider serves"),
      text("--openness <word>", "openness", "only those whose openness is this"),
      search,
      limit,
      ...onCatalog,
    ],
    report: ["sources"],
    examples: ["--maker qwen", "--search qwen3.5 --format json"],
  },
  routes: {
    words: [],
    options: [
      text("--model <name>", "model", "only routes to this model"),
      text("--provider <id>", "provider", "only this provider's"),
      search,
      limit,
      ...onCatalog,
    ],
    report: ["sources"],
    examples: ["--model qwen3.5-4b", "--provider deepinfra"],
  },
  provider: {
    words: ["id"],
    options: [traffic, ...onCatalog],
    report: ["brief", "sources"],
    examples: ["deepinfra", "openai --brief"],
  },
  providers: {
    words: [],
    options: [search, limit, facts],
    report: ["sources"],
    examples: ["--search open"],
  },
  benchmark: {
    words: ["id"],
    options: [facts],
    report: ["brief", "sources"],
    examples: ["mmlu-pro", '"GPQA Diamond" --brief'],
  },
  benchmarks: {
    words: [],
    options: [text("--category <name>", "category", "only this category"), search, limit, facts],
    report: ["sources"],
    examples: ["--search mmlu"],
  },
  method: {
    words: [],
    options: [],
    report: [],
    examples: ["", "--format json"],
  },
} as const satisfies Readonly<Record<string, CommandRule>>;
