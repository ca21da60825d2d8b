import type { Outcome } from "../../core/problems/problem.ts";
import type { Endpoint } from "../../core/runs/endpoint.ts";
import type { Random } from "../../core/stats/random.ts";
import { type ClientOptions, openClient } from "../exchange/client.ts";
import { askUntilAnswered } from "../exchange/retry.ts";
import type { Turns } from "../exchange/turns.ts";
import type { Asked, Asker } from "./asker.ts";

/** One asker for each endpoint; the first endpoint that cannot be asked is named. */
export function endpointAskers(
  endpoints: readonly Endpoint[],
  options: ClientOptions & {
    readonly random: Random;
    readonly turnsOf: (endpoint: Endpoint) => Turns;
  },
): Outcome<ReadonlyMap<string, Asker>> {
  const askers = new Map<string, Asker>();
  for (const endpoint of endpoints) {
    const client = openClient(endpoint, options);
    if (!client.ok) return client;
    const rateLimit = options.turnsOf(endpoint);
    askers.set(endpoint.id, {
      ask: async (prompt, { cell, firstNumber, dueAt, signal, mayBegin }) => {
        const asked: Asked[] = [];
        const retry = { ...{ cell, dueAt, signal, rateLimit }, random: options.random };
        const earlierAttempts = firstNumber - 1;
        for await (const event of askUntilAnswered(client.value, prompt, {
          ...retry,
          earlierAttempts,
        })) {
          if (event.kind === "ended") asked.push(event.asked);
          else if (!(await mayBegin(event.number))) break;
        }
        return asked;
      },
      close: client.value.close,
    });
  }
  return { ok: true, value: askers };
}
