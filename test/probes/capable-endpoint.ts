import http, { type IncomingMessage, type ServerResponse } from "node:http";
import { AskedBody } from "./asked-body.ts";
import { errorOf, reply, respond } from "./capable-answer.ts";
import { askedBy, type Capability, capabilities, type Switches } from "./switches.ts";

export interface CapableEndpoint {
  readonly baseUrl: string;
  readonly seen: readonly { readonly path: string; readonly body: AskedBody | null }[];
  readonly close: () => Promise<void>;
}

const usual: Switches = {
  ways: {},
  ...{ mind: "sane", contextTokens: 100_000, overflow: "refused", reasoning: null },
  ...{ declaredTokens: null, key: null, hasLimitHeaders: true },
};

/** Opens an endpoint that answers chat completions, by its switches. */
export async function openCapableEndpoint(
  change: Partial<Switches> = {},
): Promise<CapableEndpoint> {
  const switches = { ...usual, ...change };
  const seen: { path: string; body: AskedBody | null }[] = [];
  const turns = new Map<Capability, number>();
  const server = http.createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("error", () => {});
    request.on("end", () => {
      const text = Buffer.concat(chunks).toString("utf8");
      const body = text === "" ? null : AskedBody.parse(JSON.parse(text));
      seen.push({ path: request.url ?? "", body });
      answer(request, response, { body, switches, turns });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return {
    baseUrl: `http://127.0.0.1:${port}/v1`,
    seen,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

interface Answering {
  readonly body: AskedBody | null;
  readonly switches: Switches;
  readonly turns: Map<Capability, number>;
}

function answer(request: IncomingMessage, response: ServerResponse, answering: Answering): void {
  const { body, switches, turns } = answering;
  if (switches.key !== null && request.headers.authorization !== `Bearer ${switches.key}`) {
    reply(response, 401, errorOf("the key is wrong"));
    return;
  }
  if (body === null) {
    const row = { id: "m", context_length: switches.declaredTokens ?? undefined };
    reply(response, 200, { data: [row] });
    return;
  }
  const isKept = new Map<Capability, boolean>();
  for (const each of capabilities) {
    const [name, isAsked] = askedBy[each];
    if (!isAsked(body)) continue;
    const way = switches.ways[each] ?? "kept";
    if (way === "refused") {
      reply(response, 400, errorOf(`${name} is not supported`));
      return;
    }
    if (way === "fails") {
      reply(response, 500, errorOf("something broke"));
      return;
    }
    if (way === "resets") {
      request.socket.destroy();
      return;
    }
    const turn = (turns.get(each) ?? 0) + 1;
    turns.set(each, turn);
    isKept.set(each, way === "kept" || (way === "at-times" && turn % 2 === 0));
  }
  const is = (capability: Capability) => isKept.get(capability) === true;
  if (isKept.has("known-model") && is("known-model")) {
    reply(response, 404, errorOf("no such model", "model_not_found"));
    return;
  }
  if (isKept.has("known-parameters") && is("known-parameters")) {
    reply(response, 400, errorOf("Unrecognized request argument"));
    return;
  }
  respond(response, { body, switches, is });
}
