import type { ProblemCode } from "../../core/problems/problem.ts";

/** What the shell learns: fine, the answer is "no", wrong use or input, the world failed. */
export const exitCodes = { fine: 0, answerIsNo: 1, wrongInput: 2, worldFailed: 3 } as const;

export const exitCodeOf = {
  "invalid-input": exitCodes.wrongInput,
  "model-not-found": exitCodes.wrongInput,
  "not-found": exitCodes.wrongInput,
  "too-few-models": exitCodes.wrongInput,
  "same-model-twice": exitCodes.wrongInput,
  "file-invalid": exitCodes.wrongInput,
  "file-too-large": exitCodes.wrongInput,
  "file-unreadable": exitCodes.wrongInput,
  "file-unwritable": exitCodes.worldFailed,
  "file-exists": exitCodes.wrongInput,
  "folder-taken": exitCodes.wrongInput,
  "file-in-the-way": exitCodes.wrongInput,
  "facts-changed": exitCodes.worldFailed,
  "page-broken": exitCodes.worldFailed,
  "as-of-too-early": exitCodes.wrongInput,
  "price-unknown": exitCodes.wrongInput,
  "catalog-unreadable": exitCodes.worldFailed,
  "snapshot-unreadable": exitCodes.wrongInput,
  "unknown-parameter": exitCodes.wrongInput,
  "wrong-method": exitCodes.wrongInput,
  "wrong-content-type": exitCodes.wrongInput,
  "body-too-large": exitCodes.wrongInput,
  "address-too-long": exitCodes.wrongInput,
  "headers-too-large": exitCodes.wrongInput,
  "too-slow": exitCodes.wrongInput,
  "not-served-here": exitCodes.wrongInput,
  "token-needed": exitCodes.wrongInput,
  "host-not-served": exitCodes.wrongInput,
  "too-busy": exitCodes.worldFailed,
  stopping: exitCodes.worldFailed,
  "internal-error": exitCodes.worldFailed,
  "cannot-listen": exitCodes.worldFailed,
} as const satisfies Record<ProblemCode, number>;
