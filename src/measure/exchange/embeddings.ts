import type { IncomingHttpHeaders } from "node:http";
import { type Dispatcher, Pool } from "undici";
import { z } from "zod";
import type { Outcome } from "../../core/problems/problem.ts";
import type { Endpoint } from "../../core/runs/endpoint.ts";
import { type FailureCode, failureKinds } from "../../core/runs/failure.ts";
import type { Clock } from "./clock.ts";
import { type Environment, endpointAccess } from "./endpoint-access.ts";
import { codeOfStatus } from "./failure-codes.ts";
import { parseForeign } from "./parse-foreign.ts";
import { RateLimit } from "./rate-limit.ts";
import { retryAfterMs } from "./retry-after.ts";
import { type TransferListener, transfer, type Wish } from "./transfer.ts";

/** A vector for a text. */
export type Vector = readonly number[];

/** Asks one endpoint for vectors, in the shape of OpenAI's embeddings. */
export interface EmbeddingsClient {
  /** A vector for each text, in their order; throws, naming the failure, where there are none. */
  readonly embed: (texts: readonly string[]) => Promise<readonly Vector[]>;
  readonly close: () => Promise<void>;
}

interface Options {
  readonly environment: Environment;
  readonly clock: Clock;
}

const connections = 16;
const longestWaitMs = 60_000;
const firstBackoffMs = 500;
const longestVector = 65_536;

/** What comes back; a number that is none makes it no answer. */
const Answer = z.object({
  data: z.array(
    z.object({ index: z.int().optional(), embedding: z.array(z.number()).max(longestVector) }),
  ),
});

export function openEmbeddings(
  endpoint: Endpoint,
  { environment, clock }: Options,
): Outcome<EmbeddingsClient> {
  const access = endpointAccess(endpoint, environment, "/embeddings");
  if (!access.ok) return access;
  const { origin, path, headers } = access.value;
  const { limits, model, parameters } = endpoint;
  const pool = new Pool(origin, {
    connections,
    connectTimeout: limits.firstByteTimeoutMs,
    allowH2: false,
  });
  const rateLimit = new RateLimit(limits, clock);
  const order = { path, headers, limits, clock, signal: undefined };

  const embed = async (texts: readonly string[]): Promise<readonly Vector[]> => {
    const body = JSON.stringify({ encoding_format: "float", ...parameters, model, input: texts });
    for (let attempt = 1; ; attempt++) {
      await rateLimit.take(Math.ceil(body.length / 4));
      const came = await askedOnce(pool, { ...order, body }, texts.length);
      if (came.ok) return came.vectors;
      const { isRetried } = failureKinds[came.code];
      const waitMs = came.retryAfterMs ?? firstBackoffMs * 2 ** (attempt - 1);
      if (!isRetried || attempt >= limits.attempts || waitMs > longestWaitMs) {
        throw new Error(`the embeddings endpoint ${endpoint.id} gave ${came.code}`);
      }
      await clock.sleep(waitMs);
    }
  };
  return { ok: true, value: { embed, close: () => pool.destroy() } };
}

type Came =
  | { readonly ok: true; readonly vectors: readonly Vector[] }
  | { readonly ok: false; readonly code: FailureCode; readonly retryAfterMs: number | null };

async function askedOnce(
  dispatcher: Dispatcher,
  order: Parameters<typeof transfer>[1],
  count: number,
): Promise<Came> {
  const listener = new WholeBody();
  const end = await transfer(dispatcher, order, listener);
  const refused = codeOfStatus(listener.status);
  if (end.ok && refused === undefined) {
    const vectors = vectorsIn(listener.text(), count);
    if (vectors !== undefined) return { ok: true, vectors };
  }
  const code = end.ok ? (refused ?? "malformed-json") : end.code;
  const epochMs = order.clock.epochMs();
  const isRateLimited = code === "rate-limited";
  return {
    ok: false,
    code,
    retryAfterMs: retryAfterMs(listener.headers, { epochMs, isRateLimited }),
  };
}

/** As many as were asked for, in the order of the texts. */
function vectorsIn(text: string, count: number): readonly Vector[] | undefined {
  const foreign = parseForeign(text);
  const read = foreign.ok ? Answer.safeParse(foreign.json) : undefined;
  if (read?.success !== true || read.data.data.length !== count) return undefined;
  return read.data.data
    .map(({ index, embedding }, place) => ({ at: index ?? place, embedding }))
    .sort((a, b) => a.at - b.at)
    .map(({ embedding }) => embedding);
}

/** Holds a body, which the transfer bounds. */
class WholeBody implements TransferListener {
  status = 0;
  headers: IncomingHttpHeaders = {};
  readonly #chunks: Buffer[] = [];

  readonly onSent = (): void => {};

  readonly onHead = (status: number, headers: IncomingHttpHeaders): Wish => {
    this.status = status;
    this.headers = headers;
    return "more";
  };

  readonly onBytes = (bytes: Buffer): Wish => {
    this.#chunks.push(bytes);
    return "more";
  };

  text(): string {
    return Buffer.concat(this.#chunks).toString("utf8");
  }
}
