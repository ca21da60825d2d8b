import { describe, expect, test } from "vitest";
import type { ModelEntry } from "../catalog/entries.ts";
import { identifierFor } from "./identifier.ts";

const ids = [
  "anthropic/claude-3.5-sonnet",
  "anthropic/claude-opus-4.5",
  "anthropic/claude-opus-5.5",
  "deepseek/deepseek-v4-flash",
  "meta/llama-3.1-8b",
  "openai/gpt-4.1",
  "openai/gpt-4.1-mini",
  "qwen/qwen3-8b",
];
const models: readonly ModelEntry[] = ids.map((id) => ({
  id,
  name: id,
  maker: id.slice(0, id.indexOf("/")),
  makerName: id,
  isAuthored: true,
}));
const aliases = new Map([
  ["deepseek-chat", "deepseek/deepseek-v4-flash"],
  ["acme-cloud/house-model", "qwen/qwen3-8b"],
]);
const identify = identifierFor({ models, aliases });

describe("a name is resolved", () => {
  test("by the list first: a published alias says where a moving name points", () => {
    expect(identify("DeepSeek-Chat")).toMatchObject({
      model: "deepseek/deepseek-v4-flash",
      confidence: "high",
      because: "The catalog lists this very name.",
    });
  });

  test("by what its provider calls so", () => {
    expect(identify("house-model", "acme-cloud").model).toBe("qwen/qwen3-8b");
    expect(identify("house-model").model).toBeNull();
  });

  test("by rule, saying what was set aside", () => {
    expect(identify("claude-opus-4-5-20251101")).toEqual({
      name: "claude-opus-4-5-20251101",
      model: "anthropic/claude-opus-4.5",
      attributes: { snapshot: "20251101" },
      confidence: "medium",
      because: "Read as `anthropic/claude-opus-4.5`, with snapshot 20251101.",
      closest: [],
    });
  });

  test.each`
    name                           | confidence  | because
    ${"openai/gpt-4.1-2025-04-14"} | ${"high"}   | ${"the maker is named"}
    ${"gpt-4.1"}                   | ${"high"}   | ${"nothing had to be set aside"}
    ${"gpt-4.1-2025-04-14"}        | ${"medium"} | ${"the words alone tell the maker, and a date was set aside"}
    ${"nimbus/qwen3-8b"}           | ${"low"}    | ${"an unknown prefix was taken for a seller"}
    ${"nonsense"}                  | ${"low"}    | ${"nothing was found"}
  `("with $confidence confidence when $because", ({ name, confidence }) => {
    expect(identify(name).confidence).toBe(confidence);
  });
});

describe("a name stays unresolved", () => {
  test("when it is misspelt, and the likeliest models are suggested", () => {
    expect(identify("gpt-4.1-mni")).toMatchObject({
      model: null,
      because: "Read as `openai/gpt-4.1-mni`, which the catalog does not hold.",
      closest: ["openai/gpt-4.1-mini", "openai/gpt-4.1"],
    });
  });

  test("when it moves and no alias is published; the newest it may mean come first", () => {
    expect(identify("claude-opus-latest")).toMatchObject({
      model: null,
      because: expect.stringContaining("moves to newer models"),
      closest: ["anthropic/claude-opus-5.5", "anthropic/claude-opus-4.5"],
    });
  });

  test("but not when only the dated releases of one model move", () => {
    expect(identify("claude-3-5-sonnet-latest").model).toBe("anthropic/claude-3.5-sonnet");
  });

  test("when it is somebody's own weights", () => {
    expect(identify("ft:gpt-4.1:acme::abc")).toMatchObject({
      model: null,
      because: "Not a maker's model: it names a fine-tuned model.",
    });
    expect(identify("hf:acme/Qwen3-8B").because).toContain("`acme` publishes weights of its own");
  });

  test("when a single maker of the words is contradicted", () => {
    expect(identify("openai/claude-opus-4.5").model).toBeNull();
  });

  test("with at most five suggestions", () => {
    expect(identify("gpt-claude-llama-qwen-4.1-8b").closest.length).toBeLessThanOrEqual(5);
  });
});
