import type { Asked } from "./asked.ts";

/** Whose turn it is to ask an endpoint, within the limits we are told and those it tells. */
export interface Turns {
  /** Waits for the turn of a request of about so many tokens. */
  take(tokens: number, signal?: AbortSignal): Promise<void>;
  /** Learns from what came of it. */
  learn(asked: Asked, guessedTokens: number): void;
}
