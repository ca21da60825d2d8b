/** How requests and answers are shaped. */
export type Dialect = "chat-completions" | "responses" | "messages" | "gemini";

/** An address that answers, and what is asked of it. No secret is ever in it. */
export interface Endpoint {
  readonly id: string;
  readonly baseUrl: string;
  readonly model: string;
  readonly dialect: Dialect;
  /** The environment variable that holds its key. */
  readonly keyVariable?: string;
  /** Never secrets; `$NAME` stands for a variable of the environment. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as they are: `temperature`, `max_completion_tokens`. */
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly isStreamed: boolean;
  /** The route of the catalog it stands for, by which prices are known. */
  readonly route?: string;
  readonly limits: EndpointLimits;
}

export interface EndpointLimits {
  readonly requestsPerMinute?: number;
  readonly tokensPerMinute?: number;
  readonly firstByteTimeoutMs: number;
  readonly idleTimeoutMs: number;
  readonly totalTimeoutMs: number;
  /**
   * Requests for one cell at most, the first included. One over a connection that was already closed,
   * and one for an option the endpoint does not know, are sent again once besides.
   */
  readonly attempts: number;
  readonly maxBodyBytes: number;
  /** Plain HTTP to hosts other than this machine. */
  readonly isInsecureAllowed: boolean;
}
