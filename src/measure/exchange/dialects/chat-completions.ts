import { z } from "zod";
import type { AnswerDraft } from "../answer-draft.ts";
import { chatCompletionsBody } from "./chat-completions-request.ts";
import { bearer, type DialectRules } from "./dialect.ts";
import { foreignCount, foreignNumber, foreignText, lenient, lenientList } from "./foreign-json.ts";

/** OpenAI's chat completions, and the many servers that take after them. */
export const chatCompletions: DialectRules = {
  path: () => "/chat/completions",
  keyHeader: bearer,
  headers: {},
  body: chatCompletionsBody,
  read: (json, draft) => {
    const chunk = Chunk.safeParse(json).data;
    if (chunk === undefined) return;
    draft.servedModel = chunk.model || draft.servedModel;
    draft.fingerprint = chunk.system_fingerprint || draft.fingerprint;
    draft.provider = chunk.provider || draft.provider;
    readUsage(chunk.usage ?? chunk.x_groq?.usage, draft);
    for (const choice of chunk.choices ?? []) if (choice !== null) readChoice(choice, draft);
  },
};

const Part = z.object({ text: foreignText, thinking: z.unknown().optional() });
const Content = z.union([z.string(), z.array(Part)]);

const Call = z.object({
  id: foreignText,
  index: foreignNumber,
  function: lenient(z.object({ name: foreignText, arguments: z.unknown().optional() })),
});

/** A delta of a stream, or a whole message. */
const Message = z.object({
  content: lenient(Content),
  reasoning_content: foreignText,
  reasoning: foreignText,
  reasoning_details: lenientList(z.object({ text: foreignText, summary: foreignText })),
  refusal: foreignText,
  tool_calls: lenientList(Call),
  function_call: lenient(z.object({ name: foreignText, arguments: z.unknown().optional() })),
});

const Choice = z.object({
  index: foreignNumber,
  delta: lenient(Message),
  message: lenient(Message),
  /** Of the older completions. */
  text: foreignText,
  finish_reason: foreignText,
});

const Usage = z.object({
  prompt_tokens: foreignCount,
  completion_tokens: foreignCount,
  prompt_tokens_details: lenient(z.object({ cached_tokens: foreignCount })),
  prompt_cache_hit_tokens: foreignCount,
  completion_tokens_details: lenient(z.object({ reasoning_tokens: foreignCount })),
});

const Chunk = z.object({
  model: foreignText,
  system_fingerprint: foreignText,
  provider: foreignText,
  choices: lenientList(Choice),
  usage: lenient(Usage),
  x_groq: lenient(z.object({ usage: lenient(Usage) })),
});

function readChoice(choice: z.infer<typeof Choice>, draft: AnswerDraft): void {
  const place = choice.index ?? 0;
  draft.choice ??= place;
  if (place !== draft.choice) return;
  draft.hasChoice = true;
  draft.finish = choice.finish_reason || draft.finish;
  draft.say(choice.text);
  if (choice.delta) readMessage(choice.delta, draft, (piece) => draft.call(piece));
  if (choice.message) readMessage(choice.message, draft, (piece) => draft.callWhole(piece));
}

function readMessage(
  message: z.infer<typeof Message>,
  draft: AnswerDraft,
  call: AnswerDraft["call"],
): void {
  draft.reason(reasoningOf(message));
  if (typeof message.content === "string") draft.say(message.content);
  else
    for (const part of message.content ?? []) {
      draft.reason(textOf(part.thinking));
      draft.say(part.text);
    }
  draft.say(message.refusal);
  for (const each of message.tool_calls ?? []) {
    if (each !== null) call({ id: each.id, index: each.index, ...each.function });
  }
  if (message.function_call) call({ index: 0, ...message.function_call });
}

/** One of its names: servers send the same text under two. */
function reasoningOf(message: z.infer<typeof Message>): string {
  const details = (message.reasoning_details ?? []).map((each) => each?.text || each?.summary);
  return message.reasoning_content || message.reasoning || details.join("");
}

const Thinking = z.union([
  z.string(),
  z.array(z.object({ text: foreignText })).transform((parts) => parts.map(partText).join("")),
]);

function partText(part: { readonly text?: string | null | undefined }): string {
  return part.text ?? "";
}

function textOf(thinking: unknown): string | undefined {
  return thinking === undefined ? undefined : Thinking.safeParse(thinking).data;
}

/** The last one counts: some servers send it with each piece, growing. */
function readUsage(usage: z.infer<typeof Usage> | null | undefined, draft: AnswerDraft): void {
  if (typeof usage?.prompt_tokens !== "number") return;
  if (typeof usage.completion_tokens !== "number") return;
  draft.usage = {
    inputTokens: usage.prompt_tokens,
    outputTokens: usage.completion_tokens,
    cachedInputTokens:
      usage.prompt_tokens_details?.cached_tokens ?? usage.prompt_cache_hit_tokens ?? null,
    reasoningTokens: usage.completion_tokens_details?.reasoning_tokens ?? null,
  };
}
