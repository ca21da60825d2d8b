import type { SuffixRule } from "../suffix-rules.ts";

/**
 * How one family of models is spelled: all its rules, as tables. An underscore in a replacement
 * glues words that endings must not be taken from; it reads as a dash in the end.
 */
export interface Family {
  readonly maker: string;
  /** Names that are this family's begin so. */
  readonly starts: RegExp;
  /** Spellings set right before endings are read: squashed decimals, swapped words. */
  readonly spellings: readonly Rewrite[];
  /** Spellings where a local runner's `:tag` means something else than the same words elsewhere. */
  readonly tags?: readonly Rewrite[];
  /** Endings that change nothing about the weights, beyond those every family shares. */
  readonly suffixes: readonly SuffixRule[];
  /** Other names of the same model, applied once endings are off. */
  readonly names: readonly Rewrite[];
  /** The start that is missing when its maker's organisation stands in front: `v3.2` of DeepSeek. */
  readonly bare?: { readonly starts: RegExp; readonly prefix: string };
  /** Repositories so named hold base weights unless a word says they are tuned. */
  readonly baseUnless?: {
    readonly names: RegExp;
    /** Of a path that is no address; absent: a bare path says nothing. */
    readonly organisations?: RegExp;
    readonly word: RegExp;
    /** How such a repository's name begins when nothing stands in front. */
    readonly starts?: RegExp;
  };
  /** Weights nobody else can publish: an unknown prefix can only be a seller. */
  readonly isClosed?: boolean;
}

export type Rewrite = readonly [pattern: RegExp, replacement: string];
