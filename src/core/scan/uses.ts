import type { CapabilityProperty } from "../catalog/property.ts";

/** A sign in the text of a file that its code uses a capability. */
export interface Use {
  readonly capability: CapabilityProperty;
  readonly line: number;
  /** The sign as written: `tool_choice`. */
  readonly text: string;
}

/**
 * Names of request fields and library calls that only a caller writes. They say that a file uses a
 * capability, not for which of its models.
 */
const signs: readonly { readonly capability: CapabilityProperty; readonly sign: RegExp }[] = [
  {
    capability: "cap.tools",
    sign: /\b(?:tool_choice|toolChoice|tool_calls|tool_use|toolConfig|function_call|functionDeclarations|function_declarations|bind_tools|bindTools|input_schema)\b|\btools["']?\s*[:=]\s*[[{]/,
  },
  { capability: "cap.parallel_tools", sign: /\bparallel_?tool_?calls\b/i },
  {
    capability: "cap.structured_output",
    sign: /\b(?:json_schema|response_?schema|with_structured_output|withStructuredOutput|generateObject|streamObject|zodResponseFormat)\b|\.(?:completions|responses)\.parse\(/,
  },
  { capability: "cap.json_mode", sign: /\b(?:json_object|response_mime_type|responseMimeType)\b/ },
  {
    capability: "cap.reasoning",
    sign: /\b(?:reasoning_effort|reasoningEffort|budget_tokens|budgetTokens|thinking_?budget|thinkingConfig|thinking_config)\b/i,
  },
  {
    capability: "cap.vision",
    sign: /\b(?:image_url|input_image|imageUrl)\b|["']image\/(?:png|jpe?g|webp|gif)["']/,
  },
  { capability: "cap.pdf", sign: /\b(?:input_file|application\/pdf)\b/ },
  { capability: "cap.audio_in", sign: /\binput_audio\b/ },
  {
    capability: "cap.prompt_caching",
    sign: /\b(?:cache_control|cacheControl|cachePoint|prompt_cache_key|promptCacheKey|cached_content|cachedContent)\b/,
  },
  {
    capability: "cap.web_search",
    sign: /\b(?:web_search(?:_preview)?|google_search|googleSearch)\b/,
  },
  {
    capability: "cap.code_execution",
    sign: /\b(?:code_interpreter|code_execution|codeExecution)\b/,
  },
  { capability: "cap.computer_use", sign: /\b(?:computer_use(?:_preview)?|computer_20\d{6})\b/ },
  { capability: "cap.temperature", sign: /\btemperature["']?\s*[:=]\s*[\d.]/ },
  { capability: "cap.fine_tuning", sign: /\bfine_tuning\.jobs\b|\bfineTuning\.jobs\b/ },
];

/** The capabilities a text shows signs of, each at the first. */
export function findUses(text: string): readonly Use[] {
  return signs.flatMap(({ capability, sign }): readonly Use[] => {
    const match = sign.exec(text);
    if (match === null) return [];
    return [{ capability, line: lineAt(text, match.index), text: match[0].trim() }];
  });
}

function lineAt(text: string, index: number): number {
  let line = 1;
  for (let at = text.indexOf("\n"); at >= 0 && at < index; at = text.indexOf("\n", at + 1)) line++;
  return line;
}
