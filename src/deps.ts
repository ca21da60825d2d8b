import type { Catalog } from "./core/catalog/catalog.ts";
import type { Outcome } from "./core/problems/problem.ts";
import type { Deps } from "./operations/operation.ts";
import { openCatalog } from "./store/compiled-catalog.ts";

/** What operations reach for in a real process: the compiled catalog and the clock. */
export function buildDeps(): Deps {
  return {
    catalog: () => openOutcome(),
    today: () => new Date().toISOString().slice(0, 10),
  };
}

async function openOutcome(): Promise<Outcome<Catalog>> {
  try {
    return { ok: true, value: await openCatalog() };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { ok: false, problem: { code: "catalog-unreadable", reason } };
  }
}
