import { describe, expect, test } from "vitest";
import { candidateOf } from "../../../test/builders/candidate-of.ts";
import { dossierOf } from "../../../test/builders/dossier-of.ts";
import { frictions, soldModel } from "../../../test/builders/moved.ts";
import { sourceOf } from "../../../test/builders/source-of.ts";
import type { Endpoint, ProviderEntry } from "../catalog/entries.ts";

const at = (id: string, provider: Partial<ProviderEntry>) =>
  soldModel(`${id}/model`, {
    routes: [
      {
        id: `${id}/model`,
        prices: { input: "1", output: "2" },
        provider: { id, name: id, ...provider },
      },
    ],
  });
const texts = (from: Partial<ProviderEntry>, to: Partial<ProviderEntry>, toId = "b") =>
  frictions(at("a", from), at(toId, to), "api-shape").map(
    ({ severity, text }) => `${severity}: ${text}`,
  );
const steps = (from: Partial<ProviderEntry>, to: Partial<ProviderEntry>) =>
  frictions(at("a", from), at("b", to), "api-shape").map(({ remedy }) => remedy);
const endpoint = (given: Partial<Endpoint> = {}): Endpoint => ({
  speaks: "chat-completions",
  baseUrl: "https://b.example/v1",
  apiKeyEnv: "B_KEY",
  refuses: [],
  ignores: [],
  source: sourceOf({ name: "B" }),
  ...given,
});
const chat = ["chat-completions"];

describe("another wire format", () => {
  test("is told part by part: prompt, tools, JSON Schema, stream, parameters", () => {
    const found = texts({ apiShapes: chat }, { apiShapes: ["messages"] }).join("\n");

    expect(found).toContain("`tool_use`");
    expect(found).toContain("`output_config.format`, a subset of JSON Schema");
    expect(found).toContain("`content_block_delta` to `message_stop`");
  });

  test("a step about parameters names them", () => {
    const found = steps({ apiShapes: chat }, { apiShapes: ["messages"] }).join("\n");

    expect(found).toMatch(/Rename in the requests: .*`stop` becomes `stop_sequences`/);
    expect(found).toMatch(/Take `n`, `seed`, .*`logprobs`.* out of the requests/);
  });

  test("nothing is lost on the way back that the first one has", () => {
    const found = texts({ apiShapes: ["messages"] }, { apiShapes: chat });

    expect(found.filter((text) => text.includes("cannot be set"))).toEqual([]);
  });

  test("of a provider with two formats both are told, since nobody knows which is in use", () => {
    const found = texts({ apiShapes: ["responses", ...chat] }, { apiShapes: ["messages"] });

    expect(found.filter((text) => text.includes("cannot be set"))).toEqual([
      expect.stringContaining("parameters of responses"),
      expect.stringContaining("parameters of chat completions"),
    ]);
  });

  test("a model that is no longer sold was called at its maker", () => {
    const gone = candidateOf(
      dossierOf({
        id: "a/gone",
        routes: [{ id: "a/gone", provider: { kind: "first-party", apiShapes: chat } }],
      }),
    );
    const { route: _, ...unsold } = gone;

    expect(frictions(unsold, at("b", { apiShapes: ["messages"] }), "api-shape")[0]?.text).toContain(
      "a speaks chat-completions, b messages",
    );
  });

  test("a native format that is not known here must be read", () => {
    expect(texts({ apiShapes: chat }, { apiShapes: ["native"] }).at(-1)).toBe(
      "check: The wire format of b is not known here.",
    );
    expect(texts({ apiShapes: chat }, { apiShapes: ["native"] }, "google").join()).toContain(
      "functionDeclarations",
    );
  });
});

describe("one wire format at two providers", () => {
  test("is the same as far as nobody says otherwise", () => {
    expect(texts({ apiShapes: chat }, { apiShapes: chat, endpoints: [endpoint()] })).toEqual([]);
  });

  test("parameters that the next refuses are work, those it passes over a check", () => {
    const refuses = endpoint({ refuses: ["logprobs"] });
    const ignores = endpoint({ ignores: ["seed", "user"] });

    expect(texts({ apiShapes: chat }, { apiShapes: chat, endpoints: [refuses] })).toEqual([
      "work: b speaks chat-completions as well, but it refuses `logprobs`.",
    ]);
    expect(texts({ apiShapes: chat }, { apiShapes: chat, endpoints: [ignores] })).toEqual([
      "check: b speaks chat-completions as well, but it passes over `seed` and `user` in silence.",
    ]);
  });

  test("another name for the limit of the answer is work", () => {
    const renamed = endpoint({ outputLimit: "max_completion_tokens" });

    expect(texts({ apiShapes: chat }, { apiShapes: chat, endpoints: [renamed] })[0]).toContain(
      "bounded by `max_completion_tokens`, where it was `max_tokens`",
    );
  });
});
