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
/** A UTC calendar day, `2026-11-20`. */
export type IsoDate = string;

export const TOKENS_PER_MTOK = 1_000_000;
