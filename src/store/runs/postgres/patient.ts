import timers from "node:timers/promises";
import { isPassing } from "./postgres-failure.ts";

const firstWaitMs = 50;
const longestWaitMs = 2000;

/**
 * Asks again while the reason may pass, such as a server that is started anew, but not longer than
 * there is patience for.
 *
 * @param work may be done twice without harm
 */
export async function patiently<T>(patienceMs: number, work: () => Promise<T>): Promise<T> {
  const until = performance.now() + patienceMs;
  for (let waitMs = firstWaitMs; ; waitMs = Math.min(longestWaitMs, waitMs * 2)) {
    try {
      return await work();
    } catch (error) {
      if (!isPassing(error) || performance.now() + waitMs > until) throw error;
      await timers.setTimeout(waitMs);
    }
  }
}
