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
      notes: noteOn(found.value),
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
  const { modelName, speaks, apiKeyEnv } = connection;
  const dialect = speaks === "messages" ? "anthropic" : "openai";
  return [
    `  ${comment("#", originOf(connection))}`,
    ...remarksOn(connection).map((remark) => `  ${comment("#", remark)}`),
    `  - model_name: ${quoted(name)}`,
    "    litellm_params:",
    `      model: ${quoted(`${dialect}/${modelName}`)}`,
    `      api_base: ${quoted(addressOf(connection))}`,
    `      api_key: ${quoted(`os.environ/${apiKeyEnv}`)}`,
  ];
}

/** LiteLLM adds `/v1/messages` to the address of whoever speaks messages. */
function addressOf({ baseUrl, baseUrlEnv, speaks }: Connection): string {
  if (baseUrl === null) return `os.environ/${baseUrlEnv}`;
  return speaks === "messages" ? baseUrl.replace(/\/v1$/, "") : baseUrl;
}
