import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { fieldOf } from "../answers/walk-answer.ts";
import { configurationText, keep, runKept, typeErrors } from "./generated.ts";
import { type Asked, isDown, type Loopback, openLoopback } from "./loopback-provider.ts";

const fromGpt = ["gpt-4.1", "qwen3.5-4b"];
const pinned = ["--from-route", "openai/gpt-4.1", "--to-route", "deepinfra/Qwen/Qwen3.5-4B"];
const pair = ["gpt-5.4", "claude-sonnet-4.6", "--fallback"];
const fixed = [
  ...["--from-route", "openai/gpt-5.4"],
  ...["--to-route", "anthropic/claude-sonnet-4-6"],
];

const deepInfra = { path: "/deepinfra/v1/chat/completions", key: "key of DeepInfra" };
const openAi = (end: string) => ({ path: `/openai/v1/${end}`, key: "key of OpenAI" });
const anthropic = (end: string) => ({ path: `/anthropic/v1/${end}`, key: "key of Anthropic" });

interface Case {
  readonly name: string;
  readonly library: string;
  readonly argv: readonly string[];
  /** Whom the file calls, in order: the model's name there, the address, the key. */
  readonly calls: readonly (typeof deepInfra & { readonly model: string })[];
}

const cases: readonly Case[] = [
  {
    name: "the OpenAI SDK, from GPT-4.1 to Qwen3.5-4B",
    library: "openai",
    argv: [...fromGpt, ...pinned],
    calls: [
      { model: "Qwen/Qwen3.5-4B", ...deepInfra },
      { model: "gpt-4.1", ...openAi("chat/completions") },
    ],
  },
  {
    name: "the OpenAI SDK, Claude behind GPT-5.4",
    library: "openai",
    argv: [...pair, ...fixed],
    calls: [
      { model: "gpt-5.4", ...openAi("chat/completions") },
      { model: "claude-sonnet-4-6", ...anthropic("chat/completions") },
    ],
  },
  {
    name: "the Vercel AI SDK, from GPT-4.1 to Qwen3.5-4B",
    library: "vercel",
    argv: [...fromGpt, ...pinned],
    calls: [
      { model: "Qwen/Qwen3.5-4B", ...deepInfra },
      { model: "gpt-4.1", ...openAi("responses") },
    ],
  },
  {
    name: "the Vercel AI SDK, Claude behind GPT-5.4",
    library: "vercel",
    argv: [...pair, ...fixed],
    calls: [
      { model: "gpt-5.4", ...openAi("responses") },
      { model: "claude-sonnet-4-6", ...anthropic("messages") },
    ],
  },
];

const keys = {
  OPENAI_API_KEY: "key of OpenAI",
  DEEPINFRA_API_KEY: "key of DeepInfra",
  ANTHROPIC_API_KEY: "key of Anthropic",
  OPENROUTER_API_KEY: "key of OpenRouter",
};

const patience = 60_000;
let loopback: Loopback;
beforeAll(async () => {
  loopback = await openLoopback();
});
afterAll(() => loopback.close());

const environment = () => ({
  ...keys,
  OPENAI_BASE_URL: `${loopback.address}/openai/v1`,
  DEEPINFRA_BASE_URL: `${loopback.address}/deepinfra/v1`,
  ANTHROPIC_BASE_URL: `${loopback.address}/anthropic/v1`,
  OPENROUTER_BASE_URL: `${loopback.address}/openrouter/api/v1`,
});

const folderOf = (name: string) => name.toLowerCase().replace(/[^a-z0-9]+/g, "-");
const since = (start: number) =>
  loopback.asked
    .slice(start)
    .map(({ path, key, body }) => ({ path, key, model: fieldOf(body, "model") }));

/** The parameter that bounds the answer: at OpenAI it has another name than elsewhere. */
const limitNames = ["max_tokens", "max_completion_tokens", "max_output_tokens"] as const;
const limitIn = ({ body }: Asked) => limitNames.filter((name) => name in body).join();
const limitAt = (path: string) => {
  if (path.endsWith("/responses")) return "max_output_tokens";
  return path.startsWith("/openai/") ? "max_completion_tokens" : "max_tokens";
};

