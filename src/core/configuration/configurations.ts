import type { CallOrder, ConfigurationKind, Written } from "./configuration.ts";
import { liteLlm } from "./litellm.ts";
import { openAiPython } from "./openai-python.ts";
import { openAiSdk } from "./openai-sdk.ts";
import { openRouter } from "./openrouter.ts";
import { vercelAiSdk } from "./vercel-ai-sdk.ts";

const writers: Readonly<Record<ConfigurationKind, (order: CallOrder) => Written>> = {
  openai: openAiSdk,
  "openai-python": openAiPython,
  vercel: vercelAiSdk,
  litellm: liteLlm,
  openrouter: openRouter,
};

/** A file for each library asked for, in the order asked, or why none can be written. */
export function configurationsFor(
  order: CallOrder,
  kinds: readonly ConfigurationKind[],
): readonly Written[] {
  return kinds.map((kind) => writers[kind](order));
}
