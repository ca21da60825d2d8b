import { Tinypool } from "tinypool";
import { BrokenExport } from "./broken-export.ts";
import type { Drawing } from "./drawing.ts";
import { factsChanged, ThreadAnswer, type ThreadStart } from "./thread-messages.ts";

/** Messages between threads weigh as much as a page does, so some pages share one. */
const together = 8;

/** For each thread: enough that none waits while a page takes long, and few enough to be held. */
const aheadOfEach = 8;

/** Draws pages in threads, each of which runs the file and opens the site for itself. */
export function drawingThreads(
  start: ThreadStart,
  { file, count }: { readonly file: URL; readonly count: number },
): Drawing {
  const pool = new Tinypool({
    filename: file.href,
    name: "draw",
    minThreads: count,
    maxThreads: count,
    workerData: start,
  });
  /** A thread that fails fails what was asked of it; this tells the same once more where nothing was. */
  pool.on("error", () => {});
  return {
    ask: async (addresses) => {
      const answers = ThreadAnswer.parse(await pool.run(addresses));
      if (answers === factsChanged) throw new BrokenExport({ code: "facts-changed" });
      return answers;
    },
    together,
    atOnce: count * aheadOfEach,
    /** Not `destroy`, which throws past everybody where a thread fails meanwhile. */
    end: async () => {
      await Promise.all(pool.threads.map((thread) => thread.terminate()));
    },
  };
}
