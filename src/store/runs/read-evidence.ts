import { existsSync } from "node:fs";
import type { Outcome } from "../../core/problems/problem.ts";
import type { RunEvidence } from "../../core/runs/run-evidence.ts";
import { RunStoreFailure } from "../../core/runs/run-store-failure.ts";
import { storePlace, usualStore } from "./store-place.ts";

/** What the team measured, the latest run first; nothing where it never did. */
export async function readEvidence(): Promise<Outcome<readonly RunEvidence[]>> {
  const where = storePlace();
  if (where === usualStore && !existsSync(where)) return { ok: true, value: [] };
  const { openRunStore } = await import("./open-run-store.ts");
  const store = await openRunStore(where, "read");
  if (!store.ok) return store;
  try {
    return { ok: true, value: await store.value.evidence() };
  } catch (cause) {
    if (cause instanceof RunStoreFailure) return { ok: false, problem: cause.problem };
    throw cause;
  } finally {
    await store.value.close();
  }
}
