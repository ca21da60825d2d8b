import type { ContentPart, Message, ToolDefinition } from "../../../core/runs/prompt.ts";
import type { RequestParts } from "./dialect.ts";

/** The body of a request. */
export function chatCompletionsBody({
  prompt,
  endpoint,
  isUsageAsked,
}: RequestParts): Readonly<Record<string, unknown>> {
  const { parameters, isStreamed } = endpoint;
  const { stream_options: given } = parameters;
  const options = { include_usage: true, ...objectOf(given) };
  return {
    ...parameters,
    model: endpoint.model,
    messages: prompt.messages.map(messageOf),
    ...(prompt.tools === undefined ? {} : { tools: prompt.tools.map(toolOf) }),
    ...(isStreamed ? { stream: true } : {}),
    ...(isStreamed && isUsageAsked ? { stream_options: options } : {}),
  };
}

function objectOf(value: unknown): object {
  return typeof value === "object" && value !== null ? value : {};
}

function messageOf(message: Message): unknown {
  switch (message.role) {
    case "system":
    case "user":
      return { role: message.role, content: contentOf(message.content) };
    case "assistant":
      if (message.toolCalls === undefined || message.toolCalls.length === 0)
        return { role: "assistant", content: message.content };
      return {
        role: "assistant",
        content: message.content === "" ? null : message.content,
        tool_calls: message.toolCalls.map(({ id, name, arguments: written }) => ({
          id,
          type: "function",
          function: { name, arguments: written },
        })),
      };
    case "tool":
      return { role: "tool", tool_call_id: message.toolCallId, content: message.content };
  }
}

function contentOf(content: string | readonly ContentPart[]): unknown {
  return typeof content === "string" ? content : content.map(partOf);
}

function partOf(part: ContentPart): unknown {
  switch (part.kind) {
    case "text":
      return { type: "text", text: part.text };
    case "image":
      return {
        type: "image_url",
        image_url: { url: `data:${part.mediaType};base64,${part.base64}` },
      };
  }
}

function toolOf({ name, description, parameters }: ToolDefinition): unknown {
  return {
    type: "function",
    function: { name, ...(description === undefined ? {} : { description }), parameters },
  };
}
