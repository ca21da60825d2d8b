import type { Outcome } from "../../core/problems/problem.ts";
import type { ContentPart, Message, Prompt, ToolDefinition } from "../../core/runs/prompt.ts";
import { readImage } from "./image.ts";
import { allOf, type Place, placed, within } from "./place.ts";
import type {
  PromptInput,
  WrittenCall,
  WrittenMessage,
  WrittenPart,
  WrittenTool,
} from "./prompt-schema.ts";
import type { SuiteFolder } from "./suite-folder.ts";

/** A prompt and where it is written. */
export interface PlacedPrompt {
  readonly prompt: Prompt;
  readonly place: Place;
}

/** What prompts of a suite have in common. */
export interface PromptTerms {
  readonly folder: SuiteFolder;
  readonly tools: readonly ToolDefinition[];
}

/** A written prompt with its images read. */
export async function promptOf(
  { id, tools, expected, cluster, ...written }: PromptInput,
  place: Place,
  terms: PromptTerms,
): Promise<Outcome<PlacedPrompt>> {
  const messages = await messagesOf(written, place, terms.folder);
  if (!messages.ok) return messages;
  const all = tools === undefined ? terms.tools : tools.map(toolOf);
  const prompt: Prompt = {
    id,
    messages: messages.value,
    ...(all.length === 0 ? {} : { tools: all }),
    ...(expected === undefined ? {} : { expected }),
    ...(cluster === undefined ? {} : { cluster }),
  };
  return { ok: true, value: { prompt, place } };
}

export function toolOf(written: WrittenTool): ToolDefinition {
  return "function" in written ? written.function : written;
}

async function messagesOf(
  { text = "", system, images = [], messages }: Omit<PromptInput, "id">,
  place: Place,
  folder: SuiteFolder,
): Promise<Outcome<readonly Message[]>> {
  if (messages !== undefined) {
    return allOf(messages, (each, index) =>
      messageOf(each, within(place, "messages", index), folder),
    );
  }
  const read = await allOf(images, async (image, index) =>
    placed(await readImage(image, folder), within(place, "images", index)),
  );
  if (!read.ok) return read;
  const content = read.value.length === 0 ? text : [...read.value, { kind: "text", text } as const];
  const before = system === undefined ? [] : [{ role: "system", content: system } as const];
  return { ok: true, value: [...before, { role: "user", content }] };
}

async function messageOf(
  written: WrittenMessage,
  place: Place,
  folder: SuiteFolder,
): Promise<Outcome<Message>> {
  const { role, content, toolCalls, tool_calls: calls = toolCalls } = written;
  const read = await contentOf(content ?? "", within(place, "content"), folder);
  if (!read.ok) return read;
  const plain = typeof read.value === "string" ? read.value : textIn(read.value);
  switch (role) {
    case "assistant": {
      const called = calls?.map(callOf);
      const message = { role, content: plain } as const;
      return {
        ok: true,
        value: called === undefined ? message : { ...message, toolCalls: called },
      };
    }
    case "tool": {
      const toolCallId = written.toolCallId ?? written.tool_call_id ?? "";
      return { ok: true, value: { role, toolCallId, content: plain } };
    }
    case "developer":
    case "system":
      return { ok: true, value: { role: "system", content: read.value } };
    case "user":
      return { ok: true, value: { role, content: read.value } };
  }
}

async function contentOf(
  content: string | readonly WrittenPart[],
  place: Place,
  folder: SuiteFolder,
): Promise<Outcome<string | readonly ContentPart[]>> {
  if (typeof content === "string") return { ok: true, value: content };
  return allOf(content, async ({ text, image, image_url: url }, index) => {
    if (text !== undefined) return { ok: true, value: { kind: "text", text } };
    return placed(await readImage(image ?? url?.url ?? "", folder), within(place, index));
  });
}

function textIn(parts: readonly ContentPart[]): string {
  return parts.map((part) => (part.kind === "text" ? part.text : "")).join("");
}

function callOf(written: WrittenCall) {
  const { name, arguments: given } = "function" in written ? written.function : written;
  return { id: written.id, name, arguments: given };
}
