import timers from "node:timers/promises";

/** Time, as an exchange needs it. */
export interface Clock {
  /** Milliseconds that only go forward, from nowhere in particular. */
  now(): number;
  /** Milliseconds since 1970, which somebody may set back. */
  epochMs(): number;
  /** Ends early, and without an error, when the signal is given. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

const longestTimerMs = 2 ** 31 - 1;

/** The time of this machine. */
export const systemClock: Clock = {
  now: () => performance.now(),
  epochMs: () => Date.now(),
  sleep: async (ms, signal) => {
    const options = signal === undefined ? {} : { signal };
    await timers
      .setTimeout(Math.min(Math.max(ms, 0), longestTimerMs), undefined, options)
      .catch(() => {});
  },
};
