import type { Endpoint } from "../../../core/runs/endpoint.ts";
import type { Prompt } from "../../../core/runs/prompt.ts";
import type { AnswerDraft } from "../answer-draft.ts";

/** What a request is made of. */
export interface RequestParts {
  readonly prompt: Prompt;
  readonly endpoint: Endpoint;
  /** False at endpoints that refuse to be asked for usage in a stream. */
  readonly isUsageAsked: boolean;
}

/** How one wire format is written and read. */
export interface DialectRules {
  /** What follows the base URL, with a query where it needs one. */
  readonly path: (endpoint: Endpoint) => string;
  /** The header that carries the key. */
  readonly keyHeader: (key: string) => readonly [name: string, value: string];
  readonly headers: Readonly<Record<string, string>>;
  readonly body: (asked: RequestParts) => Readonly<Record<string, unknown>>;
  /** Reads one event of a stream, or a whole body, into the draft. */
  readonly read: (json: unknown, draft: AnswerDraft) => void;
}

/** `Authorization: Bearer`, as most formats have it. */
export function bearer(key: string): readonly [string, string] {
  return ["authorization", `Bearer ${key}`];
}
