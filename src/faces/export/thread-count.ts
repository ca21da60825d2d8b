import { availableParallelism } from "node:os";

/** What a machine has for threads. */
export interface Machine {
  readonly cores: number;
  readonly freeBytes: number;
}

/** Beyond these, the one that writes the files is what is waited for. */
const mostThreads = 8;

/** What a thread may come to hold: the catalog, and what was worked out from it. */
const bytesOfThread = 400 * 1024 * 1024;

/** Below these, drawing takes less long than opening the catalog again. */
const pagesWorthThreads = 200;

/** How many threads draw; 1: pages are drawn in the process itself. */
export function threadCount(pages: number, { cores, freeBytes }: Machine = thisMachine()): number {
  if (pages < pagesWorthThreads) return 1;
  return Math.max(1, Math.min(cores, mostThreads, Math.floor(freeBytes / bytesOfThread)));
}

function thisMachine(): Machine {
  return { cores: availableParallelism(), freeBytes: process.availableMemory() };
}
