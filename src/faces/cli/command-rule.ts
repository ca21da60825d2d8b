import type { OptionRule } from "./option-rules.ts";

/** How words on the command line become the input of an operation. */
export interface CommandRule {
  /** Fields the plain words fill, in order; `?` marks one that may be missing, `...` takes all that are left. */
  readonly words: readonly string[];
  /** What becomes of each plain word; absent: it stays as it is. */
  readonly parseWord?: (text: string) => unknown;
  readonly options: readonly OptionRule[];
  /** Formats beside text, JSON and Markdown. */
  readonly formats?: readonly string[];
  /** What can be asked of its report. */
  readonly report: readonly (keyof typeof reportOptions)[];
  /** What follows `steelyard` and the command's name. */
  readonly examples: readonly string[];
}

export const reportOptions = {
  brief: {
    flags: "--brief",
    help: "the answer, its reasons and what would change it; no more",
  },
  sources: { flags: "--sources", help: "sources in full instead of by short name" },
} as const;
