import { isDeepStrictEqual } from "node:util";
import type { CellResult } from "../../src/core/runs/result.ts";
import type { AttemptRecord } from "../../src/core/runs/run-store.ts";
import { graderIds, suiteSize } from "./llama-suite.ts";
import { type Measured, reading } from "./measured-and-killed.ts";

const cells = 2 * suiteSize.prompts * suiteSize.repetitions;

/** What is not as it should be after a run that was killed once; nothing, where all is well. */
export async function wrongWith({
  store,
  exitCode,
  report,
  kept,
}: Measured): Promise<readonly string[]> {
  const found = await reading(store, async (runs, id) => ({
    results: await all(runs.results(id)),
    attempts: await all(runs.attempts(id)),
    counts: await runs.counts(id),
  }));
  if (found === undefined) return [`there is no run in ${store}`];
  const { results, attempts, counts } = found;
  const resultOf = new Map(results.map((result) => [result.cell, result]));
  const lost = kept.filter((result) => !isDeepStrictEqual(resultOf.get(result.cell), result));
  const twice = heardTwice(attempts);
  const unheard = attempts.filter(({ attempt }) => attempt === null);
  const expected: readonly (readonly [string, boolean])[] = [
    [`${counts.answered} of ${cells} cells answered`, counts.answered === cells],
    [`${resultOf.size} cells in ${results.length} results`, resultOf.size === results.length],
    [`${lost.length} of ${kept.length} acknowledged results changed or lost`, lost.length === 0],
    [`${twice.length} answered cells were asked again`, twice.length === 0],
    [`${unheard.length} requests under way when killed`, unheard.length <= suiteSize.concurrency],
    [...told("time to the first token before the end", results, isStreamed)],
    [...told("tokens from usage", results, ({ answer }) => (answer?.usage?.outputTokens ?? 0) > 0)],
    [...told("graded by every grader", results, isGraded)],
    ["the report tells the endpoints apart", /candidate is shown to be worse/i.test(report)],
    [`exit code ${exitCode}: the decision is refused`, exitCode === 1],
  ];
  for (const [what, isSo] of expected) process.stdout.write(`${isSo ? "ok" : "no"}: ${what}\n`);
  return expected.flatMap(([what, isSo]) => (isSo ? [] : [what]));
}

function told(
  what: string,
  results: readonly CellResult[],
  holds: (result: CellResult) => boolean,
): readonly [string, boolean] {
  const count = results.filter(holds).length;
  return [`${what}: ${count} of ${cells}`, count === cells];
}

function isStreamed({ ttftMs, latencyMs }: CellResult): boolean {
  return ttftMs !== null && latencyMs !== null && ttftMs < latencyMs;
}

function isGraded({ grades }: CellResult): boolean {
  return isDeepStrictEqual(
    grades.map(({ grader }) => grader),
    graderIds,
  );
}

/** Cells with more than one request that was answered. */
function heardTwice(attempts: readonly AttemptRecord[]): readonly string[] {
  const seen = new Set<string>();
  return attempts.flatMap(({ cell, attempt }) => {
    if (!attempt?.outcome.ok) return [];
    if (seen.has(cell)) return [cell];
    seen.add(cell);
    return [];
  });
}

async function all<T>(each: AsyncIterable<T>): Promise<readonly T[]> {
  const list: T[] = [];
  for await (const one of each) list.push(one);
  return list;
}
