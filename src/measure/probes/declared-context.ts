import { Pool } from "undici";
import { z } from "zod";
import type { DeclaredContext } from "../../core/probes/context-reach.ts";
import type { Endpoint } from "../../core/runs/endpoint.ts";
import { type Environment, endpointAccess } from "../exchange/endpoint-access.ts";

const longestList = 8 * 1024 * 1024;
const longestMs = 10_000;

const Count = z.number().int().positive().optional().catch(undefined);
const Listed = z.object({
  id: z.string(),
  context_length: Count,
  context_window: Count,
  max_model_len: Count,
  max_context_length: Count,
  meta: z.object({ n_ctx: Count, n_ctx_train: Count }).optional().catch(undefined),
});
const List = z.object({ data: z.array(z.unknown()) });

/**
 * What the endpoint itself says its model takes, in the list of models that most have. Nothing, where
 * there is no list or it does not say: that is no failure.
 */
export async function declaredContext(
  endpoint: Endpoint,
  environment: Environment,
): Promise<readonly DeclaredContext[]> {
  const access = endpointAccess(endpoint, environment);
  if (!access.ok) return [];
  const base = new URL(endpoint.baseUrl);
  const pool = new Pool(access.value.origin, { connections: 1, allowH2: false });
  try {
    const { statusCode, body } = await pool.request({
      method: "GET",
      path: `${base.pathname.replace(/\/+$/, "")}/models${base.search}`,
      headers: { ...access.value.headers },
      signal: AbortSignal.timeout(longestMs),
    });
    if (statusCode !== 200) {
      await body.dump();
      return [];
    }
    return declaredIn(await readBounded(body), endpoint.model);
  } catch {
    return [];
  } finally {
    await pool.destroy();
  }
}

async function readBounded(body: AsyncIterable<unknown>): Promise<unknown> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of body) {
    if (!(chunk instanceof Buffer)) continue;
    bytes += chunk.length;
    if (bytes > longestList) return null;
    chunks.push(chunk);
  }
  return JSON.parse(Buffer.concat(chunks).toString("utf8"));
}

/** The row of the model; a server of one model may list it under a name of its own. */
function declaredIn(json: unknown, model: string): readonly DeclaredContext[] {
  const rows = (List.safeParse(json).data?.data ?? []).flatMap(
    (row) => Listed.safeParse(row).data ?? [],
  );
  const row = rows.find(({ id }) => id === model) ?? (rows.length === 1 ? rows[0] : undefined);
  if (row === undefined) return [];
  const stated = [
    row.context_length,
    row.context_window,
    row.max_model_len,
    row.max_context_length,
    row.meta?.n_ctx,
  ];
  const tokens = stated.find((each) => each !== undefined);
  const trained = row.meta?.n_ctx_train;
  return [
    ...(tokens === undefined ? [] : [{ tokens, by: "its list of models" }]),
    ...(trained === undefined ? [] : [{ tokens: trained, by: "its training" }]),
  ];
}
