import { ProtocolError, ProtocolErrorCode } from "@modelcontextprotocol/server";
import { bugWords } from "../../core/report/agent-words.ts";

/** Tells the log what broke. */
export function logBug(log: (line: string) => void, what: string, error: unknown): void {
  const told = error instanceof Error ? (error.stack ?? error.message) : String(error);
  log(`${what}: ${told}`);
}

/**
 * The same, but a bug is told in the log alone: its message may name what is on the machine. What
 * is said to the asker on purpose passes.
 */
export function guarded<Asked extends readonly unknown[], Given>(
  log: (line: string) => void,
  what: string,
  answer: (...asked: Asked) => Promise<Given>,
): (...asked: Asked) => Promise<Given> {
  return async (...asked) => {
    try {
      return await answer(...asked);
    } catch (error) {
      if (error instanceof ProtocolError) throw error;
      logBug(log, what, error);
      throw new ProtocolError(ProtocolErrorCode.InternalError, bugWords);
    }
  };
}
