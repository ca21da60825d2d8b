import { mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import Database from "libsql";
import { describe, expect, test } from "vitest";
import { migrations } from "../../src/store/runs/migrations.ts";
import { openRunStore } from "../../src/store/runs/open-run-store.ts";
import { allOf, answeredOf, cellsOf, evidenceOf, runOf } from "../builders/run-of.ts";
import { newFile, opened } from "./opened.ts";

const problemOf = async (file: string, use: "measure" | "read" = "measure") => {
  const outcome = await openRunStore(file, use);
  return outcome.ok ? undefined : outcome.problem;
};

function altered(file: string, sql: string): void {
  const database = new Database(file);
  database.exec(sql);
  database.close();
}

describe("a store of runs in a file", () => {
  test("is for its owner alone", async () => {
    const file = newFile();
    const store = await opened(file);
    await store.createRun(runOf("r"));
    const modes = (await readdir(dirname(file))).map((name) => {
      const { mode } = statSync(join(dirname(file), name));
      return [name, (mode & 0o777).toString(8)];
    });
    expect(modes).toContainEqual(["runs.db", "600"]);
    expect(modes.filter(([, mode]) => mode !== "600")).toEqual([]);
    await store.close();
  });

  test("is written by one at a time and read by others meanwhile", async () => {
    const file = newFile();
    const store = await opened(file);
    await store.createRun(runOf("r"));
    expect(await problemOf(file)).toEqual({ code: "store-busy", store: file });
    const reader = await openRunStore(file, "read");
    expect(reader.ok && (await reader.value.runs()).length).toBe(1);
    await store.createRun(runOf("r2"));
    expect(reader.ok && (await reader.value.runs()).length).toBe(2);
    await expect(reader.ok && reader.value.createRun(runOf("r3"))).rejects.toThrow();
    if (reader.ok) await reader.value.close();
    await store.close();
    expect(await problemOf(file)).toBeUndefined();
  });

  test("frees what a killed process had leased, since there is one writer", async () => {
    const file = newFile();
    const killed = await opened(file);
    await killed.createRun(runOf("r"));
    await killed.addCells("r", cellsOf(2));
    await killed.lease("r", "killed", { atMost: 2, forMs: 3_600_000 });
    await killed.close();
    const store = await opened(file);
    expect(await store.lease("r", "w", { atMost: 2, forMs: 1000 })).toHaveLength(2);
    await store.close();
  });

  test("keeps names of files as they are, whatever they look like to a driver", async () => {
    const file = newFile("libsql:?mode=memory#%41.db");
    const store = await opened(file);
    await store.createRun(runOf("r"));
    await store.close();
    expect(statSync(file).size).toBeGreaterThan(0);
  });

  test.each<readonly [what: string, write: (file: string) => void, found: string]>([
    [
      "a text",
      (file) => writeFileSync(file, "not a database ".repeat(99)),
      "a file of another kind",
    ],
    ["a folder", (file) => mkdirSync(file), "no file"],
    [
      "a database of another program",
      (file) => altered(file, "CREATE TABLE run (id TEXT)"),
      "a database of something else",
    ],
    [
      "a database with a mark of another program",
      (file) => altered(file, "PRAGMA application_id = 7"),
      "a database of something else",
    ],
  ])("refuses %s and leaves it as it is", async (_, write, found) => {
    const file = newFile();
    write(file);
    const before = statSync(file).isFile() ? readFileSync(file) : undefined;
    const around = await readdir(dirname(file));
    for (const use of ["measure", "read"] as const) {
      expect(await problemOf(file, use)).toEqual({ code: "not-a-store", store: file, found });
    }
    if (before !== undefined) expect(readFileSync(file)).toEqual(before);
    expect(await readdir(dirname(file))).toEqual(around);
  });

  test("refuses a store that a newer version wrote", async () => {
    const file = newFile();
    await (await opened(file)).close();
    altered(file, "INSERT INTO store_version VALUES (9)");
    for (const use of ["measure", "read"] as const) {
      const newer = { code: "store-newer", store: file, version: 9, known: migrations.length };
      expect(await problemOf(file, use)).toEqual(newer);
    }
  });

  test("reads no store where there is none, and makes none in a folder that is not there", async () => {
    const file = newFile();
    expect(await problemOf(file, "read")).toMatchObject({ code: "file-unreadable", file });
    const nowhere = join(file, "runs.db");
    expect(await problemOf(nowhere)).toMatchObject({ code: "file-unwritable", file: nowhere });
    writeFileSync(file, "");
    expect(await problemOf(file, "read")).toMatchObject({ found: "an empty file" });
    expect(await problemOf(file)).toBeUndefined();
  });

  test("brings a store of an earlier version up to date and keeps what is in it", async () => {
    const file = newFile();
    const store = await opened(file);
    await store.createRun(runOf("r"));
    await store.close();
    altered(
      file,
      "DROP TABLE evidence; DROP TABLE run_end; DROP TABLE used; DELETE FROM store_version WHERE version > 1",
    );
    const later = await opened(file);
    await later.keepEvidence(evidenceOf("r"));
    expect(await later.evidence()).toEqual([evidenceOf("r")]);
    await later.close();
  });

  test("names a damaged row instead of handing it on", async () => {
    const file = newFile();
    const store = await opened(file);
    await store.createRun(runOf("r"));
    await store.addCells("r", cellsOf(1));
    await store.finish("r", "w", answeredOf("c0"));
    await store.close();
    altered(file, `UPDATE result SET body = '{"grades":7}'`);
    const again = await opened(file);
    await expect(allOf(again.results("r"))).rejects.toMatchObject({
      problem: { code: "store-failed", reason: expect.stringContaining("table result") },
    });
    await again.close();
  });
});
