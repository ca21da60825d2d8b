/** What is measured once: a prompt at an endpoint, for the n-th time. */
export interface Cell {
  /** Names prompt, endpoint, model, parameters and repetition by what is in them: the same cell is never paid for twice. */
  readonly key: string;
  readonly prompt: string;
  readonly endpoint: string;
  /** From 1. */
  readonly repetition: number;
}
