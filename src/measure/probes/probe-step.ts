import type { ProbeId, StepRole } from "../../core/probes/probe.ts";
import type { Answer, Timings } from "../../core/runs/attempt.ts";
import type { Dialect } from "../../core/runs/endpoint.ts";
import type { Failure } from "../../core/runs/failure.ts";
import type { Message, ToolDefinition } from "../../core/runs/prompt.ts";
import type { Tokens } from "../../core/units.ts";
import type { DialectWords } from "./dialect-words.ts";
import type { Draw } from "./draw.ts";
import type { WireExchange } from "./wire-exchange.ts";

/** One request of a trial, and what is looked for in what comes back. */
export interface ProbeStep {
  readonly role: StepRole;
  /** Tells it from others of its role. */
  readonly detail?: string;
  readonly messages: readonly Message[];
  readonly tools?: readonly ToolDefinition[];
  /** In the words of the wire format. */
  readonly parameters?: Readonly<Record<string, unknown>>;
  /** Room for the answer; null: as the parameters say. Absent: as usual. */
  readonly answerTokens?: Tokens | null;
  readonly isStreamed?: boolean;
  /** Another name than that of the session. */
  readonly model?: string;
  readonly detect?: Detector;
  /** In place of what a failure usually says; undefined: it says the usual. */
  readonly detectFailure?: (failure: Failure, wire: WireExchange | null) => Detected | undefined;
}

/** Null: it says nothing either way. */
export type Detected = { readonly isPass: boolean; readonly because: string } | null;

export type Detector = (answer: Answer, seen: SeenExchange) => Detected;

/** What came of a step. */
export interface SeenExchange {
  readonly answer: Answer | null;
  readonly failure: Failure | null;
  readonly timings: Timings;
  /** Null where it was not kept whole. */
  readonly wire: WireExchange | null;
  readonly detected: Detected;
}

/** The requests of one trial: each may depend on what came of the one before it. */
export type Trial = (setting: TrialSetting) => Generator<ProbeStep, void, SeenExchange>;

/** The trial of every probe; one that ends without a request has no words in the wire format. */
export type Trials = Readonly<Partial<Record<ProbeId, Trial>>>;

/** What trials go by. */
export interface TrialSetting {
  readonly dialect: Dialect;
  readonly words: DialectWords;
  readonly draw: Draw;
  /** From 1. */
  readonly trial: number;
  readonly contextTokens: Tokens;
  /** What the session found out so far. */
  readonly learnt: Learnt;
}

/** What the first requests tell, and later ones go by. */
export interface Learnt {
  /** By which name the endpoint takes the limit of tokens; null: by none. */
  limitName: "max_tokens" | "max_completion_tokens" | null;
  /** Room that an answer needs: more where reasoning comes first. */
  answerTokens: Tokens;
  /** The longest prompt that was taken; null: not known yet. */
  takenTokens: Tokens | null;
}

export function user(content: string): readonly Message[] {
  return [{ role: "user", content }];
}
