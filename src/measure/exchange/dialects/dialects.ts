import type { Dialect } from "../../../core/runs/endpoint.ts";
import { chatCompletions } from "./chat-completions.ts";
import type { DialectRules } from "./dialect.ts";
import { gemini } from "./gemini.ts";
import { messages } from "./messages.ts";
import { responses } from "./responses.ts";

/** How each wire format is written and read. */
export const dialects: Readonly<Record<Dialect, DialectRules>> = {
  "chat-completions": chatCompletions,
  responses,
  messages,
  gemini,
};
