import type { RouteDossier } from "../catalog/dossier.ts";
import type { Candidate } from "../compare/candidate.ts";
import { nameOf } from "../compare/wording.ts";
import { addressText, comment, originOf, quoted, remarksOn, settingFunction } from "./code-text.ts";
import type { CallOrder, Written } from "./configuration.ts";
import { connectionTo } from "./connection.ts";
import { noteOn } from "./written.ts";

/** The router's own fallback: it tries the names of `models` in order. */
export function openRouter({ called, purpose }: CallOrder): Written {
  const connections = [];
  for (const candidate of called) {
    const route = routeThere(candidate);
    const connection =
      route === undefined ? undefined : connectionTo({ ...candidate, route }, ["chat-completions"]);
    if (connection === undefined) {
      const because = `no live route of ${nameOf(candidate)} at OpenRouter is known`;
      return { isWritten: false, for: "openrouter", because };
    }
    connections.push(connection);
  }
  const [first] = connections;
  if (first === undefined) {
    return { isWritten: false, for: "openrouter", because: "no model is left to call" };
  }
  const { apiKeyEnv } = first;
  const text = [
    comment("//", purpose),
    comment("//", "npm install @openrouter/sdk"),
    'import { OpenRouter } from "@openrouter/sdk";',
    "",
    ...remarksOn(first).map((remark) => comment("//", remark)),
    `const address = ${addressText(first)};`,
    "",
    "/** Tried in this order by the router itself. */",
    "const models = [",
    ...connections.flatMap((connection) => [
      `  ${comment("//", originOf(connection))}`,
      `  ${quoted(connection.modelName)},`,
    ]),
    "];",
    "",
    bodyFor(quoted(apiKeyEnv)),
  ].join("\n");
  return {
    isWritten: true,
    configuration: {
      for: "openrouter",
      title: "OpenRouter",
      language: "typescript",
      file: "model.ts",
      text,
      notes: [
        ...noteOn([first]),
        "Both models are called through one router: when it fails, neither answers.",
      ],
      sources: connections.flatMap(({ sources }) => sources),
    },
  };
}

function routeThere({ dossier }: Candidate): RouteDossier | undefined {
  const routes = dossier.routes.filter(
    ({ provider, lifecycle }) => provider.id === "openrouter" && lifecycle.status !== "retired",
  );
  return routes.find(({ entry }) => !entry.providerModelId.includes(":")) ?? routes[0];
}

const bodyFor = (keyVariable: string) => `export async function ask(
  prompt: string,
  outputTokens = 1024,
): Promise<{ model: string; text: string }> {
  const client = new OpenRouter({ apiKey: setting(${keyVariable}), serverURL: address });
  const completion = await client.chat.send({
    chatRequest: {
      models,
      messages: [{ role: "user", content: prompt }],
      maxTokens: outputTokens,
      stream: false,
    },
  });
  if (!("choices" in completion)) throw new Error("The router answered with a stream");
  const content = completion.choices[0]?.message.content;
  return { model: completion.model, text: typeof content === "string" ? content : "" };
}

${settingFunction}`;
