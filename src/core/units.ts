/** US dollars. */
export type Usd = number;
/** US dollars per million tokens. */
export type UsdPerMtok = number;
/** A count of tokens. */
export type Tokens = number;
/** A share between 0 and 1. */
export type Ratio = number;
/** A score or a difference of scores, in percentage points of the benchmark's scale. */
export type Points = number;
/** Bytes, never bits. */
export type Bytes = number;
/** 2^30 bytes. */
export type Gib = number;
/** A UTC calendar day, `2026-11-20`. */
export type IsoDate = string;

export const TOKENS_PER_MTOK = 1_000_000;
export const BYTES_PER_GIB = 2 ** 30;
