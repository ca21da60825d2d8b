import { z } from "zod";
import type { Outcome } from "../../core/problems/problem.ts";

/** One request as a team kept it: what was sent, and what came back where it was kept. */
export interface PromptText {
  readonly prompt: string;
  readonly completion?: string;
}

const expected =
  'a JSON object with prompt, text or messages, such as {"prompt": "…", "completion": "…"}';

const Part = z.object({ text: z.string().optional() });
const Message = z.object({ content: z.union([z.string(), z.null(), z.array(Part)]) });
const Line = z
  .object({
    prompt: z.string().optional(),
    text: z.string().optional(),
    messages: z.array(Message).optional(),
    completion: z.union([z.string(), z.null()]).optional(),
  })
  .refine(({ prompt, text, messages }) => (prompt ?? text ?? messages) !== undefined);

/** A text file is one prompt; in a file of lines each line is one. */
export function parsePrompts(text: string, file: string): Outcome<readonly PromptText[]> {
  if (!/\.(jsonl|ndjson)$/i.test(file)) return { ok: true, value: [{ prompt: text }] };
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
    : { ok: false, problem: { code: "file-invalid", file, expected: `${expected}, one a line` } };
}

function promptIn(line: string): PromptText | undefined {
  const parsed = Line.safeParse(jsonIn(line));
  if (!parsed.success) return undefined;
  const { prompt, text, messages, completion } = parsed.data;
  const sent = prompt ?? text ?? (messages ?? []).map(messageText).join("\n");
  return completion === undefined || completion === null
    ? { prompt: sent }
    : { prompt: sent, completion };
}

function messageText({ content }: z.output<typeof Message>): string {
  if (content === null) return "";
  return typeof content === "string" ? content : content.map(({ text = "" }) => text).join("\n");
}

function jsonIn(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
