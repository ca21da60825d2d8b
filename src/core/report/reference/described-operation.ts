import type { z } from "zod";

export type JsonSchema = z.core.JSONSchema.BaseSchema;

/** An operation as its reference shows it. */
export interface DescribedOperation {
  readonly name: string;
  readonly summary: string;
  /** Whether it may leave something behind: then it has no address, only POST. */
  readonly writes: boolean;
  /** Formats of its own beside JSON, Markdown and text. */
  readonly formats: readonly string[];
  readonly input: JsonSchema;
  readonly output: JsonSchema;
  readonly example: Example;
}

/** A question as somebody may ask it. */
export interface Example {
  readonly input: Readonly<Record<string, unknown>>;
  /** The same in the words of the command line, after the operation's name; absent: by `--input`. */
  readonly words?: readonly string[];
}
