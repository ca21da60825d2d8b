import type { Endpoint } from "../../core/runs/endpoint.ts";
import type { Clock } from "../exchange/clock.ts";
import { type EmbeddingsClient, openEmbeddings, type Vector } from "../exchange/embeddings.ts";
import type { Environment } from "../exchange/endpoint-access.ts";
import type { GraderDeps } from "../graders/grader-rule.ts";

interface Embedder {
  /** Vectors of texts; throws where there are none. */
  readonly embed: NonNullable<GraderDeps["embed"]>;
  readonly close: () => Promise<void>;
}

/** What is expected comes again with every answer to it: so many vectors are held for the next. */
const heldAtMost = 500;

/** Asks endpoints that make vectors of texts. Each is connected to when it is first asked. */
export function embedderOf(options: {
  readonly environment: Environment;
  readonly clock: Clock;
}): Embedder {
  const clients = new Map<string, EmbeddingsClient>();
  const held = new Map<string, Promise<Vector>>();
  const opened = (endpoint: Endpoint): EmbeddingsClient => {
    const known = clients.get(endpoint.id);
    if (known !== undefined) return known;
    const client = openEmbeddings(endpoint, options);
    if (!client.ok) {
      throw new Error(`${endpoint.id} cannot be asked for vectors: ${client.problem.code}`);
    }
    clients.set(endpoint.id, client.value);
    return client.value;
  };
  const vectorOf = (endpoint: Endpoint, text: string): Promise<Vector> => {
    const name = JSON.stringify([endpoint.id, text]);
    const known = held.get(name);
    if (known !== undefined) return known;
    const made = opened(endpoint)
      .embed([text])
      .then(([vector = []]) => vector);
    made.catch(() => held.delete(name));
    held.set(name, made);
    const [oldest] = held.keys();
    if (held.size > heldAtMost && oldest !== undefined) held.delete(oldest);
    return made;
  };
  return {
    embed: async (endpoint, texts) => Promise.all(texts.map((text) => vectorOf(endpoint, text))),
    close: async () => {
      await Promise.all([...clients.values()].map(({ close }) => close()));
    },
  };
}
