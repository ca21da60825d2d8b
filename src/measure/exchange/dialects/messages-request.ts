import type { ContentPart, Message, ToolCall } from "../../../core/runs/prompt.ts";
import type { RequestParts } from "./dialect.ts";

/** The format demands a limit; this one is sent where the parameters state none. */
const usualMaxTokens = 4096;

/** The body of a request. */
export function messagesBody({
  prompt,
  endpoint,
}: RequestParts): Readonly<Record<string, unknown>> {
  const system = prompt.messages.filter(({ role }) => role === "system").map(textOf);
  return {
    max_tokens: usualMaxTokens,
    ...endpoint.parameters,
    model: endpoint.model,
    ...(system.length === 0 ? {} : { system: system.join("\n\n") }),
    messages: turnsOf(prompt.messages),
    ...(prompt.tools === undefined
      ? {}
      : {
          tools: prompt.tools.map(({ parameters, ...tool }) => ({
            ...tool,
            input_schema: parameters,
          })),
        }),
    ...(endpoint.isStreamed ? { stream: true } : {}),
  };
}

interface Turn {
  readonly role: "user" | "assistant";
  readonly content: string | readonly unknown[];
}

/** The results of several calls belong into one turn. */
function turnsOf(messages: readonly Message[]): readonly Turn[] {
  const turns: Turn[] = [];
  let results: unknown[] | undefined;
  for (const message of messages) {
    if (message.role === "system") continue;
    if (message.role !== "tool") {
      results = undefined;
      turns.push(turnOf(message));
      continue;
    }
    if (results === undefined) {
      results = [];
      turns.push({ role: "user", content: results });
    }
    const { toolCallId, content } = message;
    results.push({ type: "tool_result", tool_use_id: toolCallId, content });
  }
  return turns;
}

function turnOf(message: Exclude<Message, { readonly role: "tool" }>): Turn {
  if (message.role !== "assistant")
    return {
      role: "user",
      content: typeof message.content === "string" ? message.content : message.content.map(partOf),
    };
  if (message.toolCalls === undefined || message.toolCalls.length === 0)
    return { role: "assistant", content: message.content };
  const text = message.content === "" ? [] : [{ type: "text", text: message.content }];
  return { role: "assistant", content: [...text, ...message.toolCalls.map(toolUseOf)] };
}

function toolUseOf({ id, name, arguments: written }: ToolCall): unknown {
  return { type: "tool_use", id, name, input: parsedArguments(written) };
}

/** What a model wrote as arguments; what is no JSON is handed back as text. */
export function parsedArguments(written: string): unknown {
  try {
    const parsed: unknown = JSON.parse(written);
    return typeof parsed === "object" && parsed !== null ? parsed : { value: parsed };
  } catch {
    return { value: written };
  }
}

function textOf({ content }: Message): string {
  if (typeof content === "string") return content;
  return content.flatMap((part) => (part.kind === "text" ? [part.text] : [])).join("\n");
}

function partOf(part: ContentPart): unknown {
  switch (part.kind) {
    case "text":
      return { type: "text", text: part.text };
    case "image":
      return {
        type: "image",
        source: { type: "base64", media_type: part.mediaType, data: part.base64 },
      };
  }
}
