import type { Deps } from "../../src/operations/operation.ts";

/** What is not given is not there: an operation that reaches for it fails. It is 2026-11-20. */
export function depsOf(given: Partial<Deps>): Deps {
  return {
    catalog: async () => {
      throw new Error("this needs no catalog");
    },
    catalogAt: async (folder) => ({
      ok: false,
      problem: { code: "snapshot-unreadable", folder, reason: "there is no such folder" },
    }),
    today: () => "2026-11-20",
    ...given,
  };
}
