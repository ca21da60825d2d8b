const atMostRows = 100;
const atMostMs = 20;

interface Waiting<In, Out> {
  readonly given: In;
  readonly resolve: (out: Out) => void;
  readonly reject: (reason: unknown) => void;
}

/** Gathers what is to be written, so that many share one commit. */
export interface GroupCommit<In, Out> {
  /** Settled when it is committed, or certainly is not. */
  add(given: In): Promise<Out>;
  /** When nothing waits any more. */
  drained(): Promise<void>;
}

/**
 * Writes what comes in within a while together: at most 100 at once, and at most 20 ms after the first
 * unless a commit takes longer. One group after the other.
 *
 * @param commit writes them in one transaction; answers in their order
 * @param restPerCommit how many times as long as a commit took there is none: where a commit keeps the
 *   process from everything else, 2 leaves it two thirds of the time
 */
export function groupCommit<In, Out>(
  commit: (group: readonly In[]) => Promise<readonly Settled<Out>[]>,
  restPerCommit: number,
): GroupCommit<In, Out> {
  let waiting: Waiting<In, Out>[] = [];
  let timer: NodeJS.Timeout | undefined;
  let working: Promise<void> | undefined;
  let restUntil = 0;

  const start = () => {
    clearTimeout(timer);
    timer = undefined;
    working ??= work().finally(() => {
      working = undefined;
      if (waiting.length > 0) plan();
    });
  };
  const plan = () => {
    if (waiting.length >= atMostRows) start();
    else timer ??= setTimeout(start, restUntil - performance.now());
  };
  const work = async () => {
    const group = waiting.slice(0, atMostRows);
    waiting = waiting.slice(atMostRows);
    const begun = performance.now();
    await commit(group.map(({ given }) => given)).then(
      (outs) => {
        for (const [i, { resolve, reject }] of group.entries()) {
          const out = outs[i];
          if (out?.ok) resolve(out.value);
          else reject(out === undefined ? new Error("A commit left out an answer.") : out.reason);
        }
      },
      (reason: unknown) => {
        for (const { reject } of group) reject(reason);
      },
    );
    const ended = performance.now();
    restUntil = ended + Math.min(atMostMs, restPerCommit * (ended - begun));
  };

  return {
    add: (given) =>
      new Promise((resolve, reject) => {
        waiting.push({ given, resolve, reject });
        if (working === undefined) plan();
      }),
    drained: async () => {
      while (waiting.length > 0 || working !== undefined) {
        if (working === undefined) start();
        await working;
      }
    },
  };
}

/** What came of one of a group. */
export type Settled<Out> =
  | { readonly ok: true; readonly value: Out }
  | { readonly ok: false; readonly reason: unknown };
