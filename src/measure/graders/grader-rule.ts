import type { Answer } from "../../core/runs/attempt.ts";
import type { Endpoint } from "../../core/runs/endpoint.ts";
import type { GraderKind, GraderSpecOf } from "../../core/runs/grader-spec.ts";
import type { Message, Prompt } from "../../core/runs/prompt.ts";
import type { Grade } from "../../core/runs/result.ts";
import type { BoundedWorker } from "./bounded-worker.ts";
import type { ExpectedBy } from "./expectations.ts";

/** What graders may reach for. How a request travels is the business of whoever gives it. */
export interface GraderDeps {
  /** Where the suite stands: its modules are found from there. */
  readonly suiteFile: string;
  /** A vector for each text. */
  readonly embed?: (
    endpoint: Endpoint,
    texts: readonly string[],
  ) => Promise<readonly (readonly number[])[]>;
  /** The text that a model answers. */
  readonly ask?: AskJudge;
  /** Whether code that models wrote may be run: the suite asks for it, a person allows it. */
  readonly isCodeAllowed: boolean;
}

export type AskJudge = (endpoint: Endpoint, messages: readonly Message[]) => Promise<string>;

/** An answer, and what is expected of it. */
export interface Answered<Kind extends GraderKind> {
  readonly prompt: Prompt;
  readonly answer: Answer;
  readonly expected: ExpectedBy<Kind>;
}

/** What a grader says of an answer. */
export type Said = Pick<Grade, "score" | "isPass" | "because">;

/** How a grader of a kind grades. It throws where it cannot; that is no failure of the model. */
export interface GraderRule<Kind extends GraderKind> {
  /** Another one wherever the same answer would be graded otherwise. */
  readonly version: string;
  readonly grade: (
    spec: GraderSpecOf<Kind>,
    answered: Answered<Kind>,
    deps: OpenDeps,
  ) => Said | Promise<Said>;
}

/** With what is opened once for all answers. */
export interface OpenDeps extends GraderDeps {
  readonly worker: BoundedWorker;
}

/** Passed or not, and nothing between. */
export function saidOf(isPass: boolean, because: string): Said {
  return { score: isPass ? 1 : 0, isPass, because };
}

/** What a reader sees of a text that a stranger wrote: short, on one line, without controls. */
export function excerpt(text: string): string {
  const plain = text
    .slice(0, 200)
    .replace(/[\s\p{C}]+/gu, " ")
    .trim();
  return plain.length > 80 ? `"${plain.slice(0, 79)}…"` : `"${plain}"`;
}
