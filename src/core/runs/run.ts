import type { Endpoint } from "./endpoint.ts";

/** A suite that was measured, or an endpoint that was probed for what it really does. */
export type RunKind = "suite" | "probe";

/** One measurement: what was asked of which endpoints, in which order. */
export interface Run {
  readonly id: string;
  readonly kind: RunKind;
  /** A moment, as the clock of whoever started it has it. */
  readonly createdAt: string;
  /** The name of the suite. */
  readonly suite: string;
  /** The suite as it was measured, kept as a payload: whoever has the store needs no file. */
  readonly suiteHash: string | null;
  /** Of the order of the cells. */
  readonly seed: number;
  readonly repetitions: number;
  readonly endpoints: readonly Endpoint[];
  /** What else the measurement was told, as JSON. Never secrets. */
  readonly settings: Readonly<Record<string, unknown>>;
}
