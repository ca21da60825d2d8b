import type { Candidate } from "../compare/candidate.ts";
import { listed, nameOf } from "../compare/wording.ts";
import { keysOf, remarksOn } from "./code-text.ts";
import type { Connection } from "./connection.ts";

/** A connection for each model, or the sentence why one of them has none. */
export function allOrWhy(
  called: readonly Candidate[],
  connect: (candidate: Candidate) => Connection | undefined,
  format: string,
):
  | { readonly ok: true; readonly value: readonly Connection[] }
  | { readonly ok: false; readonly because: string } {
  const connections: Connection[] = [];
  for (const candidate of called) {
    const connection = connect(candidate);
    if (connection === undefined) {
      const where =
        candidate.route === undefined
          ? "has no route here"
          : `is not known to answer in ${format} at ${candidate.route.provider.name}`;
      return { ok: false, because: `${nameOf(candidate)} ${where}` };
    }
    connections.push(connection);
  }
  return connections.length === 0
    ? { ok: false, because: "no model is left to call" }
    : { ok: true, value: connections };
}

/** What to set in the environment, and what is missing. */
export function noteOn(connections: readonly Connection[]): readonly string[] {
  return [
    `Keys are read from ${listed(keysOf(connections))}.`,
    ...new Set(connections.flatMap(remarksOn)),
  ];
}
