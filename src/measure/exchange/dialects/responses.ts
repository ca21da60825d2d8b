import { z } from "zod";
import type { AnswerDraft } from "../answer-draft.ts";
import { bearer, type DialectRules } from "./dialect.ts";
import { foreignCount, foreignNumber, foreignText, lenient, lenientList } from "./foreign-json.ts";
import { responsesBody } from "./responses-request.ts";

/** OpenAI's responses. */
export const responses: DialectRules = {
  path: () => "/responses",
  keyHeader: bearer,
  headers: {},
  body: responsesBody,
  read: (json, draft) => {
    const event = Event.safeParse(json).data;
    if (event === undefined) return;
    if (event.object === "response") readWhole(Response.safeParse(json).data, draft);
    else if (event.type) readers[event.type]?.(event, draft);
  },
};

const Texts = lenientList(z.object({ text: foreignText, refusal: foreignText }));

const Item = z.object({
  type: foreignText,
  call_id: foreignText,
  name: foreignText,
  arguments: foreignText,
  content: Texts,
  summary: Texts,
});

const Response = z.object({
  model: foreignText,
  status: foreignText,
  incomplete_details: lenient(z.object({ reason: foreignText })),
  error: lenient(z.object({ message: foreignText, code: foreignText })),
  output: lenientList(Item),
  usage: lenient(
    z.object({
      input_tokens: foreignCount,
      output_tokens: foreignCount,
      input_tokens_details: lenient(z.object({ cached_tokens: foreignCount })),
      output_tokens_details: lenient(z.object({ reasoning_tokens: foreignCount })),
    }),
  ),
});

const Event = z.object({
  object: foreignText,
  type: foreignText,
  delta: foreignText,
  output_index: foreignNumber,
  item: lenient(Item),
  response: lenient(Response),
});
type Event = z.infer<typeof Event>;

type Read = (event: Event, draft: AnswerDraft) => void;

const say: Read = ({ delta }, draft) => draft.say(delta);
const reason: Read = ({ delta }, draft) => draft.reason(delta);
const last: Read = ({ response }, draft) => {
  readWhole(response, draft);
  draft.isEnded = true;
};

const readers: Readonly<Record<string, Read>> = {
  "response.created": ({ response }, draft) => {
    draft.hasChoice = true;
    draft.servedModel = response?.model || draft.servedModel;
  },
  "response.output_text.delta": say,
  "response.refusal.delta": say,
  "response.reasoning_text.delta": reason,
  "response.reasoning_summary_text.delta": reason,
  "response.output_item.added": ({ item, output_index }, draft) => {
    if (item?.type !== "function_call") return;
    draft.call({ id: item.call_id, index: output_index, name: item.name });
  },
  "response.function_call_arguments.delta": ({ delta, output_index }, draft) =>
    draft.call({ index: output_index, arguments: delta }),
  "response.completed": last,
  "response.incomplete": last,
  "response.failed": last,
};

/** The answer as a whole; at the end of a stream only what the events did not bring. */
function readWhole(
  response: z.infer<typeof Response> | null | undefined,
  draft: AnswerDraft,
): void {
  if (!response) return;
  draft.hasChoice = true;
  draft.servedModel = response.model || draft.servedModel;
  draft.finish = response.incomplete_details?.reason || response.status || draft.finish;
  if (draft.pieces === 0) for (const item of response.output ?? []) readItem(item, draft);
  const { usage } = response;
  if (typeof usage?.input_tokens === "number" && typeof usage.output_tokens === "number") {
    draft.usage = {
      inputTokens: usage.input_tokens,
      outputTokens: usage.output_tokens,
      cachedInputTokens: usage.input_tokens_details?.cached_tokens ?? null,
      reasoningTokens: usage.output_tokens_details?.reasoning_tokens ?? null,
    };
  }
  if (response.error || response.status === "failed") {
    const message = response.error?.message || response.error?.code || "the response failed";
    draft.fault = { code: "error-in-body", message };
  }
}

function readItem(item: z.infer<typeof Item> | null, draft: AnswerDraft): void {
  if (item === null) return;
  if (item.type === "function_call") {
    draft.callWhole({ id: item.call_id, name: item.name, arguments: item.arguments });
    return;
  }
  const texts = [...(item.summary ?? []), ...(item.content ?? [])];
  for (const each of texts) {
    if (item.type === "reasoning") draft.reason(each?.text);
    else draft.say(each?.text || each?.refusal);
  }
}
