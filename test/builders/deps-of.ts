import type { Deps } from "../../src/operations/operation.ts";

/** A world in which nothing lies beside the work and nothing may be opened, but what is given. */
export function depsOf(given: Partial<Deps> = {}): Deps {
  return {
    catalog: async () => {
      throw new Error("the catalog was opened");
    },
    workload: async () => ({ ok: true, value: undefined }),
    readCode: async () => {
      throw new Error("a code base was read");
    },
    today: () => "2026-11-20",
    ...given,
  };
}
