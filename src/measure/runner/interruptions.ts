import { setMaxListeners } from "node:events";

/** The first interruption lets what is under way finish, the second gives it up. */
export interface Interruptions {
  readonly stopping: AbortSignal;
  readonly giveUp: AbortSignal;
  /** Hears of none any more. */
  readonly end: () => void;
}

/** Those of this process; whoever was started by another one is interrupted when that one is gone. */
export function interruptions(): Interruptions {
  const [stopping, giveUp] = [new AbortController(), new AbortController()];
  /** Every request under way listens. */
  setMaxListeners(0, stopping.signal, giveUp.signal);
  const interrupt = () => (stopping.signal.aborted ? giveUp : stopping).abort();
  const stop = () => stopping.abort();
  process.on("SIGINT", interrupt);
  process.on("SIGTERM", interrupt);
  process.on("disconnect", stop);
  return {
    stopping: stopping.signal,
    giveUp: giveUp.signal,
    end: () => {
      process.off("SIGINT", interrupt);
      process.off("SIGTERM", interrupt);
      process.off("disconnect", stop);
    },
  };
}
