import type { Outcome } from "../core/problems/problem.ts";
import type { RunReader } from "../core/runs/run-reader.ts";
import { RunStoreFailure } from "../core/runs/run-store-failure.ts";
import type { Deps } from "./operation.ts";

/** Asks the runs of a store, and lets go of it whatever comes of that. */
export async function withRuns<T>(
  deps: Pick<Deps, "runs">,
  store: string | undefined,
  ask: (reader: RunReader) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  const opened = await deps.runs(store);
  if (!opened.ok) return opened;
  try {
    return await ask(opened.value);
  } catch (cause) {
    if (cause instanceof RunStoreFailure) return { ok: false, problem: cause.problem };
    throw cause;
  } finally {
    await opened.value.close();
  }
}
