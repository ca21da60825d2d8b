import type { Dialect, Endpoint } from "../../core/runs/endpoint.ts";

/** What is asked for on the command line, as far as it makes the endpoint. */
export interface AskedEndpoint {
  readonly url: string;
  readonly model: string;
  readonly dialect: Dialect;
  readonly keyVariable?: string | undefined;
  readonly route?: string | undefined;
  readonly insecure: boolean;
}

/** Generous to slow machines: how fast it is, is no question here. */
const limits = {
  firstByteTimeoutMs: 120_000,
  idleTimeoutMs: 60_000,
  totalTimeoutMs: 300_000,
  attempts: 3,
  maxBodyBytes: 8 * 1024 * 1024,
};

export function probedEndpoint(asked: AskedEndpoint): Endpoint {
  const { url, model, dialect, keyVariable, route, insecure } = asked;
  return {
    ...{ id: "probed", baseUrl: url, model, dialect, parameters: {}, isStreamed: false },
    ...(keyVariable === undefined ? {} : { keyVariable }),
    ...(route === undefined ? {} : { route }),
    limits: { ...limits, isInsecureAllowed: insecure },
  };
}

/** Every session is a run of its own: what an endpoint does today is no news of yesterday. */
export function probeRunId({ model }: Endpoint, chance: string): string {
  const plain = model
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
  return `probe-${plain.slice(0, 40) || "model"}-${chance}`;
}
