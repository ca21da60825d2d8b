import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import type { RunStore } from "../../src/core/runs/run-store.ts";
import {
  allOf,
  answeredOf,
  cellsOf,
  evidenceOf,
  failedOf,
  runOf,
  streamOf,
} from "../builders/run-of.ts";

interface Given {
  readonly started: (cells: number) => Promise<string>;
  readonly open: (name: string) => Promise<RunStore>;
  readonly store: () => RunStore;
}

/** What a store of runs owes who keeps payloads in it, deletes runs, and moves them elsewhere. */
export function runTransferContract({ started, open, store }: Given): void {
  test("keeps a payload once, by its hash, and hands back the same bytes", async () => {
    const id = await started(0);
    const texts = ["", "short", "long ".repeat(9000)];
    for (const text of texts) {
      const hash = await store().putPayload(id, Buffer.from(text));
      expect(hash).toBe(createHash("sha256").update(text).digest("hex"));
      expect(await store().putPayload(id, Buffer.from(text))).toBe(hash);
      expect(Buffer.from((await store().payload(hash ?? "")) ?? [9]).toString()).toBe(text);
    }
    expect(await store().payload("0".repeat(64))).toBeUndefined();
  });

  test("keeps with a finished cell what went over the wire, but for what is too large", async () => {
    const id = await started(2);
    const texts = ["as it came", "as it came ".repeat(3000)];
    for (const [at, text] of texts.entries()) {
      const exchanges = [Buffer.from(text)];
      await store().finish(id, "w", { ...answeredOf(`c${at}`), exchanges });
    }
    for (const [at, { attempt }] of (await allOf(store().attempts(id))).entries()) {
      const bytes = await store().payload(attempt?.rawHash ?? "");
      expect(Buffer.from(bytes ?? []).toString()).toBe(texts[at]);
    }
    const other = await started(1);
    const exchanges = [Buffer.alloc(16 * 1024 * 1024 + 1)];
    await store().finish(other, "w", { ...answeredOf("c0"), exchanges });
    expect((await allOf(store().attempts(other)))[0]?.attempt?.rawHash).toBe(null);
  });

  test("keeps no payload that is too large, and says so", async () => {
    const id = await started(0);
    expect(await store().putPayload(id, Buffer.alloc(16 * 1024 * 1024 + 1))).toBe(null);
  });

  test("deletes a run with all that is its own, and no payload that another run holds", async () => {
    const [id, other] = [await started(2), await started(2)];
    const own = (await store().putPayload(id, Buffer.from(`of ${id} alone`))) ?? "";
    const shared = (await store().putPayload(id, Buffer.from("of both"))) ?? "";
    await store().putPayload(other, Buffer.from("of both"));
    for (const run of [id, other]) await store().finish(run, "w", answeredOf("c0"));
    for (const run of [id, other]) await store().keepEvidence(evidenceOf(run));
    expect(await store().deleteRun(id)).toBe(true);
    expect(await store().deleteRun(id)).toBe(false);
    expect(await store().run(id)).toBeUndefined();
    expect(await allOf(store().results(id))).toEqual([]);
    expect(await allOf(store().attempts(id))).toEqual([]);
    expect(await store().finish(id, "w", answeredOf("c1"))).toBe("no-such-cell");
    expect(await store().payload(own)).toBeUndefined();
    expect(await store().payload(shared)).toBeDefined();
    expect(await allOf(store().results(other))).toHaveLength(1);
    const left = (await store().evidence()).map(({ run }) => run);
    expect(left).toContain(other);
    expect(left).not.toContain(id);
  });

  test("keeps what a run says of models, the last word of each, the latest run first", async () => {
    const early = await started(0);
    await store().createRun(runOf("of 2098", { createdAt: "2098-01-01T00:00:00.000Z" }));
    await store().keepEvidence(evidenceOf(early));
    await store().keepEvidence(evidenceOf("of 2098"));
    await store().keepEvidence(evidenceOf(early, { measuredOn: "2026-11-21" }));
    await store().keepEvidence(evidenceOf("nobody's run"));
    const all = await store().evidence();
    expect(all.filter(({ run }) => run === early || run === "of 2098")).toEqual([
      evidenceOf("of 2098"),
      evidenceOf(early, { measuredOn: "2026-11-21" }),
    ]);
  });

  test("moves a run to another store, where it goes on; a second time changes nothing", async () => {
    const id = await started(3);
    await store().beginAttempts(id, "killed", [{ cell: "c2", number: 1 }]);
    await store().finish(id, "w", answeredOf("c0"));
    await store().finish(id, "w", failedOf("c1"));
    await store().keepEvidence(evidenceOf(id));
    const hash = (await store().putPayload(id, Buffer.from("as it came"))) ?? "";
    const lines = await allOf(store().exportRun(id));
    const elsewhere = await open("elsewhere");
    const taken = { run: id, cells: 3, attempts: 3, results: 2, payloads: 1 };
    for (let i = 0; i < 2; i++) {
      const outcome = await elsewhere.importRun(streamOf(lines), "run.jsonl");
      expect(outcome).toEqual({ ok: true, value: taken });
      expect(await allOf(elsewhere.exportRun(id))).toEqual(lines);
    }
    expect(await elsewhere.payload(hash)).toBeDefined();
    expect(await elsewhere.evidence()).toEqual([evidenceOf(id)]);
    expect(await elsewhere.spend(id)).toEqual(await store().spend(id));
    const leased = await elsewhere.lease(id, "w", { atMost: 9, forMs: 60_000 });
    expect(leased.map(({ key }) => key)).toEqual(["c2"]);
    await elsewhere.close();
  });

  test("streams what is more than a page", async () => {
    const id = await started(1500);
    const keys = cellsOf(1500).map(({ key }) => key);
    await Promise.all(keys.map((key) => store().finish(id, "w", answeredOf(key))));
    expect((await allOf(store().results(id))).map(({ cell }) => cell)).toEqual(keys);
    expect((await allOf(store().attempts(id))).map(({ cell }) => cell)).toEqual(keys);
    const lines = await allOf(store().exportRun(id));
    await store().deleteRun(id);
    await store().importRun(streamOf(lines), "export.jsonl");
    expect((await allOf(store().results(id))).map(({ cell }) => cell)).toEqual(keys);
  });
  test("exports nothing of a run that is not there", async () => {
    expect(await allOf(store().exportRun("nobody's run"))).toEqual([]);
  });

  const broken: readonly (readonly [
    what: string,
    line: number,
    make: (lines: string[]) => string[],
  ])[] = [
    ["a file of something else", 1, () => ["<html>"]],
    ["an empty file", 0, () => []],
    ["a file that was cut", 4, (lines) => lines.slice(0, -1)],
    ["a file that lost a line", 4, (lines) => lines.toSpliced(2, 1)],
    ["a file that does not begin", 1, (lines) => lines.slice(1)],
    ["a line after the end", 6, (lines) => [...lines, "{}"]],
    ["two runs in one file", 2, (lines) => [lines[0] ?? "", ...lines]],
    ["a line of another kind", 2, (lines) => lines.toSpliced(1, 0, '{"kind":"secret"}')],
    ["a newer format", 1, (lines) => lines.map((line) => line.replace('"format":1', '"format":2'))],
    ["a payload that was changed", 2, (lines) => lines.map((line) => line.replace("YXMg", "YXRg"))],
    [
      "an attempt without its result",
      3,
      (lines) => lines.map((line) => line.replace(/"result":\{.*\}\}/, '"result":null}')),
    ],
    [
      "a cell without a key",
      3,
      (lines) => lines.map((line) => line.replace('"key":"c0"', '"key":0')),
    ],
    [
      "a key that no engine holds",
      3,
      (lines) => lines.map((line) => line.replace('"key":"c0"', '"key":"\\u0000"')),
    ],
  ];

  test.each(broken)("takes nothing over from %s", async (_, line, make) => {
    const id = await started(2);
    await store().putPayload(id, Buffer.from("as it came"));
    await store().finish(id, "w", answeredOf("c0"));
    const lines = await allOf(store().exportRun(id));
    await store().deleteRun(id);
    const outcome = await store().importRun(streamOf(make([...lines])), "run.jsonl");
    expect(outcome).toMatchObject({
      ok: false,
      problem: { code: "file-invalid", file: "run.jsonl", line },
    });
    expect(await store().run(id)).toBeUndefined();
  });

  test("does not take over a run that differs from one of the same name", async () => {
    const id = await started(1);
    const lines = (await allOf(store().exportRun(id))).map((line) =>
      line.replace('"seed":7', '"seed":8'),
    );
    const outcome = await store().importRun(streamOf(lines), "run.jsonl");
    expect(outcome).toMatchObject({ ok: false, problem: { code: "file-invalid", line: 1 } });
    expect(await store().run(id)).toMatchObject({ seed: 7 });
  });
}
