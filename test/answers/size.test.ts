import { describe, expect, test } from "vitest";
import { plain } from "../../src/core/report/document.ts";
import { size } from "../../src/operations/size.ts";
import { openCatalog } from "../../src/store/compiled-catalog.ts";
import { depsOf } from "../builders/deps-of.ts";
import { sizingFacts } from "../builders/sizing-of.ts";

const catalog = await openCatalog();
const deps = depsOf({
  catalog: async () => ({ ok: true, value: catalog }),
  sizing: async () => ({ ok: true, value: sizingFacts }),
});

async function sized(input: unknown) {
  const answer = await size.answer(input, deps);
  if (!answer.ok) throw new Error(JSON.stringify(answer.problem));
  const { value, report } = answer.value;
  const [lead] = report({ brief: true, withSources: false }).blocks;
  const lines = lead?.kind === "lead" ? lead.lines.map(plain) : [];
  return { value, text: lines.join("\n") };
}

async function refusal(input: unknown) {
  const answer = await size.answer(input, deps);
  return answer.ok ? undefined : answer.problem;
}

/** As somebody would ask for Qwen3.5-9B. */
const asked = (more: object) => ({ model: "qwen3.5-9b", ...more });

describe("sizing Qwen3.5-9B", () => {
  test("on an A10G says what bf16 holds, what int8 and int4 would, and the smallest for 32", async () => {
    const { value, text } = await sized(asked({ gpu: "a10g" }));
    expect(value).toMatchObject({ precision: "bf16", gpu: "a10g", gpus: 1, sequences: 4 });
    expect(value.precisions.find(({ precision }) => precision === "int8")?.sequences).toBe(31);
    expect(value.smallest).toMatchObject({ gpu: "rtx-5090", gpusForDemand: 1 });
    expect(text).toContain("with 4 sequences of 8,192 tokens");
    expect(text).toMatch(/31 in int8.*45 in int4/);
    expect(text).toMatch(/Least memory that holds 32 such sequences: one NVIDIA RTX 5090 in bf16/);
  });

  test.each`
    more                                                          | field                      | expected
    ${{ gpu: "a10g", concurrency: 4 }}                            | ${"outputTokensPerSecond"} | ${71.8}
    ${{ gpu: "a10g", concurrency: 4 }}                            | ${"ttftMs"}                | ${1326.884}
    ${{ gpu: "a10g", concurrency: 4, hourlyUsd: 1.006 }}          | ${"usdPerMtokOutput"}      | ${9.73}
    ${{ gpu: "l40s", concurrency: 32 }}                           | ${"outputTokensPerSecond"} | ${549.1}
    ${{ gpu: "h100", concurrency: 64, precision: "fp8" }}         | ${"outputTokensPerSecond"} | ${3812.9}
    ${{ gpu: "a10g", precision: "8.5" }}                          | ${"sequences"}             | ${31}
    ${{ gpu: "a10g", precision: "8.5" }}                          | ${"freeGiB"}               | ${9.255}
    ${{ gpu: "l40s", hourlyUsd: 1.861, replicas: 2 }}             | ${"fixedMonthlyUsd"}       | ${2717.06}
    ${{ gpu: "l40s", concurrency: 32 }}                           | ${"capacityMtok"}          | ${2886}
    ${{ gpu: "h100", weightsBytes: 5.68e9, precision: "q4_k_m" }} | ${"weightsGiB"}            | ${5.29}
  `("$more: $field is $expected", async ({ more, field, expected }) => {
    const { value } = await sized(asked(more));
    const found = Object.entries(value).find(([name]) => name === field)?.[1];
    expect(Math.abs(Number(found) / expected - 1)).toBeLessThan(1.5e-3);
  });

  test("with two L40S pays against GPT-5.4 mini and never against the same model", async () => {
    const { value, text } = await sized(
      asked({
        gpu: "l40s",
        hourlyUsd: 1.861,
        replicas: 2,
        concurrency: 32,
        against: ["gpt-5.4-mini"],
        traffic: { inputTokens: "800M", outputTokens: "250M" },
      }),
    );
    const [same, other] = value.breakEven;
    expect(same).toMatchObject({ isSameModel: true, isFeasible: false, paysFrom: null });
    expect(other).toMatchObject({ isSameModel: false, isFeasible: true });
    expect(other?.month).toMatchObject({ replicas: 2, hostingUsd: 2717.06 });
    expect(other?.month?.apiUsd).toBeCloseTo(1725, 0);
    expect(text).toContain("do not pay");
    expect(text).toContain("if it does your work as well");
  });
});

test("sizing gpt-oss-120b finds the plans of one GPU", async () => {
  const { value, text } = await sized({ model: "gpt-oss-120b" });
  const alone = value.plans.filter(({ gpus }) => gpus === 1).map(({ gpu }) => gpu);
  expect(alone).toEqual(["h100", "a100-80", "h200", "b200", "mi300x"]);
  expect(value).toMatchObject({ precision: "mxfp4", gpu: "a100-80", gpus: 1 });
  expect(value.weightsGiB).toBeCloseTo(60.768, 2);
  expect(text).toContain("NVIDIA H200");
});

