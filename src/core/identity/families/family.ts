import type { SuffixRule } from "../suffix-rules.ts";

/** How one family of models is spelled: all its rules, as tables. */
export interface Family {
  readonly maker: string;
  /** Names that are this family's begin so. */
  readonly starts: RegExp;
  /** Spellings set right before endings are read: squashed decimals, swapped words. */
  readonly spellings: readonly Rewrite[];
  /** Endings that change nothing about the weights, beyond those every family shares. */
  readonly suffixes: readonly SuffixRule[];
  /** Other names of the same model, applied once endings are off. */
  readonly names: readonly Rewrite[];
  /** Words missing from a bare name that its maker's organisation implies: `v3.2` of DeepSeek. */
  readonly bare?: { readonly starts: RegExp; readonly prefix: string };
  /** Repository names without this word are base weights. */
  readonly baseUnless?: {
    readonly names: RegExp;
    readonly organisations: RegExp;
    readonly word: RegExp;
  };
  /** Weights nobody else can publish: an unknown prefix can only be a seller. */
  readonly isClosed?: boolean;
}

export type Rewrite = readonly [pattern: RegExp, replacement: string];
