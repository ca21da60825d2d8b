import { describe, expect, test } from "vitest";
import type { ProviderEntry } from "./entries.ts";
import { joinModels } from "./join-model.ts";
import type { ListedRoute } from "./listing.ts";

const providers: readonly ProviderEntry[] = [
  { id: "acme", name: "Acme", kind: "first-party", apiShapes: [] },
  { id: "openrouter", name: "OpenRouter", kind: "router", apiShapes: [] },
];

const gpt41 = {
  id: "openai/gpt-4.1",
  name: "GPT-4.1",
  maker: "openai",
  makerName: "OpenAI",
  isAuthored: true,
};

function listed(id: string, servedName?: string): ListedRoute {
  const slash = id.indexOf("/");
  const [provider, providerModelId] = [id.slice(0, slash), id.slice(slash + 1)];
  const route = { id, provider, providerModelId, aliases: [], claims: [], heldBack: [] };
  return servedName === undefined ? route : { ...route, name: servedName, servedName };
}

function joined(...routes: readonly ListedRoute[]) {
  const answers = joinModels(routes, { models: [gpt41], aliases: new Map() }, providers);
  return routes.map(({ id }) => {
    const answer = answers.get(id);
    return answer?.model ?? answer;
  });
}

describe("which model a listed route serves", () => {
  test("a described model, however the seller spells it", () => {
    const routes = [listed("openrouter/openai/gpt-4.1"), listed("azure/gpt-4.1-2025-04-14")];
    expect(joined(...routes)).toEqual(["openai/gpt-4.1", "openai/gpt-4.1"]);
  });

  test("a described model by any spelling of one of its listed names", () => {
    const aliases = new Map([["deepseek-ai/deepseek-v9-0731", "openai/gpt-4.1"]]);
    const route = listed("openrouter/deepseek/deepseek-v9-0731");
    const answers = joinModels([route], { models: [gpt41], aliases }, providers);
    expect(answers.get(route.id)?.model).toBe("openai/gpt-4.1");
  });

  test("a model of the name's own, under the maker in front of it", () => {
    expect(joined(listed("openrouter/bolt-works/nut-3"))).toEqual(["bolt-works/nut-3"]);
  });

  test("a first party's unprefixed name is its own model", () => {
    expect(joined(listed("acme/brick-1"))).toEqual(["acme/brick-1"]);
  });

  test("a bare name at a router joins when exactly one maker has it", () => {
    const bare = listed("openrouter/nut-3");
    const unknown = { model: undefined, because: "the name does not say whose model it is" };
    expect(joined(bare)).toEqual([unknown]);
    expect(joined(bare, listed("openrouter/bolt/nut-3"))[0]).toBe("bolt/nut-3");
    const twoMakers = [listed("openrouter/bolt/nut-3"), listed("openrouter/screw/nut-3")];
    expect(joined(bare, ...twoMakers)[0]).toEqual(unknown);
  });

  test("a moving name joins what its source says it serves, else nothing", () => {
    const flash = listed("deepseek/deepseek-flash", "DeepSeek V4.1 Flash");
    expect(joined(flash)).toEqual(["deepseek/deepseek-v4.1-flash"]);
    const moving = { model: undefined, because: "a name that moves to newer models" };
    expect(joined(listed("mistral/mistral-large-latest", "Mistral Large (latest)"))).toEqual([
      moving,
    ]);
  });

  test("a fine-tune is nobody's public model", () => {
    expect(joined(listed("openai/ft:gpt-4o"))).toEqual([
      { model: undefined, because: "it names a fine-tuned model" },
    ]);
  });

  test.each([
    ["openrouter/l3-euryale-70b", "sao10k/l3-euryale-70b"],
    ["cursor/composer-2.5-fast", "cursor/composer-2.5"],
    ["cursor/grok-4.6-fast", "xai/grok-4.6"],
    ["openrouter/baseten/elephant-1", "baseten/elephant-1"],
    ["openrouter/parallel/parallel-decisions-fast", "parallel/decisions-fast"],
    ["openrouter/alpindale/WizardLM-2-8x22B", "microsoft/wizardlm-2-8x22b"],
  ])("%s is made by whom the name tells", (id, model) => {
    expect(joined(listed(id, "Llama 3 Euryale"))).toEqual([model]);
  });
});
