import type { ContentPart, Message } from "../../../core/runs/prompt.ts";
import type { RequestParts } from "./dialect.ts";

/**
 * The body of a request. Nothing is kept at the endpoint, unless the parameters ask for it; tools are
 * not strict, as in the other formats.
 */
export function responsesBody({
  prompt,
  endpoint,
}: RequestParts): Readonly<Record<string, unknown>> {
  return {
    store: false,
    ...endpoint.parameters,
    model: endpoint.model,
    input: prompt.messages.flatMap(itemsOf),
    ...(prompt.tools === undefined
      ? {}
      : { tools: prompt.tools.map((tool) => ({ type: "function", strict: false, ...tool })) }),
    ...(endpoint.isStreamed ? { stream: true } : {}),
  };
}

function itemsOf(message: Message): readonly unknown[] {
  switch (message.role) {
    case "system":
    case "user":
      return [{ role: message.role, content: contentOf(message.content) }];
    case "assistant":
      return [
        ...(message.content === "" ? [] : [{ role: "assistant", content: message.content }]),
        ...(message.toolCalls ?? []).map(({ id, name, arguments: written }) => ({
          type: "function_call",
          call_id: id,
          name,
          arguments: written,
        })),
      ];
    case "tool":
      return [
        { type: "function_call_output", call_id: message.toolCallId, output: message.content },
      ];
  }
}

function contentOf(content: string | readonly ContentPart[]): unknown {
  return typeof content === "string" ? content : content.map(partOf);
}

function partOf(part: ContentPart): unknown {
  switch (part.kind) {
    case "text":
      return { type: "input_text", text: part.text };
    case "image":
      return {
        type: "input_image",
        image_url: `data:${part.mediaType};base64,${part.base64}`,
      };
  }
}
