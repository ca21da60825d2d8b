import type { Endpoint } from "../../src/core/runs/endpoint.ts";
import type { Prompt } from "../../src/core/runs/prompt.ts";
import type { Asked } from "../../src/measure/exchange/asked.ts";
import { type Client, type ClientOptions, openClient } from "../../src/measure/exchange/client.ts";

/** A key that is none. */
export const key = "sk-test-0123456789abcdef";

/** Long enough for a busy machine; a test of a timeout makes one of them short. */
export const limits = {
  firstByteTimeoutMs: 10_000,
  idleTimeoutMs: 10_000,
  totalTimeoutMs: 20_000,
  attempts: 3,
  maxBodyBytes: 4 * 1024 * 1024,
  isInsecureAllowed: false,
};

export interface Asker {
  readonly open: (change?: Partial<Endpoint>, options?: Partial<ClientOptions>) => Client;
  readonly ask: (client: Client, text: string, number?: number) => Promise<Asked>;
  readonly closeAll: () => Promise<void>;
}

/** Opens clients of one endpoint, and asks them. */
export function asker(baseUrl: () => string): Asker {
  const clients: Client[] = [];
  return {
    open: (change = {}, options = {}) => {
      const endpoint: Endpoint = {
        ...{ id: "test", baseUrl: baseUrl(), model: "m", dialect: "chat-completions" },
        ...{ keyVariable: "TEST_KEY", parameters: { temperature: 0 }, isStreamed: true, limits },
        ...change,
      };
      const opened = openClient(endpoint, { environment: { TEST_KEY: key }, ...options });
      if (!opened.ok) throw new Error(JSON.stringify(opened.problem));
      clients.push(opened.value);
      return opened.value;
    },
    ask: (client, text, number = 1) =>
      client.ask(promptOf(text), { cell: "c", number, dueAt: client.clock.now() }),
    closeAll: async () => {
      await Promise.all(clients.splice(0).map((client) => client.close()));
    },
  };
}

/** One message of a user. */
export function promptOf(text: string): Prompt {
  return { id: "p", messages: [{ role: "user", content: text }] };
}

/** The text of an answer, or the code of a failure. */
export function said({ attempt: { outcome } }: Asked): string {
  return outcome.ok ? outcome.answer.text : outcome.failure.code;
}
