import { randomUUID } from "node:crypto";
import { parseUsd } from "../../core/cost/money.ts";
import type { Attempt } from "../../core/runs/attempt.ts";
import { StoredName } from "../../core/runs/endpoint-shape.ts";
import type { CellResult } from "../../core/runs/result.ts";

import type { AttemptRow, FinishRows, ResultRow } from "./tables.ts";

/** Between 10⁻¹² dollars and the 10⁻²⁴ that amounts are counted in. */
const restsOfPicousd = 10n ** 12n;

/** An attempt that was heard of. */
export interface HeardAttempt {
  readonly attempt: Attempt;
  readonly worker: string;
  /** When it began, should nobody have said so before. */
  readonly begunAt: number;
}

/** The rows of a finished cell; an answer that its attempt holds is not kept again with the result. */
export function finishRowsOf(
  run: string,
  heard: readonly HeardAttempt[],
  result: CellResult,
): FinishRows {
  const once = heard.filter(
    (one, i) => heard.findIndex((other) => isSameAttempt(one, other)) === i && isOf(result, one),
  );
  const answering = once.findLast(({ attempt }) => isAnswered(result, attempt));
  return {
    attempts: once.map((one) => attemptRowOf(run, one)),
    result: resultRowOf(run, result, answering),
    payloads: [],
  };
}

function attemptRowOf(run: string, { attempt, worker, begunAt }: HeardAttempt): AttemptRow {
  const { cell, number, outcome, timings, rawHash } = attempt;
  const usage = outcome.ok ? outcome.answer.usage : null;
  return {
    run,
    cell: stored(cell),
    number: stored(number),
    worker: stored(worker),
    begunAt,
    inputTokens: usage?.inputTokens ?? 0,
    outputTokens: usage?.outputTokens ?? 0,
    body: JSON.stringify({ outcome, timings, rawHash }),
  };
}

function resultRowOf(
  run: string,
  result: CellResult,
  answering: HeardAttempt | undefined,
): ResultRow {
  const { cell, ...body } = result;
  const amount = result.usd === null ? undefined : parseUsd(result.usd);
  return {
    run,
    cell: stored(cell),
    token: randomUUID(),
    state: result.failure === null ? "answered" : "failed",
    failure: result.failure?.code ?? null,
    answerNumber: answering?.attempt.number ?? null,
    answerWorker: answering?.worker ?? null,
    picousd: amount === undefined ? null : Number(amount / restsOfPicousd),
    picousdRest: amount === undefined ? null : Number(amount % restsOfPicousd),
    body: JSON.stringify(answering === undefined ? body : { ...body, answer: null }),
  };
}

function isSameAttempt(a: HeardAttempt, b: HeardAttempt): boolean {
  return a.attempt.number === b.attempt.number && a.worker === b.worker;
}

function isOf({ cell }: CellResult, { attempt }: HeardAttempt): boolean {
  return attempt.cell === cell;
}

function isAnswered({ answer }: CellResult, { outcome }: Attempt): boolean {
  if (answer === null || !outcome.ok) return false;
  return outcome.answer === answer || JSON.stringify(outcome.answer) === JSON.stringify(answer);
}

/** The exact sum of both columns, in 10⁻²⁴ dollars. */
export function moneyOf(picousd: string, rest: string): bigint {
  return BigInt(picousd) * restsOfPicousd + BigInt(rest);
}

/** @throws when it is no name that both engines can hold: whoever made it should have refused it */
export function stored<T extends string | number>(name: T): T {
  if (typeof name === "number" ? Number.isSafeInteger(name) : StoredName.safeParse(name).success) {
    return name;
  }
  throw new Error(`${JSON.stringify(name).slice(0, 80)} cannot be kept in a store of runs.`);
}
