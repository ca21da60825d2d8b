import type { Grade } from "./result.ts";

/** What came of a grader at an answer: a grade, or why there is none. */
export type Grading =
  | { readonly isGraded: true; readonly grade: Grade }
  | {
      readonly isGraded: false;
      readonly grader: string;
      readonly version: string;
      readonly why: Ungraded;
      readonly because: string;
    };

/**
 * There was no answer; the prompt expects nothing of this grader; the grader itself failed, which is
 * no failure of the model.
 */
export type Ungraded = "no-answer" | "nothing-expected" | "grader-failed";
