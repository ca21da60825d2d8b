/** A case of a suite: what is asked, and what a good answer holds. */
export interface Prompt {
  readonly id: string;
  readonly messages: readonly Message[];
  readonly tools?: readonly ToolDefinition[];
  /** What graders hold the answer against, where the suite states it once for the prompt. */
  readonly expected?: unknown;
  /** Prompts of one source, such as one document, do not count as independent. */
  readonly cluster?: string;
  readonly variables?: Readonly<Record<string, string>>;
}

export type Message =
  | { readonly role: "system" | "user"; readonly content: string | readonly ContentPart[] }
  | {
      readonly role: "assistant";
      readonly content: string;
      readonly toolCalls?: readonly ToolCall[];
    }
  | { readonly role: "tool"; readonly toolCallId: string; readonly content: string };

export type ContentPart =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "image"; readonly mediaType: string; readonly base64: string };

export interface ToolDefinition {
  readonly name: string;
  readonly description?: string;
  /** A JSON Schema. */
  readonly parameters: unknown;
}

export interface ToolCall {
  readonly id: string;
  readonly name: string;
  /** JSON as text, as it came. */
  readonly arguments: string;
}
