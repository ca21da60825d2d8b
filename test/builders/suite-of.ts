import type { Endpoint } from "../../src/core/runs/endpoint.ts";
import type { Prompt } from "../../src/core/runs/prompt.ts";
import type { Suite } from "../../src/core/runs/suite.ts";

export function endpointOf(id: string, more: Partial<Endpoint> = {}): Endpoint {
  return {
    id,
    baseUrl: "https://api.example.com/v1",
    model: id,
    dialect: "chat-completions",
    parameters: { temperature: 0 },
    isStreamed: true,
    limits: {
      firstByteTimeoutMs: 60_000,
      idleTimeoutMs: 60_000,
      totalTimeoutMs: 600_000,
      attempts: 4,
      maxBodyBytes: 1024,
      isInsecureAllowed: false,
    },
    ...more,
  };
}

export function promptOf(id: string, text = id, more: Partial<Prompt> = {}): Prompt {
  return { id, messages: [{ role: "user", content: text }], ...more };
}

/** A suite that states nothing but these. */
export function suiteOf(more: Partial<Suite> = {}): Suite {
  return {
    name: "small",
    file: "suite.yaml",
    prompts: [promptOf("a")],
    endpoints: [endpointOf("mini")],
    graders: [],
    repetitions: 1,
    seed: 1,
    load: { kind: "closed", concurrency: 8 },
    warmUpRequests: 0,
    limits: { perEndpoint: {} },
    stopsEarly: false,
    keepsExchanges: true,
    ...more,
  };
}
