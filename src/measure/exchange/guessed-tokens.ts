import { z } from "zod";
import type { Endpoint } from "../../core/runs/endpoint.ts";
import type { Prompt } from "../../core/runs/prompt.ts";
import { foreignCount } from "./dialects/foreign-json.ts";

const charactersPerToken = 4;
const usualOutputTokens = 500;

const Limits = z.object({
  max_completion_tokens: foreignCount,
  max_tokens: foreignCount,
  max_output_tokens: foreignCount,
  maxOutputTokens: foreignCount,
});

/** About how many tokens a request will take, before the endpoint has counted them. */
export function guessedTokens({ messages, tools }: Prompt, { parameters }: Endpoint): number {
  const written = JSON.stringify([messages, tools ?? []], withoutImages).length;
  const limits = Limits.safeParse(parameters).data;
  const limit = Object.values(limits ?? {}).find((each) => typeof each === "number");
  return Math.ceil(written / charactersPerToken) + (limit ?? usualOutputTokens);
}

/** An image is counted like the few words around it: how it is charged, nobody states in common. */
function withoutImages(name: string, value: unknown): unknown {
  return name === "base64" ? undefined : value;
}
