/** Something that went wrong and that the reader can mend. Bugs are ordinary `Error`s. */
export type Problem =
  | { readonly code: "invalid-input"; readonly where: string; readonly expected: string }
  | {
      readonly code: "model-not-found";
      readonly asked: string;
      readonly closest: readonly string[];
    }
  | {
      readonly code: "not-found";
      readonly what:
        | "route"
        | "provider"
        | "benchmark"
        | "property"
        | "maker"
        | "operation"
        | "page"
        | "GPU"
        | "precision"
        | "engine";
      readonly asked: string;
      readonly closest: readonly string[];
    }
  | { readonly code: "too-few-models"; readonly given: number }
  | { readonly code: "same-model-twice"; readonly model: string; readonly names: readonly string[] }
  | {
      readonly code: "file-invalid";
      readonly file: string;
      readonly line?: number;
      readonly field?: string;
      readonly found?: string;
      readonly expected: string;
    }
  | {
      readonly code: "file-too-large";
      readonly file: string;
      readonly bytes: number;
      readonly limitBytes: number;
    }
  | { readonly code: "file-unreadable"; readonly file: string; readonly reason: string }
  | { readonly code: "file-unwritable"; readonly file: string; readonly reason: string }
  | { readonly code: "file-exists"; readonly file: string }
  | {
      readonly code: "as-of-too-early";
      readonly asOf: string;
      readonly subject: string;
      readonly firstDay: string;
    }
  | { readonly code: "price-unknown"; readonly route: string; readonly because: string }
  /** Nobody wrote down how the model is built, so its memory cannot be reckoned. */
  | {
      readonly code: "architecture-unknown";
      readonly model: string;
      /** False: its maker publishes no weights. */
      readonly hasWeights: boolean;
    }
  | { readonly code: "catalog-unreadable"; readonly reason: string }
  | { readonly code: "snapshot-unreadable"; readonly folder: string; readonly reason: string }
  /** A folder to write a site into holds what no export wrote. */
  | { readonly code: "folder-taken"; readonly folder: string; readonly file: string }
  /** A file to write stands there already, and no export wrote it. */
  | { readonly code: "file-in-the-way"; readonly file: string }
  /** What a site is drawn from was another when it was opened again. */
  | { readonly code: "facts-changed" }
  /** Not even a plain request is answered. */
  | {
      readonly code: "endpoint-unusable";
      readonly address: string;
      readonly model: string;
      readonly reason: string;
    }
  | { readonly code: "page-broken"; readonly address: string; readonly reason: string }
  | StoreProblem
  | ServedProblem;

/** What can go wrong with a store of runs. It is named without its password. */
export type StoreProblem =
  /** Another process measures into it. */
  | { readonly code: "store-busy"; readonly store: string }
  | {
      readonly code: "store-newer";
      readonly store: string;
      readonly version: number;
      readonly known: number;
    }
  | { readonly code: "not-a-store"; readonly store: string; readonly found: string }
  | { readonly code: "store-failed"; readonly store: string; readonly reason: string }
  | { readonly code: "run-not-found"; readonly run: string; readonly store: string }
  | { readonly code: "suite-not-kept"; readonly run: string }
  /** A module that grades lies on the host of whoever wrote it, and not on this one. */
  | { readonly code: "grader-file-missing"; readonly grader: string; readonly file: string }
  /** None of those that were started to measure is there any more. */
  | { readonly code: "workers-ended"; readonly workers: number; readonly how: string };

/** What can only go wrong between a server and who asks it. */
export type ServedProblem =
  | {
      readonly code: "unknown-parameter";
      readonly asked: string;
      readonly closest: readonly string[];
    }
  | { readonly code: "wrong-method"; readonly method: string; readonly allowed: readonly string[] }
  | { readonly code: "wrong-content-type"; readonly given: string }
  | { readonly code: "body-too-large"; readonly limitBytes: number }
  | { readonly code: "address-too-long"; readonly limitBytes: number }
  | { readonly code: "headers-too-large"; readonly limitBytes: number }
  | { readonly code: "too-slow" }
  | { readonly code: "not-served-here"; readonly what: KeptBack; readonly asked: string }
  | { readonly code: "token-needed"; readonly isGiven: boolean }
  | { readonly code: "host-not-served"; readonly host: string }
  | { readonly code: "too-busy" }
  | { readonly code: "stopping" }
  | { readonly code: "internal-error" }
  | { readonly code: "cannot-listen"; readonly address: string; readonly reason: string };

/** What lies on the disk of a server and is not opened for whoever asks. */
export type KeptBack =
  | "facts"
  | "workload"
  | "catalog"
  | "prompts"
  | "code"
  | "results"
  | "records"
  | "runs"
  | "config";

/** What is wrong, for programs: a code never changes its meaning. */
export type ProblemCode = Problem["code"];

/** What an operation answers: a value, or what to mend. */
export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: Problem };

/** What is wrong, for people: what, naming the thing, then one next step. */
export interface ProblemText {
  readonly title: string;
  /** One next step, ready to paste where there is one. */
  readonly remedy: string;
}
