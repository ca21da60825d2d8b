const atMostRows = 100;
const atMostMs = 20;
/** Commits take at most a third of the time: so much longer than the last one is waited for more. */
const waitPerCommit = 2;

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
 * Writes what comes in within a while together: at most 100 at once, at most 20 ms after the first,
 * and sooner where commits are quick. One group after the other.
 *
 * @param commit writes them in one transaction; answers in their order
 */
export function groupCommit<In, Out>(
  commit: (group: readonly In[]) => Promise<readonly Settled<Out>[]>,
): GroupCommit<In, Out> {
  let waiting: Waiting<In, Out>[] = [];
  let timer: NodeJS.Timeout | undefined;
  let working: Promise<void> | undefined;
  let lastCommitMs = 0;

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
    else timer ??= setTimeout(start, Math.min(atMostMs, waitPerCommit * lastCommitMs));
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
    lastCommitMs = performance.now() - begun;
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
