import type { Dialect } from "../../../core/runs/endpoint.ts";
import { findLiteralKey } from "../literal-keys.ts";
import type { Leave } from "./left-over.ts";
import type { WireProvider } from "./wire.ts";

/** An endpoint as it is written into a suite file. */
export interface WrittenEndpoint {
  readonly id: string;
  readonly baseUrl: string;
  readonly model: string;
  readonly dialect?: Dialect;
  readonly keyVariable?: string;
  readonly headers?: Readonly<Record<string, unknown>>;
  readonly parameters?: Readonly<Record<string, unknown>>;
}

interface Service {
  readonly baseUrl: string;
  readonly keyVariable?: string;
  /** What may stand between service and model, and how requests are then shaped. */
  readonly modes: Readonly<Record<string, Dialect>>;
}

const chat = { "": "chat-completions", chat: "chat-completions" } as const;

/** Services that speak a dialect of ours, by the first word of a provider's id. */
const services: Readonly<Record<string, Service>> = {
  openai: {
    baseUrl: "https://api.openai.com/v1",
    keyVariable: "OPENAI_API_KEY",
    modes: {
      ...chat,
      responses: "responses",
      embedding: "chat-completions",
      embeddings: "chat-completions",
    },
  },
  anthropic: {
    baseUrl: "https://api.anthropic.com/v1",
    keyVariable: "ANTHROPIC_API_KEY",
    modes: { messages: "messages" },
  },
  openrouter: {
    baseUrl: "https://openrouter.ai/api/v1",
    keyVariable: "OPENROUTER_API_KEY",
    modes: chat,
  },
  mistral: { baseUrl: "https://api.mistral.ai/v1", keyVariable: "MISTRAL_API_KEY", modes: chat },
  groq: { baseUrl: "https://api.groq.com/openai/v1", keyVariable: "GROQ_API_KEY", modes: chat },
  deepseek: {
    baseUrl: "https://api.deepseek.com/v1",
    keyVariable: "DEEPSEEK_API_KEY",
    modes: chat,
  },
  togetherai: {
    baseUrl: "https://api.together.xyz/v1",
    keyVariable: "TOGETHER_API_KEY",
    modes: chat,
  },
  fireworks: {
    baseUrl: "https://api.fireworks.ai/inference/v1",
    keyVariable: "FIREWORKS_API_KEY",
    modes: chat,
  },
  cerebras: { baseUrl: "https://api.cerebras.ai/v1", keyVariable: "CEREBRAS_API_KEY", modes: chat },
  xai: { baseUrl: "https://api.x.ai/v1", keyVariable: "XAI_API_KEY", modes: chat },
  ollama: { baseUrl: "http://localhost:11434/v1", modes: chat },
  localai: { baseUrl: "http://localhost:8080/v1", modes: chat },
};

const sentAsTheyAre: ReadonlySet<string> = new Set([
  "temperature",
  "max_tokens",
  "max_completion_tokens",
  "max_output_tokens",
  "top_p",
  "top_k",
  "frequency_penalty",
  "presence_penalty",
  "seed",
  "stop",
  "response_format",
  "reasoning_effort",
  "reasoning",
  "verbosity",
  "tool_choice",
  "parallel_tool_calls",
  "service_tier",
  "thinking",
]);

/** An endpoint for a provider; undefined, and noted, where there is none. */
export function endpointOfProvider(
  provider: WireProvider,
  where: string,
  leave: Leave,
): WrittenEndpoint | undefined {
  const { id, label, config } = statedProvider(provider);
  const [name = "", ...rest] = id.split(":");
  const service = new Map(Object.entries(services)).get(name);
  const [first = ""] = rest;
  const hasMode = rest.length > 1 && service !== undefined && Object.hasOwn(service.modes, first);
  const mode = hasMode ? first : "";
  const model = (hasMode ? rest.slice(1) : rest).join(":");
  const dialect = service?.modes[mode];
  if (service === undefined || dialect === undefined || model === "") {
    leave(where, id, "no dialect of ours is known for it; write the endpoint by hand");
    return undefined;
  }
  const { parameters, headers, keyVariable, baseUrl } = settingsOf(
    config,
    `${where}.config`,
    leave,
  );
  const key = keyVariable ?? service.keyVariable;
  return {
    id: idOf(label ?? id),
    baseUrl: baseUrl ?? service.baseUrl,
    model,
    ...(dialect === "chat-completions" ? {} : { dialect }),
    ...(key === undefined ? {} : { keyVariable: key }),
    ...(headers === undefined ? {} : { headers }),
    ...(Object.keys(parameters).length === 0 ? {} : { parameters }),
  };
}

