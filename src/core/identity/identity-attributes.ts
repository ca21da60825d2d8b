/** What a name says beside the model: how, where and in which dated release it is served. */
export interface IdentityAttributes {
  readonly region?: string;
  /** A dated or numbered release of the same model: `2025-04-14`, `20251101`, `001`. */
  readonly snapshot?: string;
  /** Reasoning effort or budget asked for: `high`, `64k`. */
  readonly effort?: string;
  readonly mode?: "thinking" | "non-thinking";
  readonly serviceTier?: string;
  /** The same weights on a faster or cheaper machine: `fast`, `turbo`, `spot`. */
  readonly speed?: string;
  readonly quantisation?: string;
  /** Who sells it, when the name says. */
  readonly host?: string;
  /** Present on a name that moves to newer models: `latest`. */
  readonly alias?: string;
  /** The platform's own version of the listing: `v1:0`. */
  readonly revision?: string;
  /** An option of the seller that changes no weights: `online`, `exacto`, `1m`. */
  readonly option?: string;
}

export type AttributeName = keyof IdentityAttributes;
