import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { candidateOf } from "../../../test/builders/candidate-of.ts";
import { dossierOf } from "../../../test/builders/dossier-of.ts";
import type { GivenRoute } from "../../../test/builders/route-of.ts";
import { sourceOf } from "../../../test/builders/source-of.ts";
import { configurationKinds } from "./configuration.ts";
import { configurationsFor } from "./configurations.ts";

const endpoints = [
  {
    speaks: "chat-completions",
    baseUrl: "https://known.example/v1",
    apiKeyEnv: "KNOWN_KEY",
    refuses: [],
    ignores: [],
    source: sourceOf({ name: "Known docs" }),
  },
];
const model = (id: string, route: GivenRoute, name = id) =>
  candidateOf(dossierOf({ id, entry: { name }, routes: [route] }));
const known = model("a/one", { id: "known/one", provider: { endpoints } });
const silent = model("b/two", { id: "far-away.io/two" });

const write = (called: readonly ReturnType<typeof model>[], purpose = "test") =>
  configurationsFor({ called, purpose }, configurationKinds);
const textFor = (kind: string, called: readonly ReturnType<typeof model>[]) =>
  write(called)
    .flatMap((each) =>
      each.isWritten && each.configuration.for === kind ? [each.configuration] : [],
    )
    .map(({ text }) => text)
    .join();

describe("files written from routes", () => {
  test("name the variable of a key and never a key", () => {
    expect(textFor("openai", [known])).toContain('setting("KNOWN_KEY")');
    expect(textFor("litellm", [known])).toContain('api_key: "os.environ/KNOWN_KEY"');
  });

  test("an address nobody states is called unknown and left to the reader", () => {
    const text = textFor("openai", [silent]);

    expect(text).toContain(
      "// unknown: no source here states the address of far-away.io; set FAR_AWAY_IO_BASE_URL to it",
    );
    expect(text).toContain('baseURL: () => setting("FAR_AWAY_IO_BASE_URL")');
    expect(textFor("litellm", [silent])).toContain('"os.environ/FAR_AWAY_IO_BASE_URL"');
  });

  test("what the catalog says of an endpoint stands in every file that calls it", () => {
    const [endpoint] = endpoints;
    if (endpoint === undefined) throw new Error("no endpoint");
    const noted = { endpoints: [{ ...endpoint, note: "a layer for trials" }] };
    const tried = model("a/tried", { id: "known/tried", provider: noted });

    for (const kind of ["openai", "openai-python", "vercel", "litellm"]) {
      expect(textFor(kind, [tried])).toContain(
        "The chat-completions endpoint of known is a layer for trials.",
      );
    }
  });

  test("LiteLLM is told of a provider by its own prefix, at that provider's usual address only", () => {
    const at = (provider: string, baseUrl: string) =>
      textFor("litellm", [
        model("a/one", {
          id: `${provider}/one`,
          provider: { endpoints: endpoints.map((each) => ({ ...each, baseUrl })) },
        }),
      ]);

    expect(at("groq", "https://api.groq.com/openai/v1")).toContain('model: "groq/one"');
    expect(at("groq", "https://proxy.example/v1")).toContain('model: "openai/one"');
    expect(at("elsewhere", "https://api.groq.com/openai/v1")).toContain('model: "openai/one"');
    const gemini = at("google", "https://generativelanguage.googleapis.com/v1beta/openai");
    expect(gemini).toContain('model: "gemini/one"');
    expect(gemini).not.toContain("api_base");
  });

  test("LiteLLM's file says that a variable left out may be filled with OpenAI's key", () => {
    expect(textFor("litellm", [known])).toContain("may send the key in OPENAI_API_KEY");
  });

  test("one model alone needs no fallback", () => {
    expect(parse(textFor("litellm", [known]))).not.toHaveProperty("router_settings");
  });

  test("models whose short names are alike are told apart in LiteLLM", () => {
    const twin = model("b/one", { id: "known/other", provider: { endpoints } });
    const { router_settings: settings } = parse(textFor("litellm", [known, twin]));

    expect(settings.fallbacks).toEqual([{ "a/one": ["b/one"] }]);
  });

  test("OpenRouter's file needs a route of each there", () => {
    const [written] = configurationsFor({ called: [known], purpose: "test" }, ["openrouter"]);

    expect(written).toEqual({
      isWritten: false,
      for: "openrouter",
      because: "no live route of a/one at OpenRouter is known",
    });
  });

  test("a format that the library does not speak is said, not guessed", () => {
    const own = model("c/three", { id: "own/three", provider: { apiShapes: ["native"] } });
    const [written] = configurationsFor({ called: [own], purpose: "test" }, ["openai"]);

    expect(written).toMatchObject({
      isWritten: false,
      because: "c/three is not known to answer in chat completions at own",
    });
  });

  test("names from outside end no comment and no text", () => {
    const [bell, separator] = [String.fromCodePoint(7), String.fromCodePoint(0x2028)];
    const hostile = `x\n"]; evil(); // ${separator} $\{evil} ${bell}`;
    const route = { id: `host/${hostile}`, provider: { name: hostile } };
    const candidate = model("d/four", route, hostile);
    for (const each of write([candidate], hostile)) {
      if (!each.isWritten) continue;
      const { text, language } = each.configuration;
      const own = text.split("\n").filter((line) => line.includes("evil()"));
      const sign = language === "typescript" ? "//" : "#";
      expect(
        own.every((line) => line.trim().startsWith(sign) || line.includes('\\"]; evil()')),
      ).toBe(true);
      expect(text.includes(bell) || text.includes(separator)).toBe(false);
    }
  });
});