interface StatedProvider {
  readonly id: string;
  readonly label?: string | undefined;
  readonly config: Readonly<Record<string, unknown>>;
}

/** `openai:gpt-4.1`, an object with an id, or an object under its id. */
function statedProvider(provider: WireProvider): StatedProvider {
  if (typeof provider === "string") return { id: provider, config: {} };
  const { id, label, config } = provider;
  if (typeof id === "string") {
    return { id, label: typeof label === "string" ? label : undefined, config: fieldsOf(config) };
  }
  const [[name, stated] = ["", {}]] = Object.entries(provider);
  const { label: shown, config: within } = fieldsOf(stated);
  return {
    id: name,
    label: typeof shown === "string" ? shown : undefined,
    config: fieldsOf(within),
  };
}

interface Settings {
  readonly parameters: Record<string, unknown>;
  readonly headers?: Readonly<Record<string, unknown>> | undefined;
  readonly keyVariable?: string | undefined;
  readonly baseUrl?: string | undefined;
}

function settingsOf(
  config: Readonly<Record<string, unknown>>,
  where: string,
  leave: Leave,
): Settings {
  const parameters: [string, unknown][] = [];
  let settings: Omit<Settings, "parameters"> = {};
  for (const [name, value] of Object.entries(config)) {
    const at = `${where}.${name}`;
    const isText = typeof value === "string";
    if (sentAsTheyAre.has(name)) parameters.push([name, value]);
    else if (name === "passthrough") parameters.push(...Object.entries(fieldsOf(value)));
    else if (name === "apiBaseUrl" && isText) settings = { ...settings, baseUrl: value };
    else if (name === "apiHost" && isText)
      settings = { ...settings, baseUrl: `https://${value}/v1` };
    else if (name === "apiKeyEnvar" && isText) settings = { ...settings, keyVariable: value };
    else if (name === "headers") settings = { ...settings, headers: headersOf(value, at, leave) };
    else if (name === "apiKey")
      leave(at, "a key", "no key goes into a file; name its variable as keyVariable");
    else if (name === "tools" || name === "functions")
      leave(at, name, "write them as `tools` of the suite");
    else leave(at, name, "a suite has no such setting; parameters are sent as they are");
  }
  return { ...settings, parameters: Object.fromEntries(parameters) };
}

/** Variables of the environment as a suite writes them; a key itself stays where it is. */
function headersOf(value: unknown, where: string, leave: Leave): Readonly<Record<string, string>> {
  const headers = Object.entries(fieldsOf(value)).flatMap(([name, stated]) => {
    const text = String(stated).replace(/\{\{\s*env\.(\w+)\s*\}\}/g, "$$$1");
    const key = findLiteralKey({ endpoints: [{ headers: { [name]: text } }] });
    if (key === undefined) return [[name, text] as const];
    leave(
      `${where}.${name}`,
      "a key",
      "no key goes into a file; name its variable, such as $MY_KEY",
    );
    return [];
  });
  return Object.fromEntries(headers);
}

/** Signs that an id may hold. */
function idOf(text: string): string {
  const plain = text.replace(/[^\w.:-]+/g, "-").replace(/^[^A-Za-z0-9]+/, "");
  return plain === "" ? "unnamed" : plain.slice(0, 100);
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null
    ? Object.fromEntries(Object.entries(value))
    : {};
}
