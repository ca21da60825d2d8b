/** A kind of page, by one that holds all that such pages can hold. */
export interface PageType {
  readonly name: string;
  readonly path: string;
  /** What is pasted and sent on it first. */
  readonly pasted?: string;
}

/** Names a model that is retired, one that will be, and one nobody knows. */
export const pastedCode = `
const cheap = "claude-3-opus-20240229";
const model = process.env.MODEL ?? "gpt-4.1";
const other = { model: "gpt-4.1-nonsense" };
`;

export const twoModels = "/compare/gpt-4.1-vs-qwen3.5-4b";

export const pageTypes: readonly PageType[] = [
  { name: "home", path: "/" },
  { name: "two models", path: twoModels },
  { name: "three models", path: "/compare/claude-sonnet-4.6-vs-gpt-4.1-vs-qwen3.5-4b" },
  { name: "asking back", path: "/compare?models=gpt+4.1,+qwne3.5-4b" },
  { name: "model", path: "/models/openai/gpt-4.1" },
  { name: "provider", path: "/providers/deepinfra" },
  { name: "benchmark", path: "/benchmarks/mmlu-pro" },
  { name: "find", path: "/find" },
  { name: "find with musts", path: "/find?task=rag&constraint=tools&region=eu&budget=5000" },
  { name: "scan", path: "/scan" },
  { name: "scanned", path: "/scan", pasted: pastedCode },
  { name: "evidence", path: "/evidence" },
  { name: "run", path: "/evidence/laying-bricks-0a1b2c3d4e" },
  { name: "changes", path: "/changes" },
  { name: "changes of a model", path: "/changes?from=2026-05-01&models=gpt-4.1" },
  { name: "method", path: "/method" },
  { name: "reference", path: "/api" },
  { name: "problem", path: "/models/openai/gpt-9" },
  { name: "wrong question", path: `${twoModels}?constraint=contexts%3E%3D200k` },
];
