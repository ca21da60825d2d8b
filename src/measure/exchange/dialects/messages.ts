import { z } from "zod";
import type { AnswerDraft } from "../answer-draft.ts";
import type { DialectRules } from "./dialect.ts";
import { foreignCount, foreignNumber, foreignText, lenient, lenientList } from "./foreign-json.ts";
import { messagesBody } from "./messages-request.ts";

/** Anthropic's messages. */
export const messages: DialectRules = {
  path: () => "/messages",
  keyHeader: (key) => ["x-api-key", key],
  headers: { "anthropic-version": "2023-06-01" },
  body: messagesBody,
  read: (json, draft) => {
    const event = Event.safeParse(json).data;
    if (event?.type) readers[event.type]?.(event, draft);
  },
};

const Usage = z.object({
  input_tokens: foreignCount,
  output_tokens: foreignCount,
  cache_creation_input_tokens: foreignCount,
  cache_read_input_tokens: foreignCount,
});

const Block = z.object({
  type: foreignText,
  text: foreignText,
  thinking: foreignText,
  id: foreignText,
  name: foreignText,
  input: z.unknown().optional(),
});

const fields = {
  model: foreignText,
  content: lenientList(Block),
  stop_reason: foreignText,
  usage: lenient(Usage),
};

/** A whole answer is read like an event: both have a type. */
const Event = z.object({
  ...fields,
  type: foreignText,
  message: lenient(z.object(fields)),
  index: foreignNumber,
  content_block: lenient(Block),
  delta: lenient(
    z.object({
      text: foreignText,
      thinking: foreignText,
      partial_json: foreignText,
      stop_reason: foreignText,
    }),
  ),
});
type Event = z.infer<typeof Event>;

const readers: Readonly<Record<string, (event: Event, draft: AnswerDraft) => void>> = {
  message: (event, draft) => {
    readHead(event, draft);
    for (const block of event.content ?? []) if (block) readWholeBlock(block, draft);
    draft.isEnded = true;
  },
  message_start: ({ message }, draft) => {
    draft.hasChoice = true;
    if (message) readHead(message, draft);
  },
  content_block_start: ({ content_block: block, index }, draft) => {
    if (!block) return;
    draft.say(block.text);
    draft.reason(block.thinking);
    if (block.type === "tool_use")
      draft.call({ id: block.id, index, name: block.name, arguments: filled(block.input) });
  },
  content_block_delta: ({ delta, index }, draft) => {
    draft.say(delta?.text);
    draft.reason(delta?.thinking);
    if (delta?.partial_json) draft.call({ index, arguments: delta.partial_json });
  },
  message_delta: ({ delta, usage }, draft) => {
    draft.finish = delta?.stop_reason || draft.finish;
    readUsage(usage, draft);
  },
  message_stop: (_, draft) => {
    draft.fillEmptyArguments();
    draft.isEnded = true;
  },
};

function readHead(head: Pick<Event, "model" | "stop_reason" | "usage">, draft: AnswerDraft): void {
  draft.hasChoice = true;
  draft.servedModel = head.model || draft.servedModel;
  draft.finish = head.stop_reason || draft.finish;
  readUsage(head.usage, draft);
}

function readWholeBlock(block: z.infer<typeof Block>, draft: AnswerDraft): void {
  draft.say(block.text);
  draft.reason(block.thinking);
  if (block.type === "tool_use")
    draft.callWhole({ id: block.id, name: block.name, arguments: block.input ?? {} });
}

/** A stream begins a call with an empty object and sends the arguments after it. */
function filled(input: unknown): unknown {
  return JSON.stringify(input) === "{}" ? undefined : input;
}

/** Begun by the first event and brought up to date by the last: what is not said again stays. */
function readUsage(usage: z.infer<typeof Usage> | null | undefined, draft: AnswerDraft): void {
  if (!usage) return;
  const cached = usage.cache_read_input_tokens ?? draft.usage?.cachedInputTokens ?? null;
  const isInputSaid = typeof usage.input_tokens === "number";
  const inputTokens = isInputSaid
    ? (usage.input_tokens ?? 0) + (usage.cache_creation_input_tokens ?? 0) + (cached ?? 0)
    : draft.usage?.inputTokens;
  const outputTokens = usage.output_tokens ?? draft.usage?.outputTokens;
  if (inputTokens === undefined || outputTokens === undefined) return;
  draft.usage = { inputTokens, outputTokens, cachedInputTokens: cached, reasoningTokens: null };
}
