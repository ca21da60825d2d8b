import type { Attempt } from "../../core/runs/attempt.ts";
import { interTokenMs } from "../../core/runs/inter-token.ts";
import type { RunEnd } from "../../core/runs/progress.ts";
import type { Prompt } from "../../core/runs/prompt.ts";
import type { CellResult } from "../../core/runs/result.ts";
import type { LeasedCell } from "../../core/runs/run-store.ts";
import { arrivals } from "./arrivals.ts";
import type { Asked } from "./asker.ts";
import { leasesOf } from "./leases.ts";
import type { RunPorts } from "./run-ports.ts";

/** Drains a run: leases cells, asks, grades and stores, until none is left or a limit is met. */
export async function runCells(ports: RunPorts): Promise<RunEnd> {
  const { load, clock, stopping } = ports;
  const due = arrivals(load, ports.random);
  const startedAt = clock.now();
  const leases = leasesOf(ports, load.concurrency);
  const underWay = new Set<Promise<void>>();
  let tellOver = () => {};
  /** Racing all that is under way would lay a hand on each of them for every one that ends. */
  const oneIsOver = () =>
    new Promise<void>((resolve) => {
      tellOver = resolve;
    });
  let end: RunEnd | undefined;
  let failed: unknown;
  const stop = (why: RunEnd | undefined) => {
    end ??= why;
  };
  try {
    while (end === undefined && failed === undefined) {
      if (stopping.aborted) stop({ kind: "interrupted" });
      else if (underWay.size >= load.concurrency) await oneIsOver();
      else {
        const cell = await leases.next();
        if (cell === undefined) {
          if (underWay.size === 0) stop(await leases.runEnd());
          if (end === undefined) await Promise.race([oneIsOver(), clock.sleep(idleMs, stopping)]);
          continue;
        }
        const dueAt = startedAt + due.next().value;
        if (dueAt > clock.now()) await clock.sleep(dueAt - clock.now(), stopping);
        const measured = measureCell(cell, { ports, dueAt, startedAt })
          .then(({ limit, result }) => {
            leases.done(cell.key);
            stop(limit);
            if (result !== undefined) {
              stop(ports.onDone({ cell, result, underWay: underWay.size - 1 }));
            }
          })
          .catch((cause: unknown) => {
            failed ??= cause;
          })
          .finally(() => {
            underWay.delete(measured);
            tellOver();
          });
        underWay.add(measured);
      }
    }
    await Promise.all(underWay);
  } finally {
    await leases.end();
  }
  if (failed !== undefined) throw failed;
  return end ?? { kind: "complete" };
}

/** Before looking again for cells that others may give back. */
const idleMs = 250;

interface Measured {
  readonly limit?: RunEnd;
  /** Absent: given back unfinished. */
  readonly result?: CellResult;
}

async function measureCell(
  cell: LeasedCell,
  { ports, dueAt, startedAt }: Started,
): Promise<Measured> {
  const { store, runId, worker, budget, clock } = ports;
  const prompt = ports.prompts.get(cell.prompt);
  const asker = ports.askers.get(cell.endpoint);
  if (prompt === undefined || asker === undefined) {
    throw new Error(`The run has a cell that its suite has not: ${cell.key}`);
  }
  let limit: RunEnd | undefined;
  const reserved: number[] = [];
  const asked = await asker.ask(prompt, {
    ...{ cell: cell.key, firstNumber: cell.attemptsBegun + 1, dueAt, signal: ports.giveUp },
    mayBegin: async (number) => {
      const allowed = await budget.begin(cell.endpoint, clock.now() - startedAt);
      if (allowed.kind !== "allowed") {
        limit = allowed;
        return false;
      }
      reserved.push(allowed.reservedUsd);
      const isBegun = await store.beginAttempts(runId, worker, [{ cell: cell.key, number }]);
      if (!isBegun) limit = await store.ended(runId);
      return isBegun;
    },
  });
  const spent = asked.map(({ attempt }) => usdOf(attempt, cell.endpoint, ports));
  for (const [index, usd] of reserved.entries()) {
    const cost = spent[index] ?? null;
    await budget.end(cell.endpoint, usd, cost === null ? null : Number(cost));
  }
  const last = asked.at(-1);
  const isOpen = last === undefined || isCancelled(last.attempt) || isCutShort(last, limit);
  if (isOpen) {
    await store.release(runId, worker, [cell.key]);
    return limit === undefined ? {} : { limit };
  }
  const result = await resultOf(cell, { asked, prompt, usd: spent.at(-1) ?? null, ports });
  const attempts = asked.map(({ attempt }) => attempt);
  const kept = ports.keepsExchanges ? { exchanges: asked.map(({ raw }) => raw) } : {};
  const outcome = await store.finish(runId, worker, { attempts, result, ...kept });
  return {
    ...(limit === undefined ? {} : { limit }),
    ...(outcome === "finished" ? { result } : {}),
  };
}

interface Started {
  readonly ports: RunPorts;
  readonly dueAt: number;
  readonly startedAt: number;
}

function isCancelled({ outcome }: Attempt): boolean {
  return !outcome.ok && outcome.failure.code === "cancelled";
}

/** A limit forbade the next attempt: whether it would have been answered, nobody knows. */
function isCutShort({ attempt: { outcome } }: Asked, limit: RunEnd | undefined): boolean {
  return limit !== undefined && !outcome.ok;
}

function usdOf({ outcome }: Attempt, endpoint: string, { usdOf: price }: RunPorts): string | null {
  if (!outcome.ok || outcome.answer.usage === null) return null;
  return price(endpoint, outcome.answer.usage);
}

interface Came {
  readonly asked: readonly Asked[];
  readonly prompt: Prompt;
  readonly usd: string | null;
  readonly ports: RunPorts;
}

async function resultOf(
  cell: LeasedCell,
  { asked, prompt, usd, ports }: Came,
): Promise<CellResult> {
  const { outcome, timings } = asked.at(-1)?.attempt ?? {};
  const answer = outcome?.ok ? outcome.answer : null;
  const failure = outcome === undefined || outcome.ok ? null : outcome.failure;
  return {
    cell: cell.key,
    answer,
    failure,
    grades: answer === null ? [] : await ports.grade(prompt, answer),
    latencyMs: answer === null ? null : (timings?.endMs ?? null),
    ttftMs: answer === null ? null : (timings?.firstContentMs ?? null),
    interTokenMs: answer === null || timings === undefined ? null : interTokenMs(answer, timings),
    attempts: cell.attemptsBegun + asked.length,
    usd,
  };
}
