import { describe, expect, inject, test } from "vitest";
import { describeProblem } from "../../src/core/problems/describe-problem.ts";
import { openRunStore } from "../../src/store/runs/open-run-store.ts";
import { allOf, answeredOf, cellsOf, runOf } from "../builders/run-of.ts";
import { newSchema, opened } from "./opened.ts";

const problemOf = async (where: string, use: "measure" | "read" = "measure") => {
  const outcome = await openRunStore(where, use);
  if (outcome.ok) await outcome.value.close();
  return outcome.ok ? undefined : outcome.problem;
};

describe("a store of runs on a server", () => {
  test("is made once by workers that open it at once, and drained by all of them", async () => {
    const where = newSchema(inject("postgres"));
    const [first, ...others] = await Promise.all(["w1", "w2", "w3"].map(() => opened(where)));
    await first?.createRun(runOf("r"));
    await Promise.all([first, ...others].map((store) => store?.addCells("r", cellsOf(300))));
    const finished = await Promise.all(
      [first, ...others].map(async (store, i) => {
        const mine: string[] = [];
        while (store !== undefined) {
          const cells = await store.lease("r", `w${i}`, { atMost: 10, forMs: 60_000 });
          if (cells.length === 0) break;
          await Promise.all(cells.map(({ key }) => store.finish("r", `w${i}`, answeredOf(key))));
          mine.push(...cells.map(({ key }) => key));
        }
        return mine;
      }),
    );
    expect(finished.flat().sort()).toEqual(
      cellsOf(300)
        .map(({ key }) => key)
        .sort(),
    );
    const rate = { perMinute: 60, burst: 1 };
    const waits = await Promise.all(
      [first, ...others].map((store) => store?.reserve("brick", rate, 1)),
    );
    expect(waits.map((ms) => Math.ceil((ms ?? 0) / 1000)).sort()).toEqual([0, 1, 2]);
    for (const store of [first, ...others]) await store?.close();
  });

  test("finishes a cell once, though three workers come with a result at the same time", async () => {
    const where = newSchema(inject("postgres"));
    const stores = await Promise.all(["w1", "w2", "w3"].map(() => opened(where)));
    const keys = cellsOf(120).map(({ key }) => key);
    await stores[0]?.createRun(runOf("r"));
    await stores[0]?.addCells("r", cellsOf(120));
    const outcomes = await Promise.all(
      stores.flatMap((store, i) =>
        (i === 1 ? keys.toReversed() : keys).map((key) =>
          store.finish("r", `w${i}`, answeredOf(key, `of w${i}`)),
        ),
      ),
    );
    expect(outcomes.filter((outcome) => outcome === "finished")).toHaveLength(120);
    const [store] = stores;
    if (store === undefined) return;
    expect((await allOf(store.results("r"))).map(({ cell }) => cell)).toEqual(keys);
    expect(await allOf(store.attempts("r"))).toHaveLength(360);
    for (const one of stores) await one.close();
  });

  test("leaves a schema alone in which other tables stand", async () => {
    const where = `${inject("postgres")}&schema=pg_catalog`;
    for (const use of ["measure", "read"] as const) {
      expect(await problemOf(where, use)).toMatchObject({
        code: "not-a-store",
        found: 'a schema "pg_catalog" with tables of something else',
      });
    }
  });

  test("reads no store where there is none", async () => {
    const where = newSchema(inject("postgres"));
    expect(await problemOf(where, "read")).toMatchObject({ code: "not-a-store" });
  });

  test.each<readonly [what: string, where: (known: string) => string, code: string, words: string]>(
    [
      [
        "a wrong password",
        (known) => known.replace(":not-", ":never-"),
        "store-failed",
        "refuses the user",
      ],
      [
        "no such database",
        (known) => known.replace("/postgres?", "/nothing?"),
        "store-failed",
        "no such database",
      ],
      [
        "nobody there",
        () => "postgres://u:to-be-printed@127.0.0.1:1/db",
        "store-failed",
        "nobody answers",
      ],
      [
        "no such host",
        () => "postgres://u:to-be-printed@host.invalid/db",
        "store-failed",
        "nobody knows",
      ],
      [
        "no address",
        () => "postgres://u:to-be-printed@:x:/db",
        "invalid-input",
        "postgres://user@host",
      ],
      ["a schema that is none", (known) => `${known}&schema=a;b`, "invalid-input", "schema"],
    ],
  )("says what is wrong with %s, and never the password", async (_, where, code, words) => {
    const problem = await problemOf(where(inject("postgres")));
    expect(problem?.code).toBe(code);
    const { title, remedy } =
      problem === undefined ? { title: "", remedy: "" } : describeProblem(problem);
    expect(`${title} ${remedy}`).toContain(words);
    expect(JSON.stringify(problem)).not.toContain("to-be-printed");
  });
});
