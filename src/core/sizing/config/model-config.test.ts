import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cacheOf, fixedBytes } from "../cache.ts";
import { type ModelConfig, parseModelConfig } from "./model-config.ts";

const llama = {
  model_type: "llama",
  num_hidden_layers: 32,
  hidden_size: 4096,
  intermediate_size: 14_336,
  num_attention_heads: 32,
  num_key_value_heads: 8,
  vocab_size: 128_256,
  max_position_embeddings: 131_072,
  tie_word_embeddings: false,
};
const qwen35 = {
  architectures: ["Qwen3_5ForConditionalGeneration"],
  model_type: "qwen3_5",
  tie_word_embeddings: true,
  text_config: {
    model_type: "qwen3_5_text",
    num_hidden_layers: 32,
    hidden_size: 2560,
    intermediate_size: 9216,
    num_attention_heads: 16,
    num_key_value_heads: 4,
    head_dim: 256,
    full_attention_interval: 4,
    linear_num_key_heads: 16,
    linear_num_value_heads: 32,
    linear_key_head_dim: 128,
    linear_value_head_dim: 128,
    linear_conv_kernel_dim: 4,
    vocab_size: 248_320,
    max_position_embeddings: 262_144,
  },
  vision_config: { depth: 24 },
};
const gptOss = {
  model_type: "gpt_oss",
  num_hidden_layers: 24,
  hidden_size: 2880,
  intermediate_size: 2880,
  num_local_experts: 32,
  num_experts_per_tok: 4,
  num_attention_heads: 64,
  num_key_value_heads: 8,
  head_dim: 64,
  sliding_window: 128,
  layer_types: Array.from({ length: 24 }, (_, index) =>
    index % 2 === 0 ? "sliding_attention" : "full_attention",
  ),
  vocab_size: 201_088,
  max_position_embeddings: 131_072,
  tie_word_embeddings: false,
  quantization_config: { quant_method: "mxfp4" },
};
const kimi = {
  model_type: "kimi_k2",
  num_hidden_layers: 61,
  hidden_size: 7168,
  intermediate_size: 18_432,
  moe_intermediate_size: 2048,
  n_routed_experts: 384,
  n_shared_experts: 1,
  num_experts_per_tok: 8,
  first_k_dense_replace: 1,
  num_attention_heads: 64,
  kv_lora_rank: 512,
  q_lora_rank: 1536,
  qk_nope_head_dim: 128,
  qk_rope_head_dim: 64,
  v_head_dim: 128,
  vocab_size: 163_840,
  max_position_embeddings: 131_072,
  tie_word_embeddings: false,
};
const glm = {
  ...kimi,
  model_type: "glm_moe_dsa",
  num_hidden_layers: 78,
  hidden_size: 6144,
  intermediate_size: 12_288,
  n_routed_experts: 256,
  first_k_dense_replace: 3,
  q_lora_rank: 2048,
  qk_nope_head_dim: 192,
  v_head_dim: 256,
  vocab_size: 154_880,
};
const gemma = {
  model_type: "gemma3",
  text_config: {
    model_type: "gemma3_text",
    num_hidden_layers: 34,
    hidden_size: 2560,
    intermediate_size: 10_240,
    num_attention_heads: 8,
    num_key_value_heads: 4,
    head_dim: 256,
    sliding_window: 1024,
    sliding_window_pattern: 6,
    vocab_size: 262_208,
    max_position_embeddings: 131_072,
  },
};
const qwen2 = {
  ...llama,
  model_type: "qwen2",
  num_hidden_layers: 28,
  hidden_size: 3584,
  intermediate_size: 18_944,
  num_attention_heads: 28,
  num_key_value_heads: 4,
  vocab_size: 152_064,
  sliding_window: 131_072,
  use_sliding_window: false,
};

function read(json: unknown): ModelConfig {
  const config = parseModelConfig(json, "config.json");
  if (!config.ok) throw new Error(JSON.stringify(config.problem));
  return config.value;
}

