import type { RunEnd } from "../../core/runs/progress.ts";
import type { LeasedCell } from "../../core/runs/run-store.ts";
import type { RunPorts } from "./run-ports.ts";

/** The cells this worker holds, fetched ahead of need and kept up while they are measured. */
export interface Leases {
  /** Undefined: nobody's cell is left just now. */
  readonly next: () => Promise<LeasedCell | undefined>;
  readonly done: (cell: string) => void;
  /** Why nothing comes any more; undefined: what others hold may be given back. */
  readonly runEnd: () => Promise<RunEnd | undefined>;
  /** Gives back what was fetched and not begun. */
  readonly end: () => Promise<void>;
}

/** A worker that is gone holds its cells no longer than this. */
const leaseMs = 60_000;
const heartbeatMs = 20_000;

type Leasing = Pick<RunPorts, "store" | "runId" | "worker" | "stopping" | "clock">;

export function leasesOf(
  { store, runId, worker, stopping, clock }: Leasing,
  concurrency: number,
): Leases {
  const waiting: LeasedCell[] = [];
  const held = new Set<string>();
  let fetching: Promise<void> | undefined;

  /** What one holds ahead of need, the others wait for at the end. */
  const atMost = store.isShared ? concurrency : 2 * concurrency;
  const fetchMore = async () => {
    const cells = await store.lease(runId, worker, { atMost, forMs: leaseMs });
    for (const cell of cells) {
      waiting.push(cell);
      held.add(cell.key);
    }
  };
  const fetchAhead = (): Promise<void> => {
    fetching ??= fetchMore().finally(() => {
      fetching = undefined;
    });
    return fetching;
  };
  let keptAt = clock.now();
  /** What others have taken over meanwhile is theirs. */
  const keepUp = async () => {
    const [at, cells] = [clock.now(), [...held]];
    const still = new Set(await store.heartbeat(runId, worker, { cells, forMs: leaseMs }));
    keptAt = at;
    for (const key of cells) if (!still.has(key)) held.delete(key);
    const ours = waiting.filter(({ key }) => held.has(key));
    waiting.splice(0, waiting.length, ...ours);
  };
  const beating = setInterval(() => {
    /** A store that fails here fails the next write, too, where somebody hears of it. */
    keepUp().catch(() => {});
  }, heartbeatMs);

  return {
    next: async () => {
      /** A process that was held up for long may hold nothing any more. */
      if (waiting.length > 0 && clock.now() - keptAt > leaseMs / 2) await keepUp();
      if (waiting.length === 0) await fetchAhead();
      else if (waiting.length < concurrency / 2) void fetchAhead().catch(() => {});
      return stopping.aborted ? undefined : waiting.shift();
    },
    done: (cell) => held.delete(cell),
    runEnd: async () => {
      const { open, leased } = await store.counts(runId);
      return open + leased === 0 ? { kind: "complete" } : store.ended(runId);
    },
    end: async () => {
      clearInterval(beating);
      await fetching?.catch(() => {});
      await store.release(
        runId,
        worker,
        waiting.map(({ key }) => key),
      );
    },
  };
}
