import type { Attempt } from "../../core/runs/attempt.ts";

export interface AskOptions {
  readonly cell: string;
  /** From 1. */
  readonly number: number;
  /** When it should have been sent, on the clock of the client. */
  readonly dueAt: number;
  readonly signal?: AbortSignal;
  /** On a connection that nothing was sent over before. */
  readonly isFresh?: boolean;
}

/** What came of one request. */
export interface Asked {
  readonly attempt: Attempt;
  /** As it went over the wire, bounded and without secrets; null when none is kept. */
  readonly raw: Uint8Array | null;
  /** What asking again at once may mend, at no risk of paying twice for the same mistake. */
  readonly again: "on-a-fresh-connection" | "without-usage" | null;
  /** How long until the endpoint's limits, which it says are used up, are filled again. */
  readonly exhaustedMs: number | null;
}
