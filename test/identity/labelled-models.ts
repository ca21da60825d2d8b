import type { ModelEntry } from "../../src/core/catalog/entries.ts";

/** Models a name may mean in the labelled set: every derivative's ancestor is here, to be mistaken for. */
const slugsByMaker: Readonly<Record<string, string>> = {
  openai: `gpt-3.5-turbo gpt-4 gpt-4-turbo gpt-4o gpt-4o-mini gpt-4.1 gpt-4.1-mini gpt-4.1-nano o1 o3
    o3-mini o3-pro o4-mini gpt-5 gpt-5-mini gpt-5-nano gpt-5-pro gpt-5.1 gpt-5.1-codex
    gpt-5.1-codex-max gpt-5.2 gpt-5.3-codex gpt-5.4 gpt-5.4-mini gpt-5.4-nano gpt-5.4-pro gpt-5.5
    gpt-5.6-sol gpt-5.6-terra gpt-5.6-luna gpt-6-astra gpt-6-sol gpt-6-luna gpt-6.1-sol
    gpt-6.1-terra gpt-oss-20b gpt-oss-120b`,
  anthropic: `claude-2.1 claude-3-haiku claude-3-opus claude-3.5-haiku claude-3.5-sonnet
    claude-3.7-sonnet claude-sonnet-4 claude-opus-4 claude-opus-4.1 claude-haiku-4.5
    claude-sonnet-4.5 claude-opus-4.5 claude-sonnet-4.6 claude-opus-4.6 claude-opus-4.7
    claude-opus-4.8 claude-sonnet-5 claude-opus-5 claude-fable-5 claude-fable-5.1 claude-opus-5.5
    claude-sonnet-5.5 claude-haiku-5.5`,
  google: `gemini-1.5-pro gemini-1.5-flash gemini-2.0-flash gemini-2.5-flash gemini-2.5-flash-lite
    gemini-2.5-pro gemini-3-pro gemini-3-flash gemini-3.1-pro gemini-3.1-flash-lite
    gemini-3.5-flash gemini-3.8-flash gemini-4-argon gemma-2-9b gemma-3-4b gemma-3-27b gemma-4-e2b
    gemma-4-e4b gemma-4-12b gemma-4-26b-a4b gemma-4-31b`,
  qwen: `qwen2.5-7b-instruct qwen2.5-72b-instruct qwen3-4b qwen3-8b qwen3-32b qwen3-30b-a3b
    qwen3-30b-a3b-instruct-2507 qwen3-30b-a3b-thinking-2507 qwen3-235b-a22b
    qwen3-235b-a22b-instruct-2507 qwen3-235b-a22b-thinking-2507 qwen3-coder-30b-a3b
    qwen3-coder-480b-a35b qwen3-next-80b-a3b-instruct qwen3.5-0.8b qwen3.5-2b qwen3.5-4b
    qwen3.5-9b qwen3.5-27b qwen3.5-35b-a3b qwen3.5-122b-a10b qwen3.5-397b-a17b qwen3.5-plus
    qwen3.6-27b qwen3.6-35b-a3b qwen3.6-plus qwen3.7-max qwen3.8-27b qwen3.8-max qwen-plus`,
  meta: `llama-2-70b llama-3-70b llama-3.1-8b llama-3.1-70b llama-3.1-405b llama-3.2-90b-vision
    llama-3.3-70b llama-4-scout llama-4-maverick`,
  mistral: `mistral-7b mistral-nemo mistral-large mistral-large-2411 mistral-large-3 mistral-large-4
    mistral-small-3.1 mistral-small-3.2 mistral-small-4 mistral-medium-3 mistral-medium-3.1
    mistral-medium-3.5 ministral-8b ministral-3-8b devstral-2 codestral-2508`,
  deepseek: `deepseek-v3 deepseek-v3-0324 deepseek-v3.1 deepseek-v3.1-terminus deepseek-v3.2
    deepseek-v3.2-exp deepseek-r1 deepseek-r1-0528 deepseek-v4-pro deepseek-v4-flash
    deepseek-v4.1-flash deepseek-chat`,
  moonshot: "kimi-k2 kimi-k2-0905 kimi-k2-thinking kimi-k2.5 kimi-k2.6 kimi-k2.7-code kimi-k3",
  "z-ai":
    "glm-4.5 glm-4.5-air glm-4.6 glm-4.7 glm-4.7-flash glm-5 glm-5-turbo glm-5.1 glm-5.2 glm-5.3",
  minimax: "minimax-m2 minimax-m2.1 minimax-m2.5 minimax-m2.7 minimax-m3",
  xai: "grok-3 grok-3-mini grok-4 grok-4-fast grok-4.1-fast grok-4.20 grok-4.3 grok-4.5 grok-4.6",
  microsoft: "phi-4 phi-4-mini",
  nvidia: "nemotron-3-nano-30b-a3b nemotron-3-super-120b-a12b llama-3.1-nemotron-70b",
  amazon: "nova-lite nova-pro nova-2-lite",
  cohere: "command-a command-r-plus-08-2024",
  xiaomi: "mimo-v2.5 mimo-v2.5-pro",
  stepfun: "step-3.7-flash",
};

export const labelledModels: readonly ModelEntry[] = Object.entries(slugsByMaker).flatMap(
  ([maker, slugs]) =>
    slugs.split(/\s+/).map((slug) => ({
      id: `${maker}/${slug}`,
      name: slug,
      maker,
      makerName: maker,
      isAuthored: true,
    })),
);
