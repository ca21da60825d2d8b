import { describe, expect, onTestFinished, test } from "vitest";
import { runDocument } from "../../src/core/report/run-document.ts";
import { documentToText } from "../../src/core/report/text.ts";
import type { Timings } from "../../src/core/runs/attempt.ts";
import type { Cell } from "../../src/core/runs/cell.ts";
import type { Suite } from "../../src/core/runs/suite.ts";
import { reportOfRun } from "../../src/measure/reports/report-of-run.ts";
import { type Came, measuredStore, twoEndpoints } from "../builders/measured-store.ts";
import { endpointOf } from "../builders/suite-of.ts";

async function reportOf(given: Partial<Suite>, cameOf: (cell: Cell) => Came) {
  const { store, run } = await measuredStore(given, cameOf);
  onTestFinished(store.close);
  const report = await reportOfRun(store, run);
  if (!report.ok) throw new Error(JSON.stringify(report.problem));
  return report.value;
}

const textOf = (report: Awaited<ReturnType<typeof reportOf>>) =>
  documentToText(runDocument(report, { brief: false }), { width: 100 });

/** `next` loses prompt p1 and wins p2. */
const twoDiffer = ({ prompt, endpoint }: Cell): Came => {
  const loses = endpoint === "next" ? "p1" : "p2";
  return { text: `${endpoint} says of ${prompt}`, score: prompt === loses ? 0 : 1 };
};

describe("the report of a run in a store", () => {
  test("needs nothing but the store, and says that the run is complete", async () => {
    const report = await reportOf(twoEndpoints(8), twoDiffer);
    expect(report).toMatchObject({ end: { kind: "complete" }, done: 16, cells: 16, isShown: null });
    expect(report.paired[0]).toMatchObject({ a: "now", b: "next", n: 8, amongPairs: null });
  });

  test("says of a run with open cells that it is not finished", async () => {
    const report = await reportOf(twoEndpoints(8), (cell) =>
      cell.prompt === "p7" ? undefined : twoDiffer(cell),
    );
    expect(report).toMatchObject({ end: { kind: "unfinished" }, done: 14, cells: 16 });
    expect(textOf(report)).toContain("It is not finished");
  });

  test("shows what was asked and what both said where they differ, losses first", async () => {
    const report = await reportOf(twoEndpoints(4), twoDiffer);
    expect(report.paired[0]?.disagreements).toEqual([
      {
        ...{ prompt: "p1", a: 1, b: 0 },
        texts: { asked: "How many are 1?", a: "now says of p1", b: "next says of p1" },
      },
      {
        ...{ prompt: "p2", a: 0, b: 1 },
        texts: { asked: "How many are 2?", a: "now says of p2", b: "next says of p2" },
      },
    ]);
  });

  test("shows of several repetitions those that tell the two apart", async () => {
    const report = await reportOf({ ...twoEndpoints(1), repetitions: 3 }, (cell) => ({
      text: `${cell.endpoint} ${cell.repetition}`,
      score: cell.endpoint === "now" || cell.repetition === 2 ? 1 : 0,
    }));
    const [found] = report.paired[0]?.disagreements ?? [];
    expect(found).toMatchObject({ a: 1, texts: { a: "now 1", b: "next 1" } });
  });

  test("bounds and cleans foreign text", async () => {
    const hostile = `${String.fromCodePoint(0x1b)}[31mred\r\nline\u202e two ${"x".repeat(9000)}`;
    const report = await reportOf(twoEndpoints(3), (cell) => ({
      ...{ text: hostile, score: twoDiffer(cell) !== undefined && cell.endpoint === "now" ? 1 : 0 },
    }));
    const said = report.paired[0]?.disagreements[0]?.texts?.a ?? "";
    expect(said.startsWith("red\nline two xxx")).toBe(true);
    expect(said.length).toBeLessThanOrEqual(2001);
    expect(textOf(report)).not.toContain(String.fromCodePoint(0x1b));
  });

  test("adjusts by Holm where several candidates are held against one", async () => {
    const endpoints = ["now", "next", "other"].map((id) => endpointOf(id));
    const report = await reportOf({ ...twoEndpoints(40), endpoints }, ({ endpoint, prompt }) => {
      const number = Number(prompt.slice(1));
      const solves = { now: true, next: number > 5, other: number > 1 }[endpoint] ?? false;
      return { text: "said", score: solves ? 1 : 0 };
    });
    const [next, other] = report.paired;
    expect(next?.p).toBeCloseTo(0.015625, 6);
    expect(next?.amongPairs).toMatchObject({ pairs: 2, marginP: null });
    expect(next?.amongPairs?.p).toBeCloseTo(2 * 0.015625, 6);
    expect(other?.amongPairs?.p).toBe(other?.p);
    const text = textOf(report);
    expect(text).toContain("by Holm");
    expect(text).toContain("2 pairs were looked at together.");
  });

  test.each<readonly [Partial<Timings>, string, string]>([
    [{ loopLagMs: 35 }, "times may be too long by as much", "because our own loop was late"],
    [{ isBurst: true }, "20 answers came all at once", "because nothing was streamed in truth"],
  ])("says what speaks against the times themselves: %j, %s", async (timings, words) => {
    const report = await reportOf(twoEndpoints(20), ({ endpoint }) => ({
      ...{ text: "said", score: 1 },
      timings: endpoint === "now" ? timings : {},
    }));
    const text = textOf(report).replace(/\s+/g, " ");
    expect(text).toContain(words);
    expect(text).toMatch(/now: (?:this machine was busy|20 answers)/);
    expect(text).not.toMatch(/next: (?:this machine was busy|20 answers)/);
  });

  test("says latency by first token, token to token and whole answer, with their intervals", async () => {
    const report = await reportOf(twoEndpoints(100), (cell) => ({
      ...{ text: "said", score: 1 },
      ms: 100 + Number(cell.prompt.slice(1)),
    }));
    const text = textOf(report);
    expect(text).toMatch(/now +whole answer +149 \(139 to 160\) +194 \(189 to 199\) +198\?/);
    expect(text).toMatch(/now +first token/);
    expect(text).toMatch(/now +token to token +19/);
  });
});
