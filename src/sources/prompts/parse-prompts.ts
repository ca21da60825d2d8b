import { z } from "zod";
import type { Outcome } from "../../core/problems/problem.ts";

/** One request as a team kept it: what was sent, and what came back where it was kept. */
export interface PromptText {
  readonly prompt: string;
  readonly completion?: string;
  /** True where pictures, sound or files were sent beside the text. */
  readonly hasOtherParts?: boolean;
}

const expected =
  'a JSON object with prompt, text or messages, such as {"prompt": "…", "completion": "…"}';

const Part = z.looseObject({ text: z.string().optional() });
const Content = z.union([z.string(), z.null(), z.array(Part)]);
const Message = z
  .object({ content: Content.optional(), tool_calls: z.unknown().optional() })
  .refine(({ content, tool_calls: calls }) => content !== undefined || Array.isArray(calls));
const Line = z
  .object({
    prompt: z.string().optional(),
    text: z.string().optional(),
    messages: z.array(Message).optional(),
    tools: z.unknown().optional(),
    completion: z.union([z.string(), z.null()]).optional(),
  })
  .refine(({ prompt, text, messages }) => (prompt ?? text ?? messages) !== undefined);

/** A text file is one prompt; in a file of lines each line is one. */
export function parsePrompts(content: string, file: string): Outcome<readonly PromptText[]> {
  const text = content.replace(/^\uFEFF/, "");
  if (text.includes("\0")) return invalid(file, "text, and this is a binary file");
  if (!/\.(jsonl|ndjson)$/i.test(file)) {
    return text.trim() === ""
      ? invalid(file, "a prompt, and this file is empty")
      : { ok: true, value: [{ prompt: text }] };
  }
  const prompts: PromptText[] = [];
  for (const [index, line] of text.split("\n").entries()) {
    if (line.trim() === "") continue;
    const read = promptIn(line);
    if (read === undefined) {
      return { ok: false, problem: { code: "file-invalid", file, line: index + 1, expected } };
    }
    prompts.push(read);
  }
  return prompts.length > 0
    ? { ok: true, value: prompts }
    : invalid(file, `${expected}, one a line`);
}

function invalid(file: string, wanted: string): Outcome<never> {
  return { ok: false, problem: { code: "file-invalid", file, expected: wanted } };
}

function promptIn(line: string): PromptText | undefined {
  const parsed = Line.safeParse(jsonIn(line));
  if (!parsed.success) return undefined;
  const { prompt, text, messages = [], tools, completion } = parsed.data;
  const sent = prompt ?? text ?? messages.map(messageText).join("\n");
  return {
    prompt: [sent, ...jsonTexts(tools)].join("\n"),
    ...(completion === undefined || completion === null ? {} : { completion }),
    ...(messages.some(hasOtherParts) ? { hasOtherParts: true } : {}),
  };
}

type Message = z.output<typeof Message>;

/** The text of a message, and the calls of tools in it as they are written. */
function messageText({ content = null, tool_calls: calls }: Message): string {
  const texts =
    typeof content === "string" ? [content] : (content ?? []).map(({ text = "" }) => text);
  return [...texts, ...jsonTexts(calls)].join("\n");
}

function hasOtherParts({ content }: Message): boolean {
  return Array.isArray(content) && content.some(({ text }) => text === undefined);
}

function jsonTexts(value: unknown): readonly string[] {
  return value === undefined || value === null ? [] : [JSON.stringify(value)];
}

function jsonIn(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
