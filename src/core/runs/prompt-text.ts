import type { Answer } from "./attempt.ts";
import type { ContentPart, Message, Prompt } from "./prompt.ts";

/** What a prompt asks, for a reader: pictures are named, and turns where there are several. */
export function promptText({ messages }: Pick<Prompt, "messages">): string {
  const [only, ...others] = messages;
  if (only === undefined) return "";
  if (others.length === 0) return messageText(only);
  return messages.map((message) => `${message.role}: ${messageText(message)}`).join("\n");
}

/** What an answer says, for a reader: its text, and the tools it calls. */
export function answerText({ text, toolCalls }: Pick<Answer, "text" | "toolCalls">): string {
  const calls = toolCalls.map((call) => `${call.name}(${call.arguments})`);
  return [...(text === "" ? [] : [text]), ...calls].join("\n");
}

function messageText(message: Message): string {
  if (message.role === "assistant") {
    return answerText({ text: message.content, toolCalls: message.toolCalls ?? [] });
  }
  const { content } = message;
  return typeof content === "string" ? content : content.map(partText).join("\n");
}

function partText(part: ContentPart): string {
  return part.kind === "text" ? part.text : `[${part.mediaType}]`;
}