describe("a written file, run with its own library against a provider on this machine", () => {
  test.each(cases)(
    "$name: it reaches the first model, and the second when the first answers 500",
    async ({ name, library, argv, calls }) => {
      const [first, second] = calls;
      const home = keep(folderOf(name), configurationText(argv, library), [
        "Who are you?",
        isDown(first?.model ?? ""),
      ]);
      const start = loopback.asked.length;

      const answers = await runKept(home, environment());

      expect(answers).toEqual([
        { model: first?.model, text: `answered by ${first?.model}` },
        { model: second?.model, text: `answered by ${second?.model}` },
      ]);
      expect(since(start)).toEqual([first, first, second]);
      expect(loopback.asked.slice(start).map(limitIn)).toEqual(
        [first, first, second].map((call) => limitAt(call?.path ?? "")),
      );
    },
    patience,
  );

  test(
    "OpenRouter's own SDK sends both names, and the router falls back on the second",
    async () => {
      const text = configurationText(pair, "openrouter");
      const [first, second] = ["openai/gpt-5.4", "anthropic/claude-sonnet-4.6"] as const;
      const home = keep("openrouter", text, ["Who are you?", isDown(first)]);
      const start = loopback.asked.length;

      const answers = await runKept(home, environment());

      expect(answers).toEqual([
        { model: first, text: `answered by ${first}` },
        { model: second, text: `answered by ${second}` },
      ]);
      const asked = loopback.asked.slice(start);
      expect(asked.map(({ body }) => fieldOf(body, "models"))).toEqual([
        [first, second],
        [first, second],
      ]);
      expect(new Set(asked.map(({ key }) => key))).toEqual(new Set(["key of OpenRouter"]));
    },
    patience,
  );

  test(
    "no key of one provider is sent to another: without its own the call is not made",
    async () => {
      const text = configurationText([...fromGpt, ...pinned], "openai");
      const home = keep("no-key", text, ["Who are you?"]);
      const { DEEPINFRA_API_KEY: _, ...others } = environment();
      const start = loopback.asked.length;

      await runKept(home, others);

      expect(since(start)).toEqual([{ model: "gpt-4.1", ...openAi("chat/completions") }]);
    },
    patience,
  );

  test(
    "each passes the compiler of a strict user",
    async () => {
      const homes = [
        ...cases.map(({ name, library, argv }) =>
          keep(`types-${folderOf(name)}`, configurationText(argv, library), ["Who are you?"]),
        ),
        keep("types-openrouter", configurationText(pair, "openrouter"), ["Who are you?"]),
      ];

      expect(await typeErrors(homes)).toBe("");
    },
    patience,
  );
});

/** As https://docs.litellm.ai/docs/proxy/configs and /docs/proxy/reliability describe it. */
const LiteLlmFile = z.strictObject({
  model_list: z.array(
    z.strictObject({
      model_name: z.string().min(1),
      litellm_params: z.strictObject({
        model: z.string().regex(/^(openai|anthropic)\/.+/),
        api_base: z.url(),
        api_key: z.string().regex(/^os\.environ\/[A-Z0-9_]+$/),
      }),
    }),
  ),
  router_settings: z.strictObject({
    num_retries: z.int().min(0),
    fallbacks: z.array(z.record(z.string(), z.array(z.string()).min(1))),
  }),
});

describe("the file for LiteLLM", () => {
  test("has the documented shape, and falls back from one of its models on the other", () => {
    const file = LiteLlmFile.parse(parse(configurationText([...pair, ...fixed], "litellm")));

    expect(file.model_list.map((each) => each.litellm_params)).toEqual([
      {
        model: "openai/gpt-5.4",
        api_base: "https://api.openai.com/v1",
        api_key: "os.environ/OPENAI_API_KEY",
      },
      {
        model: "anthropic/claude-sonnet-4-6",
        api_base: "https://api.anthropic.com",
        api_key: "os.environ/ANTHROPIC_API_KEY",
      },
    ]);
    expect(file.model_list.map((each) => each.model_name)).toEqual([
      "gpt-5.4",
      "claude-sonnet-4.6",
    ]);
    expect(file.router_settings.fallbacks).toEqual([{ "gpt-5.4": ["claude-sonnet-4.6"] }]);
  });
});
