import { RunStoreFailure } from "../../../core/runs/run-store-failure.ts";
import type { PostgresAddress } from "./connection-string.ts";

/** The server is away, starts, or let two of us wait for each other: asked again, it may answer. */
const passing = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "EPIPE",
  "ETIMEDOUT",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "ENOENT",
  "57P01",
  "57P02",
  "57P03",
  "53300",
  "40001",
  "40P01",
  /** A payload went with another run while this one took hold of it. */
  "23503",
]);
const lostConnection =
  /Connection terminated|connection error|not queryable|timeout exceeded when trying|Query read timeout/;

const reasons: Readonly<Record<string, string>> = {
  ECONNREFUSED: "nobody answers there",
  ENOENT: "nobody answers there",
  ENOTFOUND: "nobody knows this host",
  EAI_AGAIN: "nobody knows this host",
  ETIMEDOUT: "it does not answer",
  "28P01": "it refuses the user or the password",
  "28000": "it refuses the user or the password",
  "3D000": "there is no such database",
  "42501": "the user may not make or use its tables",
  "53100": "the disk of the server is full",
};

export function isPassing(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = codeOf(error);
  if (code === "") return lostConnection.test(error.message);
  return passing.has(code) || code.startsWith("08");
}

/** What the server or the way to it says, as a failure of the store; a bug of ours stays what it is. */
export function postgresFailure({ name, password }: PostgresAddress, error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof RunStoreFailure) return error;
  const code = codeOf(error);
  if (code === "" && !lostConnection.test(error.message)) return error;
  if (/^2[123]/.test(code) && !isPassing(error)) return error;
  const said = reasons[code] ?? error.message;
  const reason = password === "" ? said : said.replaceAll(password, "…");
  return new RunStoreFailure({ code: "store-failed", store: name, reason });
}

function codeOf(error: Error): string {
  return "code" in error && typeof error.code === "string" ? error.code : "";
}
