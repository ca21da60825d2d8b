import { Pool } from "undici";
import type { Outcome } from "../../core/problems/problem.ts";
import type { Endpoint } from "../../core/runs/endpoint.ts";
import type { Prompt } from "../../core/runs/prompt.ts";
import type { Asked, AskOptions } from "./asked.ts";
import { type Clock, systemClock } from "./clock.ts";
import { dialects } from "./dialects/dialects.ts";
import { type Environment, endpointAccess } from "./endpoint-access.ts";
import { Exchange } from "./exchange.ts";
import { LoopLag } from "./loop-lag.ts";
import { redactionOf } from "./redaction.ts";
import { transfer } from "./transfer.ts";

export interface ClientOptions {
  readonly environment: Environment;
  /** Connections at most: requests beyond them wait, outside their latency. */
  readonly connections?: number;
  /** Bytes of each exchange that are handed back; 0 keeps none. */
  readonly rawLimitBytes?: number;
  /** Certificates in PEM that are trusted beside the known ones, such as a company's own. */
  readonly certificateAuthority?: string;
  readonly clock?: Clock;
}

/** Asks one endpoint. */
export interface Client {
  readonly endpoint: Endpoint;
  readonly clock: Clock;
  /** Sends one request. Whatever the endpoint does comes back as an attempt; nothing is thrown. */
  readonly ask: (prompt: Prompt, options: AskOptions) => Promise<Asked>;
  /** Ends all connections, and with them the requests under way. */
  readonly close: () => Promise<void>;
}

const usualConnections = 64;
const usualRawBytes = 1024 * 1024;

/** Opens a client. A problem names what is wrong with the endpoint or missing in the environment. */
export function openClient(endpoint: Endpoint, options: ClientOptions): Outcome<Client> {
  const access = endpointAccess(endpoint, options.environment);
  if (!access.ok) return access;
  const { clock = systemClock, rawLimitBytes = usualRawBytes, certificateAuthority } = options;
  const { origin, path, headers, secrets } = access.value;
  const { limits } = endpoint;
  const rules = dialects[endpoint.dialect];
  const redaction = redactionOf(secrets);
  const lag = new LoopLag(clock);
  const poolOf = (connections: number) =>
    new Pool(origin, {
      connections,
      connectTimeout: limits.firstByteTimeoutMs,
      allowH2: false,
      connect: certificateAuthority === undefined ? {} : { ca: certificateAuthority },
    });
  const pool = poolOf(options.connections ?? usualConnections);
  const fresh = new Set<Pool>();
  let isUsageAsked = endpoint.isStreamed;

  const ask = async (prompt: Prompt, asking: AskOptions): Promise<Asked> => {
    const body = JSON.stringify(rules.body({ prompt, endpoint, isUsageAsked }));
    const exchange = new Exchange({
      ...{ asking, rules, endpoint, redaction, clock, lag, isUsageAsked },
      ...{ access: access.value, body, rawLimitBytes },
    });
    const ownPool = asking.isFresh ? poolOf(1) : undefined;
    if (ownPool !== undefined) fresh.add(ownPool);
    const order = { path, headers, body, limits, clock, signal: asking.signal };
    const end = await transfer(ownPool ?? pool, order, exchange);
    if (ownPool !== undefined) {
      fresh.delete(ownPool);
      ownPool.destroy().catch(() => {});
    }
    const asked = exchange.conclude(end);
    if (asked.again === "without-usage") isUsageAsked = false;
    return asked;
  };

  return {
    ok: true,
    value: {
      endpoint,
      clock,
      ask,
      close: async () => {
        await Promise.all([pool, ...fresh].map((each) => each.destroy()));
      },
    },
  };
}
