import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canonicalName } from "./canonical-name.ts";

describe("the attributes a name says beside its model", () => {
  test.each([
    {
      name: "us.anthropic.claude-opus-4-6-v1:0",
      attributes: { region: "us", revision: "v1" },
      because: "Bedrock puts the region in front and numbers its listings",
    },
    {
      name: "claude-opus-4-5-20251101-thinking-64k-high-effort",
      attributes: { snapshot: "20251101", effort: "high" },
      because: "boards write the budget and the effort; the effort asked for last counts",
    },
    {
      name: "anthropic/claude-opus-4.8-fast",
      attributes: { speed: "fast" },
      because: "fast is a faster machine for Claude",
    },
    {
      name: "azure/eu/gpt-4o-2024-11-20",
      attributes: { host: "azure", region: "eu", snapshot: "2024-11-20" },
      because: "deployments carry region and date",
    },
    {
      name: "llama3.1:8b-instruct-q4_K_M",
      attributes: { quantisation: "q4-k-m" },
      because: "local tags carry the precision",
    },
    {
      name: "unsloth/Llama-3.1-8B-Instruct-GPTQ-Int4",
      attributes: { quantisation: "gptq-int4" },
      because: "method and width belong together",
    },
    {
      name: "qwen/qwen3-8b:free",
      attributes: { serviceTier: "free" },
      because: "a router's tier is not the model's",
    },
    {
      name: "grok-4-1-fast-non-reasoning",
      attributes: { mode: "non-thinking" },
      because: "fast is part of this Grok's name, the mode is not",
    },
    {
      name: "~anthropic/claude-opus-latest",
      attributes: { alias: "latest" },
      because: "the name says that it moves",
    },
    {
      name: "deepseek-chat",
      attributes: { alias: "moving" },
      because: "the maker moves it without saying so in the name",
    },
    {
      name: "claude-sonnet-4-5[1m]",
      attributes: { option: "1m" },
      because: "a longer window is bought as an option",
    },
  ])("$name says $attributes: $because", ({ name, attributes }) => {
    expect(canonicalName(name).attributes).toEqual(attributes);
  });

  test("a provider that is told is the host", () => {
    expect(canonicalName("kimi-k2.5", "Together").attributes).toEqual({ host: "together" });
  });
});

describe("the maker", () => {
  test.each`
    name                          | maker        | because
    ${"zai-org/GLM-5"}            | ${"z-ai"}    | ${"organisations are renamed"}
    ${"gpt-5.5"}                  | ${"openai"}  | ${"the words tell it"}
    ${"nvidia/qwen3-8b-nvfp4"}    | ${"qwen"}    | ${"NVIDIA repackages weights of others"}
    ${"openai/claude-opus-4.5"}   | ${"openai"}  | ${"a contradiction is left standing, and resolves to nothing"}
    ${"scb10x/llama3.1-typhoon2"} | ${"scb10x"}  | ${"an unknown organisation may publish weights of its own"}
    ${"nimbus/gpt-5.5"}           | ${"openai"}  | ${"nobody else has these weights"}
    ${"k3"}                       | ${undefined} | ${"nothing says it"}
  `("of $name is $maker: $because", ({ name, maker }) => {
    expect(canonicalName(name).maker).toBe(maker);
  });

  test("of a bare name is what its provider sells", () => {
    expect(canonicalName("k3", "kimi-coding")).toMatchObject({
      maker: "moonshot",
      slug: "kimi-k3",
    });
  });
});

describe("whatever the text", () => {
  const words = fc.constantFrom(
    ..."gpt 4 1 4.1 claude opus sonnet 5 qwen3 8b thinking 2507 fp8 v1 - : / . @ 20251101 latest".split(
      " ",
    ),
  );
  const names = fc.oneof(
    fc.string({ maxLength: 200 }),
    fc.array(words, { maxLength: 20 }).map((parts) => parts.join("-")),
    fc.array(words, { maxLength: 20 }).map((parts) => parts.join("")),
  );

  test("letter case and space around say nothing", () => {
    fc.assert(
      fc.property(names, (name) => {
        expect(canonicalName(`  ${name.toUpperCase()} `)).toEqual(
          canonicalName(name.toUpperCase()),
        );
      }),
    );
  });

  test("a name is read to its end even when it was made to be slow", () => {
    for (const part of ["-2", "a-", "/", ":", "-thinking", ".", "qwen3-", "((", "1-"]) {
      const slug = canonicalName(part.repeat(4_000)).slug;
      expect(slug.length).toBeLessThanOrEqual(part.length * 4_000 + 20);
    }
  });
});
