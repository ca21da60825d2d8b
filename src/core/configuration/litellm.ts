import type { Candidate } from "../compare/candidate.ts";
import { idOf } from "../compare/wording.ts";
import { comment, originOf, quoted, remarksOn } from "./code-text.ts";
import type { CallOrder, Written } from "./configuration.ts";
import { type Connection, connectionTo } from "./connection.ts";
import { allOrWhy, noteOn } from "./written.ts";

interface Named {
  readonly name: string;
  readonly connection: Connection;
}

/**
 * `model_list` with a fallback of the router, as https://docs.litellm.ai/docs/proxy/configs and
 * /docs/proxy/reliability describe them.
 */
export function liteLlm({ called, purpose }: CallOrder): Written {
  const found = allOrWhy(called, connect, "a format that LiteLLM is told of here");
  if (!found.ok) return { isWritten: false, for: "litellm", because: found.because };
  const named = namesOf(called).flatMap((name, index): readonly Named[] => {
    const connection = found.value[index];
    return connection === undefined ? [] : [{ name, connection }];
  });
  const [first, ...others] = named.map(({ name }) => quoted(name));
  const text = [
    comment("#", purpose),
    comment("#", "pip install 'litellm[proxy]', then: litellm --config config.yaml"),
    `${comment("#", `Ask the proxy for the model ${first ?? ""}.`)}`,
    comment("#", keyWarning),
    "model_list:",
    ...named.flatMap(modelLines),
    ...(others.length === 0
      ? []
      : [
          "router_settings:",
          "  num_retries: 0",
          "  fallbacks:",
          `    - ${first}: [${others.join(", ")}]`,
        ]),
    "",
  ].join("\n");
  return {
    isWritten: true,
    configuration: {
      for: "litellm",
      title: "LiteLLM proxy",
      language: "yaml",
      file: "config.yaml",
      text,
      notes: [...noteOn(found.value), keyWarning],
      sources: found.value.flatMap(({ sources }) => sources),
    },
  };
}

/** `anthropic/` speaks messages; `openai/` with an address speaks chat completions to anybody. */
function connect(candidate: Candidate): Connection | undefined {
  const isAnthropic = candidate.route?.provider.id === "anthropic";
  return connectionTo(candidate, isAnthropic ? ["messages"] : ["chat-completions", "messages"]);
}

/** The last part of each id; the whole id where two would be called alike. */
function namesOf(called: readonly Candidate[]): readonly string[] {
  const short = called.map((each) => idOf(each).split("/").at(-1) ?? idOf(each));
  return new Set(short).size === short.length ? short : called.map(idOf);
}

function modelLines({ name, connection }: Named): readonly string[] {
  const { modelName, apiKeyEnv } = connection;
  const { prefix, address } = dialectOf(connection);
  return [
    `  ${comment("#", originOf(connection))}`,
    ...remarksOn(connection).map((remark) => `  ${comment("#", remark)}`),
    `  - model_name: ${quoted(name)}`,
    "    litellm_params:",
    `      model: ${quoted(`${prefix}/${modelName}`)}`,
    ...(address === null ? [] : [`      api_base: ${quoted(address)}`]),
    `      api_key: ${quoted(`os.environ/${apiKeyEnv}`)}`,
  ];
}

/**
 * The providers it knows by a prefix of their own, each with the address it is known at, as
 * https://docs.litellm.ai/docs/providers lists them.
 */
const ownPrefixes: Readonly<Record<string, { readonly prefix: string; readonly at: string }>> = {
  cerebras: { prefix: "cerebras", at: "https://api.cerebras.ai/v1" },
  deepinfra: { prefix: "deepinfra", at: "https://api.deepinfra.com/v1/openai" },
  deepseek: { prefix: "deepseek", at: "https://api.deepseek.com" },
  fireworks: { prefix: "fireworks_ai", at: "https://api.fireworks.ai/inference/v1" },
  google: { prefix: "gemini", at: "https://generativelanguage.googleapis.com/v1beta/openai" },
  groq: { prefix: "groq", at: "https://api.groq.com/openai/v1" },
  mistral: { prefix: "mistral", at: "https://api.mistral.ai/v1" },
  openrouter: { prefix: "openrouter", at: "https://openrouter.ai/api/v1" },
  together: { prefix: "together_ai", at: "https://api.together.ai/v1" },
  xai: { prefix: "xai", at: "https://api.x.ai/v1" },
};

/** How LiteLLM is told whom to call; `openai/` with an address speaks to anybody. */
function dialectOf({ providerId, baseUrl, baseUrlEnv, speaks }: Connection): {
  readonly prefix: string;
  readonly address: string | null;
} {
  const variable = `os.environ/${baseUrlEnv}`;
  if (speaks === "messages") {
    // it adds `/v1/messages` to the address itself
    return { prefix: "anthropic", address: baseUrl?.replace(/\/v1$/, "") ?? variable };
  }
  const own = ownPrefixes[providerId];
  if (own === undefined || own.at !== baseUrl) {
    return { prefix: "openai", address: baseUrl ?? variable };
  }
  // of Google it speaks the native format, at another address than chat completions have
  return { prefix: own.prefix, address: own.prefix === "gemini" ? null : baseUrl };
}

/** See https://github.com/BerriAI/litellm/pull/31552. */
const keyWarning =
  "Set every variable named here: for one that is not set LiteLLM may send the key in OPENAI_API_KEY to that address.";
