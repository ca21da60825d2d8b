import type { Candidate } from "../compare/candidate.ts";
import type { Source } from "../evidence/source.ts";

/** For whom a file is written. */
export const configurationKinds = [
  "openai",
  "openai-python",
  "vercel",
  "litellm",
  "openrouter",
] as const;

/** A library that files can be written for. */
export type ConfigurationKind = (typeof configurationKinds)[number];

/** How a comment starts in the file for each. */
export const commentSigns = {
  openai: "//",
  "openai-python": "#",
  vercel: "//",
  litellm: "#",
  openrouter: "//",
} as const satisfies Readonly<Record<ConfigurationKind, string>>;

/** A file for one library: the first model is called, the others when it fails. */
export interface Configuration {
  readonly for: ConfigurationKind;
  readonly title: string;
  readonly language: "typescript" | "python" | "yaml";
  /** A name for the file. */
  readonly file: string;
  readonly text: string;
  readonly notes: readonly string[];
  readonly sources: readonly Source[];
}

/** A file, or why none can be written. */
export type Written =
  | { readonly isWritten: true; readonly configuration: Configuration }
  | { readonly isWritten: false; readonly for: ConfigurationKind; readonly because: string };

/** Models in the order in which they are called: the one in use, then what stands in for it. */
export interface CallOrder {
  readonly called: readonly Candidate[];
  /** Said at the top of the file. */
  readonly purpose: string;
}
