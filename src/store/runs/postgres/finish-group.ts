import type { FinishOutcome } from "../../../core/runs/run-store.ts";
import type { FinishRows } from "../tables.ts";
import type { Ask } from "./pools.ts";
import * as sql from "./postgres-sql.ts";

/** Finishes many cells in one statement; of two results for the same cell, the first. */
export async function finishGroup(
  group: readonly FinishRows[],
  ask: Ask,
): Promise<readonly FinishOutcome[]> {
  const outcomes = new Map<FinishRows, FinishOutcome>();
  for (let left = group; left.length > 0; ) {
    const firsts = firstOfEachCell(left);
    const tokens = await finishedTokens(firsts, ask);
    for (const rows of firsts) outcomes.set(rows, tokens.get(rows.result.token) ?? "no-such-cell");
    left = left.filter((rows) => !outcomes.has(rows));
  }
  return group.map((rows) => outcomes.get(rows) ?? "no-such-cell");
}

async function finishedTokens(
  group: readonly FinishRows[],
  ask: Ask,
): Promise<ReadonlyMap<string, FinishOutcome>> {
  const results = group.map(({ result }) => result);
  const attempts = group.flatMap((rows) => rows.attempts);
  const { rows } = await ask(sql.finish, [
    results.map(({ run }) => run),
    results.map(({ cell }) => cell),
    results.map(({ token }) => token),
    results.map(({ state }) => state),
    results.map(({ failure }) => failure),
    results.map(({ answerNumber }) => answerNumber),
    results.map(({ answerWorker }) => answerWorker),
    results.map(({ picousd }) => picousd),
    results.map(({ picousdRest }) => picousdRest),
    results.map(({ body }) => body),
    attempts.map(({ run }) => run),
    attempts.map(({ cell }) => cell),
    attempts.map(({ number }) => number),
    attempts.map(({ worker }) => worker),
    attempts.map(({ begunAt }) => begunAt),
    attempts.map(({ inputTokens }) => inputTokens),
    attempts.map(({ outputTokens }) => outputTokens),
    attempts.map(({ body }) => body),
  ]);
  const there = new Set(rows.filter(([, what]) => what === "there").map(([token]) => token));
  const ours = await ownAmong(
    results.filter(({ token }) => there.has(token)),
    ask,
  );
  return new Map(
    rows.map(([token]) => {
      const isOurs = !there.has(token ?? null) || ours.has(String(token));
      return [String(token), isOurs ? "finished" : "already-finished"];
    }),
  );
}

/** After a connection broke, what we sent may be there although nobody told us. */
async function ownAmong(
  results: readonly FinishRows["result"][],
  ask: Ask,
): Promise<ReadonlySet<string>> {
  if (results.length === 0) return new Set();
  const { rows } = await ask(sql.ownTokens, [
    results.map(({ run }) => run),
    results.map(({ cell }) => cell),
    results.map(({ token }) => token),
  ]);
  return new Set(rows.map(([token]) => String(token)));
}

function firstOfEachCell(group: readonly FinishRows[]): readonly FinishRows[] {
  const firsts = new Map<string, FinishRows>();
  for (const rows of group) {
    const key = JSON.stringify([rows.result.run, rows.result.cell]);
    if (!firsts.has(key)) firsts.set(key, rows);
  }
  return [...firsts.values()];
}
