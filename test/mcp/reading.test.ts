import type { Client } from "@modelcontextprotocol/client";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { operationNames } from "../../src/operations/index.ts";
import { depsOf } from "../builders/deps-of.ts";
import { smallCatalog } from "../cli/small-catalog.ts";
import { overHttp, type Served } from "./servers.ts";

let served: Served;
let client: Client;

beforeAll(async () => {
  served = await overHttp(depsOf({ catalog: async () => ({ ok: true, value: smallCatalog }) }));
  client = await served.connect();
});

afterAll(async () => {
  await client.close();
  await served.stop();
});

const template = "steelyard://models/{maker}/{model}";
const completed = async (name: string, value: string, maker?: string) => {
  const { completion } = await client.complete({
    ref: { type: "ref/resource", uri: template },
    argument: { name, value },
    ...(maker === undefined ? {} : { context: { arguments: { maker } } }),
  });
  return completion.values;
};

describe("what can be read", () => {
  test("is the catalog and each model that was written by hand", async () => {
    const { resources } = await client.listResources();
    expect(resources.map(({ uri }) => uri)).toEqual([
      "steelyard://catalog",
      "steelyard://models/openai/gpt-4.1",
      "steelyard://models/qwen/qwen3.5-4b",
    ]);
    const { resourceTemplates } = await client.listResourceTemplates();
    expect(resourceTemplates).toMatchObject([{ uriTemplate: template, mimeType: "text/markdown" }]);
  });

  test("names the catalog and how much it holds", async () => {
    const { contents } = await client.readResource({ uri: "steelyard://catalog" });
    const [content] = contents;
    const text = content !== undefined && "text" in content ? content.text : "";
    expect(JSON.parse(text)).toEqual({
      hash: "7f3a9c2d41e0",
      compiledOn: "2026-11-10",
      counts: {
        models: smallCatalog.models.length,
        routes: smallCatalog.routes.length,
        providers: smallCatalog.providers.length,
        benchmarks: smallCatalog.benchmarks.length,
      },
    });
  });

  test("shows all that is held of a model, with its sources", async () => {
    const { contents } = await client.readResource({ uri: "steelyard://models/openai/gpt-4.1" });
    expect(contents).toMatchObject([
      {
        mimeType: "text/markdown",
        text: expect.stringMatching(/^# GPT-4\.1\n[\s\S]*## Sources/),
      },
    ]);
  });

  test.each([
    ["a maker", "maker", "op", undefined, ["openai"]],
    ["a model of any maker", "model", "4", undefined, ["gpt-4.1", "qwen3.5-4b"]],
    ["a model of the maker chosen", "model", "", "qwen", ["qwen3.5-4b"]],
    ["nothing like it", "maker", "zz", undefined, []],
    ["nothing for a word that is none of the template's", "mayor", "", undefined, []],
  ] as const)("completes %s", async (_, name, value, maker, expected) => {
    expect(await completed(name, value, maker)).toEqual(expected);
  });

  test.each([
    ["steelyard://models/openai/gpt-5", /No model is called "openai\/gpt-5"\./],
    ["steelyard://models/openai", /not found/],
    ["steelyard://prices", /not found/],
    ["no address", /invalid/],
    ["steelyard://models/%zz/%00", /No model|not found|invalid/],
  ])("refuses %s", async (uri, said) => {
    await expect(client.readResource({ uri })).rejects.toThrow(said);
  });
});

describe("the prompt choose-model", () => {
  const asked = async (args: Record<string, string>) => {
    const { messages } = await client.getPrompt({ name: "choose-model", arguments: args });
    const [message] = messages;
    return message?.content.type === "text" ? message.content.text : "";
  };

  test("takes a workload, all of which may be missing", async () => {
    const { prompts } = await client.listPrompts();
    expect(prompts.map(({ name }) => name)).toEqual(["choose-model"]);
    expect(prompts[0]?.arguments?.map(({ name, required }) => [name, required])).toEqual([
      ["task", false],
      ["requests", false],
      ["inputTokens", false],
      ["outputTokens", false],
      ["constraints", false],
    ]);
  });

  test("writes the first question, which `find` answers", async () => {
    const text = await asked({
      task: "rag",
      requests: "60k",
      inputTokens: "240M",
      outputTokens: "30M",
      constraints: "tools; context>=200k;",
    });
    const [, written = ""] = /Call `find` with (\{.*\})\. /.exec(text) ?? [];
    const question = JSON.parse(written);
    expect(question).toEqual({
      task: "rag",
      constraints: ["tools", "context>=200k"],
      traffic: { requests: "60k", inputTokens: "240M", outputTokens: "30M" },
    });
    const answer = await client.callTool({ name: "find", arguments: question });
    expect(answer.isError).not.toBe(true);
  });

  test("names only tools there are, and asks for traffic that nobody stated", async () => {
    const text = await asked({ task: " " });
    const called = [...text.matchAll(/Call `(\w+)`/g)].map(([, name = ""]) => name);
    expect(called).toEqual(["find", "compare", "cost", "switch"]);
    expect(operationNames).toEqual(expect.arrayContaining(called));
    expect(text).toContain("with {}");
    expect(text).toMatch(/tokens are not stated/);
  });

  test.each(["unknown", "confidence", "flips", "missing", "range"])(
    "has the agent speak of what is uncertain: %s",
    async (word) => {
      expect(await asked({})).toContain(word);
    },
  );

  test("completes the kind of work", async () => {
    const { completion } = await client.complete({
      ref: { type: "ref/prompt", name: "choose-model" },
      argument: { name: "task", value: "ra" },
    });
    expect(completion.values).toEqual(["rag"]);
  });
});
