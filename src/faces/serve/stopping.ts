import { once } from "node:events";
import type { Server } from "node:http";

/** Takes nothing new, finishes what is under way, and ends what takes longer than the time given. */
export async function stop(server: Server, graceMs: number): Promise<void> {
  const closed = once(server, "close");
  server.close();
  const idle = setInterval(() => server.closeIdleConnections(), 25);
  const late = setTimeout(() => server.closeAllConnections(), graceMs);
  await closed;
  clearInterval(idle);
  clearTimeout(late);
}