describe("a config.json", () => {
  test.each`
    what         | json      | parameters           | bytesPerToken | fixed          | because
    ${"Llama"}   | ${llama}  | ${8_030_261_248}     | ${131_072}    | ${0}           | ${"grouped heads, their size reckoned"}
    ${"Qwen2.5"} | ${qwen2}  | ${7_615_616_512}     | ${57_344}     | ${0}           | ${"biases, and a window that is switched off"}
    ${"Qwen3.5"} | ${qwen35} | ${4_205_751_296}     | ${32_768}     | ${51_511_296}  | ${"nested, three of four layers linear"}
    ${"gpt-oss"} | ${gptOss} | ${20_914_757_184}    | ${24_576}     | ${3_145_728}   | ${"windows and experts"}
    ${"Kimi K2"} | ${kimi}   | ${1_026_408_232_448} | ${70_272}     | ${0}           | ${"latent attention"}
    ${"GLM-5"}   | ${glm}    | ${743_911_218_432}   | ${89_856}     | ${0}           | ${"an index that its file leaves out"}
    ${"Gemma 3"} | ${gemma}  | ${3_880_263_168}     | ${20_480}     | ${121_634_816} | ${"five of six layers see a window"}
  `("of $what is read: $because", ({ json, parameters, bytesPerToken, fixed }) => {
    const { model, missing } = read(json);
    expect(missing).toEqual([]);
    expect(model.parameters?.total).toBe(parameters);
    const cache = cacheOf(model.attention ?? [], 2);
    expect(cache.bytesPerToken).toBe(bytesPerToken);
    expect(fixedBytes(cache)).toBe(fixed);
  });

  test("tells in which precision its weights come", () => {
    expect(read(gptOss).model.native).toEqual({ precision: "mxfp4", part: "experts" });
  });

  test("of an unknown kind says what can be said and names what cannot", () => {
    const { model, modelType, missing } = read({ ...llama, model_type: "novel" });
    expect(modelType).toBe("novel");
    expect(model.parameters).toBeUndefined();
    expect(cacheOf(model.attention ?? [], 2).bytesPerToken).toBe(131_072);
    expect(missing[0]).toBe("the parameters: `novel` is not known here");
    expect(missing[1]).toMatch(/ordinary way/);
  });

  test.each`
    json                                                  | missing                   | because
    ${{ ...llama, mamba_d_state: 128 }}                   | ${/mamba_d_state/}        | ${"a state of another kind"}
    ${{ ...llama, num_attention_heads: null }}            | ${/heads/}                | ${"no heads are stated"}
    ${{ ...gptOss, layer_types: ["chunked_attention"] }}  | ${/layer_types/}          | ${"a kind of attention nobody knows"}
    ${{ model_type: "llama", hidden_size: 4096 }}         | ${/num_hidden_layers/}    | ${"no depth is stated"}
    ${{ ...gemma.text_config, num_kv_shared_layers: 20 }} | ${/num_kv_shared_layers/} | ${"layers that share their cache"}
    ${{ ...llama, intermediate_size: undefined }}         | ${/sizes are missing/}    | ${"no feed-forward is stated"}
  `("leaves open what is not stated: $because", ({ json, missing }) => {
    const config = read(json);
    expect(config.missing.join("; ")).toMatch(missing);
    expect(config.model.parameters).toBeUndefined();
  });
});

describe("a config.json that is none is refused with the field:", () => {
  test.each`
    json                                                      | field                  | expected               | because
    ${{ ...llama, num_hidden_layers: "32" }}                  | ${"num_hidden_layers"} | ${/whole number/}      | ${"a count in quotes"}
    ${{ ...llama, num_hidden_layers: -1 }}                    | ${"num_hidden_layers"} | ${/whole number/}      | ${"fewer than none"}
    ${{ ...llama, num_hidden_layers: 1e7 }}                   | ${"num_hidden_layers"} | ${/10000/}             | ${"deeper than anything"}
    ${{ ...llama, hidden_size: 0.5 }}                         | ${"hidden_size"}       | ${/whole number/}      | ${"half a number"}
    ${{ ...llama, hidden_size: Number.NaN }}                  | ${"hidden_size"}       | ${/whole number/}      | ${"no number"}
    ${{ ...llama, vocab_size: 1e300 }}                        | ${"vocab_size"}        | ${/whole number/}      | ${"more words than there are"}
    ${{ ...llama, hidden_size: { a: {} } }}                   | ${"hidden_size"}       | ${/whole number/}      | ${"an object"}
    ${{ ...llama, layer_types: "full" }}                      | ${"layer_types"}       | ${/list/}              | ${"one word for a list"}
    ${{ ...llama, layer_types: [1] }}                         | ${"layer_types"}       | ${/list of words/}     | ${"numbers for words"}
    ${{ ...llama, model_type: "x".repeat(1e6) }}              | ${"model_type"}        | ${/short text/}        | ${"an endless name"}
    ${{ ...llama, intermediate_size: 1e9, hidden_size: 1e9 }} | ${undefined}           | ${/hundred trillion/}  | ${"larger than anything"}
    ${{}}                                                     | ${undefined}           | ${/num_hidden_layers/} | ${"nothing in it"}
    ${[1, 2]}                                                 | ${undefined}           | ${/object/}            | ${"a list"}
    ${null}                                                   | ${undefined}           | ${/object/}            | ${"nothing"}
    ${"llama"}                                                | ${undefined}           | ${/object/}            | ${"a text"}
  `("$because", ({ json, field, expected }) => {
    const config = parseModelConfig(json, "config.json");
    expect(config.ok ? undefined : config.problem).toMatchObject({
      code: "file-invalid",
      file: "config.json",
      ...(field === undefined ? {} : { field }),
      expected: expect.stringMatching(expected),
    });
  });

  test("whatever stands in it, it is read or refused", () => {
    const names = [...Object.keys({ ...llama, ...gptOss, ...kimi }), "text_config", "__proto__"];
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...names), fc.jsonValue()), (some) => {
        expect(typeof parseModelConfig({ ...llama, ...some }, "config.json").ok).toBe("boolean");
      }),
    );
  });
});
