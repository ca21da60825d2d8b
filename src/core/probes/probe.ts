import type { Property } from "../catalog/property.ts";

/** One thing an endpoint may do or not, and how to find out. */
export interface Probe {
  readonly id: ProbeId;
  readonly title: string;
  /** What a trial does, in plain words. */
  readonly asks: string;
  /** Without what the trial would show nothing; null: what is looked for cannot come by chance. */
  readonly control: string | null;
  /** Requests that one trial takes, at most. */
  readonly requests: number;
  /** Trials at most, where one is dear or the next would say the same; else as many as asked. */
  readonly trialsAtMost?: number;
  /** Trials from which on a verdict is given. */
  readonly trialsAtLeast?: number;
  /** Words of a refusal by which it speaks of what the probe asked for. */
  readonly named: RegExp;
  /** Whether only a model that does what it is told can pass it. */
  readonly needsUnderstanding: boolean;
  /** What the verdict means where the title alone does not say it. */
  readonly says?: Readonly<Partial<Record<"supported" | "unsupported", string>>>;
  /** What of the catalog it speaks for. */
  readonly speaksFor?: {
    readonly property: Property;
    /** A "no" is no news: what is missing may have to be switched on. */
    readonly isOnlyYes?: true;
  };
}

export type ProbeId =
  | "answers"
  | "tools-auto"
  | "tools-forced"
  | "tools-named"
  | "tools-none"
  | "parallel-on"
  | "parallel-off"
  | "tool-result"
  | "json-schema"
  | "json-mode"
  | "image"
  | "streaming"
  | "stream-usage"
  | "context"
  | "needle"
  | "logprobs"
  | "seed"
  | "stop"
  | "system"
  | "reasoning"
  | "max-tokens"
  | "max-completion-tokens"
  | "unknown-model"
  | "unknown-parameter"
  | "rate-limits";

/**
 * What a request is within its trial: what the verdict is about, what must hold besides so that it
 * counts, or what the others are held against.
 */
export type StepRole = "asked" | "control" | "base";
