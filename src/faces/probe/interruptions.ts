import { setMaxListeners } from "node:events";

/** The first interruption lets what is under way finish, the second gives it up. */
export function interruptions() {
  const [stopping, giveUp] = [new AbortController(), new AbortController()];
  /** Every request under way listens. */
  setMaxListeners(0, stopping.signal, giveUp.signal);
  const interrupt = () => (stopping.signal.aborted ? giveUp : stopping).abort();
  process.on("SIGINT", interrupt);
  process.on("SIGTERM", interrupt);
  return {
    stopping: stopping.signal,
    giveUp: giveUp.signal,
    end: () => {
      process.off("SIGINT", interrupt);
      process.off("SIGTERM", interrupt);
    },
  };
}
