import type { Endpoint } from "./endpoint.ts";

/** A grader as the suite asks for it: its kind, and what is set. */
export type GraderSpec = Named<
  | { readonly kind: "exact"; readonly isTrimmed: boolean }
  | { readonly kind: "normalised" }
  | { readonly kind: "contains"; readonly match: Match; readonly ignoresCase: boolean }
  | {
      readonly kind: "numeric";
      /** What is left of both, the wider counts. */
      readonly tolerance: number;
      readonly relativeTolerance: number;
      /** Which number of the answer is meant. */
      readonly take: "first" | "last" | "only";
    }
  | {
      readonly kind: "regex";
      readonly pattern?: string;
      readonly flags: string;
      readonly isNegated: boolean;
    }
  | { readonly kind: "json-schema"; readonly schema?: unknown; readonly where: JsonPlace }
  | { readonly kind: "json-path"; readonly path: string; readonly where: JsonPlace }
  | {
      readonly kind: "tool-call";
      /** Whether calls beside the expected ones are no mistake. */
      readonly allowsOthers: boolean;
    }
  | {
      readonly kind: "similarity";
      readonly embeddings: Endpoint;
      /** Cosine from which on it passes. */
      readonly atLeast: number;
    }
  | { readonly kind: "module"; readonly path: string; readonly timeoutMs: number }
  | {
      readonly kind: "code";
      readonly language: CodeLanguage;
      /** Whether the expected text is code that tests the answer, or what it prints. */
      readonly check: "tests" | "output";
      readonly timeoutMs: number;
      readonly memoryMb: number;
    }
  | {
      readonly kind: "judge";
      readonly judge: Endpoint;
      /** Holds the answer against words, or beside the expected answer in both orders. */
      readonly mode: "rubric" | "pairwise";
      readonly rubric: string;
      /** Score from which on it passes, 0 to 1. */
      readonly atLeast: number;
    }
>;

export type GraderKind = GraderSpec["kind"];

export type GraderSpecOf<Kind extends GraderKind> = Extract<GraderSpec, { readonly kind: Kind }>;

/** How many of several texts must be there. */
export type Match = "all" | "any" | "none";

/** Where the JSON of an answer stands: all of it, all of it or one fenced block, or anywhere. */
export type JsonPlace = "whole" | "fenced" | "anywhere";

export type CodeLanguage = "python" | "javascript";

/** Distributes over the kinds, so that each stays a case of the union. */
type Named<Spec> = Spec extends unknown
  ? Spec & {
      readonly id: string;
      /**
       * Where the expected value of a prompt is a mapping: the key of what counts for this grader.
       * Prompts without it are not graded by it.
       */
      readonly key?: string;
      /** Holds for every prompt, in place of what each expects. */
      readonly expected?: unknown;
    }
  : never;
