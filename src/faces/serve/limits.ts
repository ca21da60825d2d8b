/** What one asker may take of a server. */
export interface Limits {
  readonly bodyBytes: number;
  readonly addressBytes: number;
  readonly headerBytes: number;
  /** At once; who comes beyond is asked to come again. */
  readonly requests: number;
  readonly connections: number;
  /** Until all headers are here. */
  readonly headersMs: number;
  /** Until all of a request is here. */
  readonly requestMs: number;
  /** A connection on which nothing is asked. */
  readonly idleMs: number;
  /** A connection on which nothing moves in either direction. */
  readonly stallMs: number;
  /** For what is under way when the server is told to stop. */
  readonly graceMs: number;
  readonly keptBytes: number;
}

export const usualLimits: Limits = {
  bodyBytes: 1024 * 1024,
  addressBytes: 16 * 1024,
  headerBytes: 32 * 1024,
  requests: 512,
  connections: 4096,
  headersMs: 10_000,
  requestMs: 30_000,
  idleMs: 5_000,
  stallMs: 120_000,
  graceMs: 10_000,
  keptBytes: 32 * 1024 * 1024,
};
