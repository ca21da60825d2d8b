/** Who a failure belongs to: the service, what the model wrote, or the way between. */
export type FailureClass = "endpoint" | "model" | "transport";

/** Every way a request can fail, with whose failure it is and whether asking again may help. */
export const failureKinds = {
  "rate-limited": { class: "endpoint", isRetried: true },
  "server-error": { class: "endpoint", isRetried: true },
  unauthorised: { class: "endpoint", isRetried: false },
  "bad-request": { class: "endpoint", isRetried: false },
  "not-found": { class: "endpoint", isRetried: false },
  redirected: { class: "endpoint", isRetried: false },
  "wrong-content-type": { class: "endpoint", isRetried: true },
  "error-in-body": { class: "endpoint", isRetried: true },
  "malformed-json": { class: "endpoint", isRetried: true },
  "no-choices": { class: "endpoint", isRetried: true },
  "too-large": { class: "endpoint", isRetried: false },
  "empty-answer": { class: "model", isRetried: false },
  filtered: { class: "model", isRetried: false },
  truncated: { class: "transport", isRetried: true },
  reset: { class: "transport", isRetried: true },
  refused: { class: "transport", isRetried: true },
  "host-not-found": { class: "transport", isRetried: false },
  certificate: { class: "transport", isRetried: false },
  "first-byte-timeout": { class: "transport", isRetried: true },
  stalled: { class: "transport", isRetried: true },
  "total-timeout": { class: "transport", isRetried: false },
  cancelled: { class: "transport", isRetried: false },
} as const satisfies Record<string, { readonly class: FailureClass; readonly isRetried: boolean }>;

export type FailureCode = keyof typeof failureKinds;

/** Why there is no answer. */
export interface Failure {
  readonly code: FailureCode;
  readonly status: number | null;
  /** What the endpoint said of it, bounded and cleaned; no key is in it. */
  readonly message: string;
  /** How long the endpoint asked to be left alone. */
  readonly retryAfterMs: number | null;
}
