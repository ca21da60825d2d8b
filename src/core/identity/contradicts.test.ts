import { expect, test } from "vitest";
import { contradicts } from "./contradicts.ts";

test.each`
  name                                | model                           | said     | because
  ${"gpt-5.1-codex-max"}              | ${"openai/gpt-5.1"}             | ${true}  | ${"a model of the same price is another model"}
  ${"deepseek-ai/DeepSeek-V3.1-Base"} | ${"deepseek/deepseek-v3.1"}     | ${true}  | ${"base weights are not the tuned ones"}
  ${"grok-latest"}                    | ${"xai/grok-4.5"}               | ${true}  | ${"the name moves, and the list has no day"}
  ${"ft:gpt-4o"}                      | ${"openai/gpt-4o"}              | ${true}  | ${"a fine-tune is somebody's own"}
  ${"gpt-5-1-2025-11-13"}             | ${"openai/gpt-5.1"}             | ${false} | ${"a dated release of the model"}
  ${"claude-3-5-haiku-latest"}        | ${"anthropic/claude-3.5-haiku"} | ${false} | ${"only its dated releases move"}
  ${"house-model"}                    | ${"qwen/qwen3-8b"}              | ${false} | ${"no rule reads it"}
`("$name listed for $model is contradicted: $said, since $because", ({ name, model, said }) => {
  expect(contradicts(name, model)).toBe(said);
});
