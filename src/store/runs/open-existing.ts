import type { Outcome } from "../../core/problems/problem.ts";
import type { RunStore } from "../../core/runs/run-store.ts";
import { RunStoreFailure } from "../../core/runs/run-store-failure.ts";
import { openRunStore } from "./open-run-store.ts";

/** Opens a store that is there, to change what is in it; one that is not there is not made. */
export async function openExistingStore(where: string): Promise<Outcome<RunStore>> {
  const there = await openRunStore(where, "read");
  if (!there.ok) return there;
  await there.value.close();
  return openRunStore(where, "measure");
}

/** What the store says of its own failure, as an outcome; anything else is a bug and goes on. */
export async function withStore<T>(
  opened: Outcome<RunStore>,
  work: (store: RunStore) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  if (!opened.ok) return opened;
  try {
    return await work(opened.value);
  } catch (cause) {
    if (cause instanceof RunStoreFailure) return { ok: false, problem: cause.problem };
    throw cause;
  } finally {
    await opened.value.close();
  }
}
