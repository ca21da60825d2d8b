import type { FailureCode } from "../../core/runs/failure.ts";

/** Names of errors that say more than the status they come with. */
const codeByName: Readonly<Record<string, FailureCode>> = {
  content_filter: "filtered",
  content_policy_violation: "filtered",
  insufficient_quota: "unauthorised",
  invalid_api_key: "unauthorised",
  model_not_found: "not-found",
};

const codeByStatus: Readonly<Record<number, FailureCode>> = {
  401: "unauthorised",
  402: "unauthorised",
  403: "unauthorised",
  404: "not-found",
  405: "not-found",
  408: "server-error",
  409: "server-error",
  410: "not-found",
  425: "server-error",
  429: "rate-limited",
};

/** Whose fault an HTTP status is; undefined for one that brings an answer. */
export function codeOfStatus(
  status: number,
  names: readonly string[] = [],
): FailureCode | undefined {
  if (status >= 200 && status < 300) return undefined;
  if (status < 400) return "redirected";
  const named = names.flatMap((name) => codeByName[name] ?? []);
  return named[0] ?? codeByStatus[status] ?? (status >= 500 ? "server-error" : "bad-request");
}

/** An error that came with status 200. */
export function codeOfErrorInBody(names: readonly string[]): FailureCode {
  return names.some((name) => codeByName[name] === "filtered") ? "filtered" : "error-in-body";
}

/** What the system, TLS, undici and its HTTP parser call a failure; the first row that fits counts. */
const codesOfWorld: readonly (readonly [RegExp, FailureCode])[] = [
  [/^(?:ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL|EACCES|EPERM)$/, "refused"],
  [/^(?:ENOTFOUND|EAI_\w+)$/, "host-not-found"],
  [/^(?:ETIMEDOUT|UND_ERR_CONNECT_TIMEOUT)$/, "first-byte-timeout"],
  [/^(?:UND_ERR_RES_CONTENT_LENGTH_MISMATCH|HPE_INVALID_EOF_STATE)$/, "truncated"],
  [/^(?:HPE_HEADER_OVERFLOW|UND_ERR_HEADERS_OVERFLOW)$/, "too-large"],
  [/^HPE_/, "wrong-content-type"],
  [/^(?:UND_ERR_DESTROYED|UND_ERR_CLOSED|UND_ERR_ABORTED)$/, "cancelled"],
  [/CERT|SELF_SIGNED|UNABLE_TO_|^ERR_TLS|^ERR_SSL|^EPROTO$|ISSUER|_CRL_/, "certificate"],
];

/** The failure behind an error of the network. */
export function codeOfWorld(error: unknown): FailureCode {
  const name = errorName(error) ?? "";
  return codesOfWorld.find(([names]) => names.test(name))?.[1] ?? "reset";
}

/** Node wraps errors in errors: the first that has a name of the system. */
function errorName(error: unknown): string | undefined {
  let each = error;
  for (let depth = 0; depth < 5 && typeof each === "object" && each !== null; depth++) {
    if ("code" in each && typeof each.code === "string") return each.code;
    each = each instanceof AggregateError ? each.errors[0] : "cause" in each ? each.cause : null;
  }
  return undefined;
}
