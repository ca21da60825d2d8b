import autocannon from "autocannon";

const [connections, seconds] = [16, 8];

export interface Load {
  readonly perSecond: number;
  readonly p99Ms: number;
  readonly bytesEach: number;
}

/** Asks a server for one path after the other over connections that stay open. */
export async function load(url: string, nextPath: () => string): Promise<Load> {
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
  };
}

/** The paths in turn, round and round. */
export function inTurn(paths: readonly string[]): () => string {
  let next = 0;
  return () => paths[next++ % paths.length] ?? "";
}
