import { anthropic } from "./anthropic.ts";
import { minimax, moonshot, zhipu } from "./chinese-labs.ts";
import { amazon, cohere, microsoft, nvidia } from "./clouds.ts";
import { deepseek } from "./deepseek.ts";
import type { Family } from "./family.ts";
import { gemini, gemma } from "./google.ts";
import { meta } from "./meta.ts";
import { mistral } from "./mistral.ts";
import { gpt5, gptOss, openai } from "./openai.ts";
import { others } from "./other.ts";
import { qwen } from "./qwen.ts";
import { xai } from "./xai.ts";

/** In the order asked: a narrower family stands before the one whose names it looks like. */
export const families: readonly Family[] = [
  gptOss,
  gpt5,
  openai,
  anthropic,
  gemini,
  gemma,
  qwen,
  nvidia,
  meta,
  mistral,
  deepseek,
  moonshot,
  zhipu,
  minimax,
  xai,
  microsoft,
  amazon,
  cohere,
  ...others,
];

export function familyOf(name: string): Family | undefined {
  return families.find((family) => family.starts.test(name));
}
