import type { ContentPart, Message, Prompt, ToolDefinition } from "../../../core/runs/prompt.ts";
import type { RequestParts } from "./dialect.ts";
import { parsedArguments } from "./messages-request.ts";

/** Parameters that stand beside `generationConfig`; all others belong into it. */
const outerParameters: ReadonlySet<string> = new Set([
  "generationConfig",
  "safetySettings",
  "toolConfig",
  "tools",
  "cachedContent",
  "labels",
]);

/** The body of a request. */
export function geminiBody({ prompt, endpoint }: RequestParts): Readonly<Record<string, unknown>> {
  const parameters = Object.entries(endpoint.parameters);
  const outer = parameters.filter(([name]) => outerParameters.has(name));
  const inner = parameters.filter(([name]) => !outerParameters.has(name));
  const system = prompt.messages.flatMap((each) => (each.role === "system" ? partsOf(each) : []));
  return {
    ...(inner.length === 0 ? {} : { generationConfig: Object.fromEntries(inner) }),
    ...Object.fromEntries(outer),
    ...(system.length === 0 ? {} : { systemInstruction: { parts: system } }),
    contents: prompt.messages.flatMap((each) =>
      each.role === "system" ? [] : [{ role: roleOf(each), parts: partsOf(each, prompt) }],
    ),
    ...(prompt.tools === undefined
      ? {}
      : { tools: [{ functionDeclarations: prompt.tools.map(declarationOf) }] }),
  };
}

function roleOf({ role }: Message): string {
  return role === "assistant" ? "model" : "user";
}

function partsOf(message: Message, prompt?: Prompt): readonly unknown[] {
  switch (message.role) {
    case "system":
    case "user":
      return typeof message.content === "string"
        ? [{ text: message.content }]
        : message.content.map(partOf);
    case "assistant":
      return [
        ...(message.content === "" ? [] : [{ text: message.content }]),
        ...(message.toolCalls ?? []).map(({ name, arguments: written }) => ({
          functionCall: { name, args: parsedArguments(written) },
        })),
      ];
    case "tool": {
      const name = nameOfCall(message.toolCallId, prompt);
      return [{ functionResponse: { name, response: { result: message.content } } }];
    }
  }
}

/** The format answers calls by their name, not by an id. */
function nameOfCall(id: string, prompt: Prompt | undefined): string {
  const calls = (prompt?.messages ?? []).flatMap((each) =>
    each.role === "assistant" ? (each.toolCalls ?? []) : [],
  );
  return calls.find((call) => call.id === id)?.name ?? id;
}

function partOf(part: ContentPart): unknown {
  switch (part.kind) {
    case "text":
      return { text: part.text };
    case "image":
      return { inlineData: { mimeType: part.mediaType, data: part.base64 } };
  }
}

function declarationOf({ name, description, parameters }: ToolDefinition): unknown {
  return {
    name,
    ...(description === undefined ? {} : { description }),
    parametersJsonSchema: parameters,
  };
}
