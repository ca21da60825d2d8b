import type { Outcome } from "../../core/problems/problem.ts";

/** Serves what the product can do over HTTP until it is stopped. */
export async function serve(): Promise<Outcome<number>> {
  throw new Error("nothing is served yet");
}
