import type { Deps } from "../../src/operations/operation.ts";

/** A world in which nothing lies beside the work and nothing may be opened, but what is given. */
export function depsOf(given: Partial<Deps> = {}): Deps {
  return {
    catalog: async () => {
      throw new Error("the catalog was opened");
    },
    countPrompts: async (path) => ({
      ok: false,
      problem: { code: "file-unreadable", file: path, reason: "there is no such file" },
    }),
    workload: async () => ({ ok: true, value: undefined }),
    today: () => "2026-11-20",
    ...given,
  };
}
