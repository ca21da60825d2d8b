import autocannon from "autocannon";
import type { Served } from "./processes.ts";

const [connections, seconds] = [16, 8];

export interface Load {
  readonly perSecond: number;
  readonly p99Ms: number;
  readonly bytesEach: number;
  readonly processorMsEach: number;
}

/** Asks a server for one path after the other over connections that stay open. */
export async function load({ url, processorMs }: Served, nextPath: () => string): Promise<Load> {
  const before = processorMs();
  const result = await autocannon({
    url,
    connections,
    duration: seconds,
    requests: [{ setupRequest: (request) => ({ ...request, path: nextPath() }) }],
  });
  const { non2xx, errors, timeouts, requests, latency, throughput } = result;
  if (non2xx + errors + timeouts > 0) throw new Error(`${url} failed ${non2xx + errors} times`);
  return {
    perSecond: requests.average,
    p99Ms: latency.p99,
    bytesEach: throughput.total / requests.total,
    processorMsEach: (processorMs() - before) / requests.total,
  };
}

/** The paths in turn, round and round. */
export function inTurn(paths: readonly string[]): () => string {
  let next = 0;
  return () => paths[next++ % paths.length] ?? "";
}
