import type { Client } from "@modelcontextprotocol/client";
import { Ajv2020 } from "ajv/dist/2020.js";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildDeps } from "../../src/deps.ts";
import { type OperationName, operationNames, operations } from "../../src/operations/index.ts";
import { questions } from "./questions.ts";
import { overHttp, overStdio, type Served } from "./servers.ts";

const world = buildDeps(new URL("../../dist/catalog/", import.meta.url));
const opened = world.catalog([]);
/** As a server holds it: the catalog is opened once. */
const deps = { ...world, catalog: () => opened };
const ajv = new Ajv2020({ strict: false, validateFormats: false });

const answers = new Map<OperationName, unknown>();

/** What a program that imports the package gets, as JSON. */
async function answerOfLibrary(name: OperationName): Promise<unknown> {
  if (!answers.has(name)) {
    const operation = await operations[name]();
    const outcome = await operation.answer(questions[name], deps);
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem));
    answers.set(name, JSON.parse(JSON.stringify(outcome.value.value)));
  }
  return answers.get(name);
}

/** What is wrong with the value, or with the schema itself when no value is given. */
function mistakes(schema: object = {}, value?: unknown): string {
  if (value === undefined) void ajv.validateSchema({ ...schema });
  else void ajv.validate({ ...schema }, value);
  return ajv.errorsText();
}

let served: Served;
const clients = new Map<string, Client>();

beforeAll(async () => {
  served = await overHttp(deps);
  clients.set("stdio", await overStdio());
  clients.set("HTTP", await served.connect("auto"));
});

afterAll(async () => {
  await Promise.all([...clients.values()].map((client) => client.close()));
  await served.stop();
});

function clientOver(way: string): Client {
  const client = clients.get(way);
  if (client === undefined) throw new Error(`nobody is connected over ${way}`);
  return client;
}

describe.each(["stdio", "HTTP"])("the tools over %s", (way) => {
  test("speak the protocol that the client prefers", () => {
    const spoken = clientOver(way).getNegotiatedProtocolVersion();
    expect(spoken).toBe(way === "HTTP" ? "2026-07-28" : "2025-11-25");
  });

  test("are the operations, each with schemas that are JSON Schema", async () => {
    const { tools } = await clientOver(way).listTools();
    expect(tools.map(({ name }) => name)).toEqual(operationNames);
    for (const { name, inputSchema, outputSchema } of tools) {
      expect(mistakes(inputSchema), name).toBe("No errors");
      expect(mistakes(outputSchema), name).toBe("No errors");
    }
  });

  test("say which of them writes", async () => {
    const { tools } = await clientOver(way).listTools();
    const writing = tools.filter(({ annotations }) => annotations?.readOnlyHint !== true);
    expect(writing.map(({ name }) => name)).toEqual(["decide"]);
  });

  test.each(operationNames)("answer %s as the library does", async (name) => {
    const client = clientOver(way);
    const { tools } = await client.listTools();
    const input = questions[name];
    const { output } = await operations[name]();
    const { inputSchema, outputSchema } = tools.find((tool) => tool.name === name) ?? {};
    expect(mistakes(inputSchema, input)).toBe("No errors");

    const { structuredContent, content, isError } = await client.callTool({
      name,
      arguments: input,
    });
    expect(isError, JSON.stringify(content)).not.toBe(true);
    expect(structuredContent).toEqual(await answerOfLibrary(name));
    expect(mistakes(outputSchema, structuredContent)).toBe("No errors");
    expect(output, "its answer is promised").toBeDefined();
  });

  test.each([
    ["compare", { models: ["gpt-4.1", "no-such-model"] }, "model-not-found", "no-such-model"],
    ["compare", { models: 3 }, "invalid-input", "models"],
    ["cost", { routes: ["openai/gpt-4.1"], no_such_field: 1 }, "invalid-input", "no_such_field"],
    ["gap", {}, "invalid-input", "scoreA"],
  ])("say what is wrong with %s %j and what to do", async (name, input, code, named) => {
    const result = await clientOver(way).callTool({ name, arguments: input });
    expect(result.isError).toBe(true);
    expect(result.structuredContent).toMatchObject({ code, title: expect.stringContaining(named) });
    const [first] = result.content;
    expect(first).toMatchObject({ type: "text", text: expect.stringMatching(/\.\n.+/) });
  });

  test("refuse a tool there is not", async () => {
    const asked = clientOver(way).callTool({ name: "weigh", arguments: {} });
    await expect(asked).rejects.toThrow(/weigh/);
  });

  test("answer twenty questions at once, each its own", async () => {
    const client = clientOver(way);
    const asked = Array.from({ length: 20 }, (_, index) => ({
      inputTokens: 1e6 * (index + 1),
      outputTokens: 0,
    }));
    const answers = await Promise.all(
      asked.map((traffic) =>
        client.callTool({ name: "cost", arguments: { routes: ["openai/gpt-4.1"], traffic } }),
      ),
    );
    expect(answers.map(({ structuredContent }) => structuredContent)).toMatchObject(
      asked.map((traffic) => ({ traffic })),
    );
  });
});

describe("the words of an answer", () => {
  test.each(operationNames)("of %s are short and lead to the rest", async (name) => {
    const { content } = await clientOver("HTTP").callTool({ name, arguments: questions[name] });
    const [first] = content;
    const text = first?.type === "text" ? first.text : "";
    expect(text.length).toBeLessThan(8_000);
    expect(text).toMatch(/The whole answer, with its sources, is in the structured content\./);
  });

  test("begin with the verdict", async () => {
    const { content } = await clientOver("HTTP").callTool({
      name: "compare",
      arguments: questions.compare,
    });
    expect(content).toMatchObject([{ text: expect.stringMatching(/^# .+\n\n.+\n\n> /) }]);
  });

  test("of a long list are its beginning", async () => {
    const { content, structuredContent } = await clientOver("HTTP").callTool({ name: "routes" });
    expect(structuredContent).toMatchObject({ routes: { length: 2901 } });
    expect(content).toMatchObject([{ text: expect.stringMatching(/… and \d+ more\./) }]);
  });
});

test("facts and a day of the process hold for every question that takes them", async () => {
  const client = await overStdio(["--as-of", "2026-08-01"]);
  const asked = async (input: object) =>
    (await client.callTool({ name: "models", arguments: { limit: 1, ...input } }))
      .structuredContent;
  expect(await asked({})).toMatchObject({ asOf: "2026-08-01" });
  expect(await asked({ asOf: "2026-09-01" })).toMatchObject({ asOf: "2026-09-01" });
  await client.close();
});
