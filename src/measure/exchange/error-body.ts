import type { Fault } from "./answer-draft.ts";
import { codeOfStatus } from "./failure-codes.ts";
import { foreignErrorOf } from "./foreign-error.ts";
import { parseForeign } from "./parse-foreign.ts";

/** What an error status and the body that came with it say: JSON of any shape, text or HTML. */
export function errorBodyFault(status: number, body: string): Fault {
  const parsed = parseForeign(body);
  const error = parsed.ok ? foreignErrorOf(parsed.json, { isCertain: true }) : undefined;
  const said = error?.message ?? body.trim();
  return {
    code: codeOfStatus(status, error?.names) ?? "error-in-body",
    message: said === "" ? `status ${status}` : `status ${status}: ${said}`,
    retryAfterMs: error?.retryAfterMs ?? null,
  };
}
