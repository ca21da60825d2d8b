import { expect, test } from "vitest";
import type { Grade } from "../../src/core/runs/result.ts";
import type { RunStore } from "../../src/core/runs/run-store.ts";
import { allOf, answeredOf, failedOf } from "../builders/run-of.ts";

interface Given {
  readonly started: (cells: number) => Promise<string>;
  readonly store: () => RunStore;
}

const otherwise: Grade = {
  ...{ grader: "numeric", version: "2", score: 0.25, isPass: false, because: "7 \u0000 is not 8" },
};

/** What a store of runs owes who grades kept answers anew. */
export function runRegradingContract({ started, store }: Given): void {
  test("hands back one result by its cell", async () => {
    const id = await started(2);
    const { attempts, result } = answeredOf("c0");
    await store().finish(id, "w", { attempts, result });
    expect(await store().result(id, "c0")).toEqual(result);
    expect(await store().result(id, "c1")).toBeUndefined();
    expect(await store().result(id, "no such cell")).toBeUndefined();
  });

  test("puts other grades in the place of those there are, and nothing else", async () => {
    const id = await started(3);
    for (const cell of ["c0", "c1"]) await store().finish(id, "w", answeredOf(cell));
    await store().finish(id, "w", failedOf("c2"));
    const before = await allOf(store().results(id));
    const [spend, counts] = [await store().spend(id), await store().counts(id)];
    const graded = ["c1", "c2", "no such cell"].map((cell) => ({ cell, grades: [otherwise] }));
    expect(await store().regrade(id, graded)).toBe(2);
    expect(await allOf(store().results(id))).toEqual(
      before.map((result) => (result.cell === "c0" ? result : { ...result, grades: [otherwise] })),
    );
    expect(await store().spend(id)).toEqual(spend);
    expect(await store().counts(id)).toEqual(counts);
    expect(await store().regrade("no such run", graded)).toBe(0);
    expect(await store().regrade(id, [])).toBe(0);
  });

  test("replaces the grades of a whole page or of none of it", async () => {
    const id = await started(200);
    const cells = Array.from({ length: 200 }, (_, i) => `c${i}`);
    await Promise.all(cells.map((cell) => store().finish(id, "w", answeredOf(cell))));
    const graded = cells.map((cell) => ({ cell, grades: [otherwise] }));
    expect(await store().regrade(id, graded)).toBe(200);
    const graders = (await allOf(store().results(id))).map(({ grades: [one] }) => one?.grader);
    expect(new Set(graders)).toEqual(new Set(["numeric"]));
  });

  test("takes another suite for a run", async () => {
    const id = await started(0);
    const hash = (await store().putPayload(id, Buffer.from("a suite"))) ?? "";
    const before = await store().run(id);
    expect(await store().replaceSuite(id, hash)).toBe(true);
    expect(await store().run(id)).toEqual({ ...before, suiteHash: hash });
    expect(await store().replaceSuite("no such run", hash)).toBe(false);
  });
}
