import type { Candidate } from "../compare/candidate.ts";
import { addressText, comment, originOf, quoted, remarksOn, settingFunction } from "./code-text.ts";
import type { CallOrder, Written } from "./configuration.ts";
import { type Connection, connectionTo } from "./connection.ts";
import { allOrWhy, noteOn } from "./written.ts";

/** Which package speaks a format, and how a model is made with it. */
interface Package {
  readonly name: string;
  readonly create: string;
  readonly isNamed: boolean;
  readonly method: string;
}

const compatible: Package = {
  name: "@ai-sdk/openai-compatible",
  create: "createOpenAICompatible",
  isNamed: true,
  method: "",
};
const openAi: Package = {
  name: "@ai-sdk/openai",
  create: "createOpenAI",
  isNamed: false,
  method: ".responses",
};
const anthropic: Package = {
  name: "@ai-sdk/anthropic",
  create: "createAnthropic",
  isNamed: false,
  method: "",
};

const packages: Readonly<Record<string, Package>> = {
  "chat-completions": compatible,
  responses: openAi,
  messages: anthropic,
};

/** OpenAI and Anthropic by the format they recommend, everybody else by the one that most speak. */
function connect(candidate: Candidate): Connection | undefined {
  const usual = ["chat-completions", "responses", "messages"];
  const provider = candidate.route?.provider.id ?? "";
  const first: Readonly<Record<string, string>> = { openai: "responses", anthropic: "messages" };
  const own = first[provider];
  return connectionTo(candidate, own === undefined ? usual : [own, ...usual]);
}

export function vercelAiSdk({ called, purpose }: CallOrder): Written {
  const found = allOrWhy(called, connect, "a format the AI SDK speaks");
  if (!found.ok) return { isWritten: false, for: "vercel", because: found.because };
  const connections = found.value;
  const used = [...new Set(connections.map(packageFor))].sort((a, b) => (a.name < b.name ? -1 : 1));
  const text = [
    comment("//", purpose),
    comment("//", `npm install ai ${used.map(({ name }) => name).join(" ")}`),
    ...used.map(({ name, create }) => `import { ${create} } from "${name}";`),
    'import { generateText } from "ai";',
    "",
    "/** Each is made when it is called, so that what the second lacks stops nobody before. */",
    "const models = [",
    ...connections.flatMap(modelLines),
    "];",
    "",
    body,
  ].join("\n");
  return {
    isWritten: true,
    configuration: {
      for: "vercel",
      title: "Vercel AI SDK",
      language: "typescript",
      file: "model.ts",
      text,
      notes: noteOn(connections),
      sources: connections.flatMap(({ sources }) => sources),
    },
  };
}

function packageFor({ speaks }: Connection): Package {
  return packages[speaks] ?? compatible;
}

function modelLines(connection: Connection): readonly string[] {
  const { apiKeyEnv, modelName, providerId } = connection;
  const { create, isNamed, method } = packageFor(connection);
  return [
    `  ${comment("//", originOf(connection))}`,
    ...remarksOn(connection).map((remark) => `  ${comment("//", remark)}`),
    "  () =>",
    `    ${create}({`,
    ...(isNamed ? [`      name: ${quoted(providerId)},`] : []),
    `      baseURL: ${addressText(connection)},`,
    `      apiKey: setting(${quoted(apiKeyEnv)}),`,
    `    })${method}(${quoted(modelName)}),`,
  ];
}

const body = `/** Asks the first model, and the next one when it fails. */
export async function ask(
  prompt: string,
  outputTokens = 1024,
): Promise<{ model: string; text: string }> {
  let failure: unknown;
  for (const make of models) {
    try {
      const model = make();
      const { text } = await generateText({
        model,
        prompt,
        maxOutputTokens: outputTokens,
        maxRetries: 0,
      });
      return { model: model.modelId, text };
    } catch (error) {
      console.warn(\`A model failed: \${error instanceof Error ? error.message : error}\`);
      failure = error;
    }
  }
  throw failure;
}

${settingFunction}`;
