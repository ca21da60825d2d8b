import { z } from "zod";
import type { AnswerDraft } from "../answer-draft.ts";
import type { DialectRules } from "./dialect.ts";
import { foreignCount, foreignNumber, foreignText, lenient, lenientList } from "./foreign-json.ts";
import { geminiBody } from "./gemini-request.ts";

/** Google's generateContent: an event of a stream is shaped like a whole answer. */
export const gemini: DialectRules = {
  path: ({ model, isStreamed }) => {
    const name = model.split("/").map(encodeURIComponent).join("/");
    const place = name.includes("/") ? `/${name}` : `/models/${name}`;
    return `${place}:${isStreamed ? "streamGenerateContent?alt=sse" : "generateContent"}`;
  },
  keyHeader: (key) => ["x-goog-api-key", key],
  headers: {},
  body: geminiBody,
  read: (json, draft) => {
    const answer = Answer.safeParse(json).data;
    if (answer === undefined) return;
    draft.servedModel = answer.modelVersion || draft.servedModel;
    readUsage(answer.usageMetadata, draft);
    const blocked = answer.promptFeedback?.blockReason;
    if (blocked) draft.fault = { code: "filtered", message: `the prompt was blocked: ${blocked}` };
    for (const each of answer.candidates ?? []) if (each !== null) readCandidate(each, draft);
  },
};

const Part = z.object({
  text: foreignText,
  thought: z.boolean().nullish().catch(null),
  functionCall: lenient(
    z.object({ id: foreignText, name: foreignText, args: z.unknown().optional() }),
  ),
});

const Candidate = z.object({
  index: foreignNumber,
  content: lenient(z.object({ parts: lenientList(Part) })),
  finishReason: foreignText,
});

const Usage = z.object({
  promptTokenCount: foreignCount,
  toolUsePromptTokenCount: foreignCount,
  candidatesTokenCount: foreignCount,
  thoughtsTokenCount: foreignCount,
  cachedContentTokenCount: foreignCount,
});

const Answer = z.object({
  candidates: lenientList(Candidate),
  promptFeedback: lenient(z.object({ blockReason: foreignText })),
  usageMetadata: lenient(Usage),
  modelVersion: foreignText,
});

function readCandidate(candidate: z.infer<typeof Candidate>, draft: AnswerDraft): void {
  const place = candidate.index ?? 0;
  draft.choice ??= place;
  if (place !== draft.choice) return;
  draft.hasChoice = true;
  draft.finish = candidate.finishReason || draft.finish;
  for (const part of candidate.content?.parts ?? []) {
    if (part?.thought) draft.reason(part.text);
    else draft.say(part?.text);
    if (part?.functionCall) {
      const { id, name, args } = part.functionCall;
      draft.callWhole({ id, name, arguments: args ?? {} });
    }
  }
}

/** Thoughts are billed as output and counted beside it. */
function readUsage(usage: z.infer<typeof Usage> | null | undefined, draft: AnswerDraft): void {
  if (typeof usage?.promptTokenCount !== "number") return;
  draft.usage = {
    inputTokens: usage.promptTokenCount + (usage.toolUsePromptTokenCount ?? 0),
    outputTokens: (usage.candidatesTokenCount ?? 0) + (usage.thoughtsTokenCount ?? 0),
    cachedInputTokens: usage.cachedContentTokenCount ?? null,
    reasoningTokens: usage.thoughtsTokenCount ?? null,
  };
}
