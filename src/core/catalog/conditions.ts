/** When a price or a limit holds. All given conditions must hold; none given means always. */
export interface Conditions {
  /** The prompt is longer than this many tokens. The whole request is then billed at this row. */
  readonly minPromptTokensExclusive?: number;
  readonly maxPromptTokensInclusive?: number;
  /** Absent: `standard`. */
  readonly serviceTier?: "standard" | "batch" | "flex" | "priority" | "fast";
  /** How long a cache entry lives. Absent on a cache write: five minutes. */
  readonly cacheTtl?: "5m" | "1h";
  readonly region?: string;
  /** `["0100", "0400"]`: from 01:00 UTC up to, not including, 04:00; may wrap midnight. */
  readonly utcWindow?: readonly [string, string];
  /** Days of the week in UTC the window holds on, `mon` to `sun`. Absent: all. */
  readonly utcDays?: readonly string[];
  readonly effort?: string;
  /** A price for weights of your own, trained from this model. It never stands for the model's. */
  readonly fineTuned?: boolean;
}
