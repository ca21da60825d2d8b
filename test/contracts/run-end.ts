import { expect, test } from "vitest";
import type { RunEnd } from "../../src/core/runs/progress.ts";
import type { RunStore } from "../../src/core/runs/run-store.ts";
import { answeredOf, failedOf, runOf } from "../builders/run-of.ts";

interface Given {
  readonly started: (cells: number) => Promise<string>;
  readonly store: () => RunStore;
}

const minute = { forMs: 60_000 };
const ends: readonly RunEnd[] = [
  { kind: "decided", candidate: "ünal", shown: "not-worse" },
  { kind: "futile", candidate: "ünal" },
  { kind: "limit", limit: "usd", endpoint: null },
  { kind: "limit", limit: "requests", endpoint: "brick" },
];

/** What a store of runs owes several who work on one run, and whoever leads them. */
export function runEndContract({ started, store }: Given): void {
  test.each(ends)("ends a run for all who work on it, and says why: $kind", async (end) => {
    const id = await started(3);
    await store().lease(id, "w1", { atMost: 1, ...minute });
    expect(await store().ended(id)).toBeUndefined();
    await store().endRun(id, end);
    await store().endRun(id, { kind: "interrupted" });
    expect(await store().ended(id)).toEqual(end);
    expect(await store().lease(id, "w2", { atMost: 9, ...minute })).toEqual([]);
  });

  test("lets nothing begin after the end of a run, and finish what began before", async () => {
    const [id, other] = [await started(2), await started(1)];
    const begin = (run: string, cell: string) =>
      store().beginAttempts(run, "w", [{ cell, number: 1 }]);
    expect(await begin(id, "c0")).toBe(true);
    await store().endRun(id, { kind: "interrupted" });
    expect(await Promise.all([begin(id, "c1"), begin(other, "c0")])).toEqual([false, true]);
    expect(await store().spend(id)).toMatchObject({ attempts: 1 });
    expect(await store().finish(id, "w", answeredOf("c0"))).toBe("finished");
  });

  test("goes on with a run whose end was taken back", async () => {
    const id = await started(2);
    await store().endRun(id, { kind: "interrupted" });
    await store().reopenRun(id);
    expect(await store().ended(id)).toBeUndefined();
    expect(await store().beginAttempts(id, "w", [{ cell: "c0", number: 1 }])).toBe(true);
    expect(await store().lease(id, "w", { atMost: 9, ...minute })).toHaveLength(2);
    await store().endRun("nobody's run", { kind: "interrupted" });
    expect(await store().ended("nobody's run")).toBeUndefined();
  });

  test("counts what all use of something, and nothing that would be too much", async () => {
    const id = await started(0);
    const use = (amount: number, rest: object = {}) =>
      store().use(id, { what: "requests", amount, atMost: 3, ...rest });
    const many = await Promise.all([1, 1, 1, 1, 1].map((amount) => use(amount)));
    expect(many.filter((isCounted) => isCounted)).toHaveLength(3);
    expect(await use(-1)).toBe(true);
    expect([await use(1), await use(1)]).toEqual([true, false]);
    expect(await use(1, { what: "requests of brick", before: 2 })).toBe(true);
    expect(await use(1, { what: "requests of brick" })).toBe(false);
    expect(await use(0, { before: 9, atMost: undefined })).toBe(true);
    expect(await use(-7)).toBe(true);
    expect([await use(1), await use(1)]).toEqual([true, false]);
    expect(await store().use("nobody's run", { what: "requests", amount: 1 })).toBe(false);
  });

  test("hands back the grades of those cells asked for that are finished", async () => {
    const id = await started(500);
    await store().finish(id, "w", answeredOf("c3"));
    await store().finish(id, "w", failedOf("c499"));
    const keys = Array.from({ length: 500 }, (_, i) => `c${i}`);
    const graded = await store().gradesOf(id, keys);
    expect([...graded].sort((a, b) => (a.cell < b.cell ? -1 : 1))).toEqual([
      { cell: "c3", grades: answeredOf("c3").result.grades },
      { cell: "c499", grades: [] },
    ]);
    expect(await store().gradesOf(id, [])).toEqual([]);
  });

  test("takes over where the suite of a run is kept now", async () => {
    const id = await started(1);
    await store().updateRun(runOf(id, { suiteHash: "0".repeat(64) }));
    expect(await store().run(id)).toEqual(runOf(id, { suiteHash: "0".repeat(64) }));
    await store().updateRun(runOf("nobody's run"));
    expect(await store().run("nobody's run")).toBeUndefined();
  });
}
