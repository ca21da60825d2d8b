import type { Deps } from "../../src/operations/operation.ts";

/** A world in which nothing lies beside the work and nothing may be opened, but what is given. It is 2026-11-20. */
export function depsOf(given: Partial<Deps> = {}): Deps {
  return {
    catalog: async () => {
      throw new Error("the catalog was opened");
    },
    countPrompts: async (path) => ({
      ok: false,
      problem: { code: "file-unreadable", file: path, reason: "there is no such file" },
    }),
    catalogAt: async (folder) => ({
      ok: false,
      problem: { code: "snapshot-unreadable", folder, reason: "there is no such folder" },
    }),
    measured: async () => ({ ok: true, value: [] }),
    modelConfig: async (file) => ({
      ok: false,
      problem: { code: "file-unreadable", file, reason: "there is no such file" },
    }),
    sizing: async () => {
      throw new Error("what is known of weights was opened");
    },
    workload: async () => ({ ok: true, value: undefined }),
    readCode: async () => {
      throw new Error("a code base was read");
    },
    readResults: async (file) => ({
      ok: false,
      problem: { code: "file-unreadable", file, reason: "there is no such file" },
    }),
    runs: async (store = "runs.db") => ({
      ok: false,
      problem: { code: "file-unreadable", file: store, reason: "there is no such file" },
    }),
    writeDecision: async () => {
      throw new Error("something was written");
    },
    readDecision: async (file) => ({
      ok: false,
      problem: { code: "file-unreadable", file, reason: "there is no such file" },
    }),
    today: () => "2026-11-20",
    ...given,
  };
}