describe("what is estimated", () => {
  test("is said with its band, and beyond what was measured with a wider one", async () => {
    const inside = await sized({ model: "llama-3.1-8b", gpu: "h100", concurrency: 32 });
    const outside = await sized({ model: "llama-3.1-8b", gpu: "l4", concurrency: 4 });
    expect(inside.value.band).toMatchObject({ low: 0.6, high: 1.6, isValidated: true });
    expect(outside.value.band).toMatchObject({ low: 0.5, high: 2, isValidated: false });
    expect(outside.text).toContain("as the NVIDIA L4 was not among the GPUs measured");
  });

  test("never has more than two significant digits in words", async () => {
    const { text } = await sized(asked({ gpu: "h100", precision: "fp8", concurrency: 64 }));
    const [, speed = ""] = /about ([\d,.]+) output tokens/.exec(text) ?? [];
    expect(speed).toBe("3,800");
  });

  test("counts no requests that find no room", async () => {
    const many = await sized(asked({ gpu: "a10g", concurrency: 500 }));
    const room = many.value.requestsThatFit ?? 0;
    const few = await sized(asked({ gpu: "a10g", concurrency: room }));
    expect(room).toBeLessThan(32);
    expect(many.value.outputTokensPerSecond).toBe(few.value.outputTokensPerSecond);
    expect(many.text).toContain("the others wait");
  });

  test("of a Mac is what one reader gets", async () => {
    const { value } = await sized(asked({ gpu: "m2-ultra", precision: "q4_k_m" }));
    expect(value.outputTokensPerSecond).toBeNull();
    expect(value.alone?.tokensPerSecond).toBeGreaterThan(50);
  });
});

describe("a configuration", () => {
  const config = {
    model_type: "llama",
    num_hidden_layers: 32,
    hidden_size: 4096,
    intermediate_size: 14_336,
    num_attention_heads: 32,
    num_key_value_heads: 8,
    vocab_size: 128_256,
    max_position_embeddings: 131_072,
  };

  test("is sized as the model it describes is", async () => {
    const own = await sized({ configJson: config, gpu: "l40s" });
    const known = await sized({ model: "llama-3.1-8b", gpu: "l40s" });
    expect(own.value.parameters).toEqual(known.value.parameters);
    expect(own.value.sequences).toBe(known.value.sequences);
    expect(own.value.model).toBeNull();
  });

  test("of an unknown kind says what can be said and names what cannot", async () => {
    const strange = { ...config, model_type: "novel" };
    const { value, text } = await sized({ configJson: strange, gpu: "l40s" });
    expect(value).toMatchObject({ weightsGiB: null, sequences: null, kvGiBPerSequence: 1 });
    expect(text).toContain("Not known: the parameters: `novel` is not known here.");
    expect(text).toContain("a sequence of 8,192 tokens takes 1 GiB");
    const nowhere = await sized({ configJson: strange });
    expect(nowhere.value).toMatchObject({ gpu: null, kvGiBPerSequence: 1 });
    expect(nowhere.text).toContain("a sequence of 8,192 tokens takes 1 GiB");
    const weighed = await sized({ configJson: strange, gpu: "l40s", weightsBytes: 16e9 });
    expect(weighed.value.sequences).toBe(23);
  });
});

test.each`
  input                                            | problem                                                 | because
  ${{ model: "gpt-4.1" }}                          | ${{ code: "architecture-unknown", hasWeights: false }}  | ${"its weights are not published"}
  ${{ model: "qwen3.5-9b", gpu: "h1000" }}         | ${{ code: "not-found", what: "GPU" }}                   | ${"no GPU is called so"}
  ${{ model: "qwen3.5-9b", precision: "int7" }}    | ${{ code: "not-found", what: "precision" }}             | ${"no precision is called so"}
  ${{ model: "qwen3.5-9b", precision: "0" }}       | ${{ code: "invalid-input", where: "precision" }}        | ${"nothing is no width"}
  ${{ model: "qwen3.5-9b", contextTokens: "8.5" }} | ${{ code: "invalid-input", where: "contextTokens" }}    | ${"half a token is none"}
  ${{ model: "qwen3.5-9b", utilisation: 0 }}       | ${{ code: "invalid-input", where: "utilisation" }}      | ${"machines that never run"}
  ${{ model: "qwen3.5-9b", config: "c.json" }}     | ${{ code: "invalid-input", where: "model" }}            | ${"two things to size"}
  ${{}}                                            | ${{ code: "invalid-input", where: "model" }}            | ${"nothing to size"}
  ${{ config: "none.json" }}                       | ${{ code: "file-unreadable", file: "none.json" }}       | ${"no such file"}
  ${{ configJson: { num_hidden_layers: "x" } }}    | ${{ code: "file-invalid", field: "num_hidden_layers" }} | ${"a count in quotes"}
`("a question is refused: $because", async ({ input, problem }) => {
  expect(await refusal(input)).toMatchObject(problem);
});

test.each([...new Set(sizingFacts.architectures.flatMap(({ models }) => models))])(
  "%s is in the catalog, and can be sized by its id",
  async (model) => {
    expect(catalog.models.map(({ id }) => id)).toContain(model);
    const { value } = await sized({ model, gpu: "h200", gpus: 8, precision: "int4" });
    expect(value).toMatchObject({ model, missing: [] });
    expect(value.sequences).toBeGreaterThan(0);
    expect(value.modelSourceIds.length).toBeGreaterThan(0);
  },
);

test("an architecture without a model in the catalog goes by its own name", async () => {
  const { value } = await sized({ model: "qwen3-0.6b", gpu: "l4" });
  expect(value).toMatchObject({ model: null, name: "Qwen3-0.6B" });
});
