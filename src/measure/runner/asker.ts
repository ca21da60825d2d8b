import type { Attempt } from "../../core/runs/attempt.ts";
import type { Prompt } from "../../core/runs/prompt.ts";

/** Asks one endpoint until it answers or no attempt is left. */
export interface Asker {
  readonly ask: (prompt: Prompt, asking: Asking) => Promise<readonly Asked[]>;
  readonly close: () => Promise<void>;
}

export interface Asking {
  readonly cell: string;
  /** Of the first request, from 1: earlier processes may have sent some. */
  readonly firstNumber: number;
  /** On the clock of the runner. */
  readonly dueAt: number;
  readonly signal: AbortSignal;
  /** Awaited before each request is sent. False: it must not be. */
  readonly mayBegin: (number: number) => Promise<boolean>;
}

/** A request as it went; its bytes where they are kept. */
export interface Asked {
  readonly attempt: Attempt;
  readonly raw: Uint8Array | null;
}
