import { addressText, comment, originOf, quoted, remarksOn, settingFunction } from "./code-text.ts";
import type { CallOrder, Written } from "./configuration.ts";
import { type Connection, connectionTo } from "./connection.ts";
import { allOrWhy, noteOn } from "./written.ts";

/** The OpenAI SDK calls chat completions wherever they are spoken. */
export const chatFormats: readonly string[] = ["chat-completions"];

export function openAiSdk({ called, purpose }: CallOrder): Written {
  const found = allOrWhy(called, (each) => connectionTo(each, chatFormats), "chat completions");
  if (!found.ok) return { isWritten: false, for: "openai", because: found.because };
  const connections = found.value;
  const text = [
    comment("//", purpose),
    comment("//", "npm install openai"),
    'import OpenAI from "openai";',
    "",
    "const targets = [",
    ...connections.flatMap(targetLines),
    "];",
    "",
    body,
  ].join("\n");
  return {
    isWritten: true,
    configuration: {
      for: "openai",
      title: "OpenAI SDK, TypeScript",
      language: "typescript",
      file: "model.ts",
      text,
      notes: noteOn(connections),
      sources: connections.flatMap(({ sources }) => sources),
    },
  };
}

function targetLines(connection: Connection): readonly string[] {
  const { apiKeyEnv, modelName, outputLimit, reasons } = connection;
  const effort = reasons
    ? [
        `      ${comment("//", "it can reason: hidden tokens count against this limit")}`,
        `      ${comment("//", 'reasoning_effort: "low", where the provider takes it')}`,
      ]
    : [];
  return [
    "  {",
    `    ${comment("//", originOf(connection))}`,
    ...remarksOn(connection).map((remark) => `    ${comment("//", remark)}`),
    `    baseURL: () => ${addressText(connection)},`,
    `    apiKey: () => setting(${quoted(apiKeyEnv)}),`,
    `    model: ${quoted(modelName)},`,
    "    parameters: (outputTokens: number) => ({",
    ...effort,
    `      ${outputLimit}: outputTokens,`,
    "    }),",
    "  },",
  ];
}

const body = `/** Asks the first model, and the next one when it fails. */
export async function ask(
  messages: OpenAI.ChatCompletionMessageParam[],
  outputTokens = 1024,
): Promise<{ model: string; text: string }> {
  let failure: unknown;
  for (const { baseURL, apiKey, model, parameters } of targets) {
    try {
      const client = new OpenAI({ baseURL: baseURL(), apiKey: apiKey(), maxRetries: 0 });
      const completion = await client.chat.completions.create({
        model,
        messages,
        ...parameters(outputTokens),
      });
      return { model, text: completion.choices[0]?.message.content ?? "" };
    } catch (error) {
      console.warn(\`\${model} failed: \${error instanceof Error ? error.message : error}\`);
      failure = error;
    }
  }
  throw failure;
}

${settingFunction}`;
