import type { Ask } from "./answer.ts";

/** What draws pages, until it is ended. */
export interface Drawing {
  readonly ask: Ask;
  /** So many addresses are best asked for with one question. */
  readonly together: number;
  /** So many questions may be under way. */
  readonly atOnce: number;
  readonly end: () => Promise<void>;
}
