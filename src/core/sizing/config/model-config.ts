import type { Outcome } from "../../problems/problem.ts";
import type { AttentionKind, FeedForwardKind } from "../architecture.ts";
import { parametersOf } from "../parameters.ts";
import type { SizedModel } from "../sized-model.ts";
import { attentionIn } from "./config-attention.ts";
import { type ConfigFamily, configFamilies } from "./config-families.ts";
import { feedForwardIn } from "./config-feed-forward.ts";
import { type ConfigFields, configFields, isObject } from "./config-fields.ts";

/** A `config.json` as far as it could be read. */
export interface ModelConfig {
  readonly model: SizedModel;
  /** As the file calls its kind: `qwen3_5_moe`. */
  readonly modelType: string | null;
  /** What cannot be said of it, each with its reason. */
  readonly missing: readonly string[];
}

/** More than anybody built: the sizes of such a file are none. */
const parametersAtMost = 1e14;

/**
 * Reads a `config.json` of Hugging Face. What its architecture leaves unknown is named, and the rest is
 * said; a field that cannot be what it should be is a problem.
 *
 * @param file what to call it in problems
 */
export function parseModelConfig(json: unknown, file: string): Outcome<ModelConfig> {
  if (!isObject(json)) {
    const expected = "an object with fields such as `num_hidden_layers`";
    return { ok: false, problem: { code: "file-invalid", file, expected } };
  }
  const outer = configFields(json, { file });
  const fields = outer.within("text_config", "language_config", "llm_config") ?? outer;
  const config = configIn(fields, outer);
  const [problem] = outer.slips;
  if (problem !== undefined) return { ok: false, problem };
  if (config === undefined) {
    const expected =
      "`num_hidden_layers`, or at least one of `hidden_size` and `max_position_embeddings`";
    return { ok: false, problem: { code: "file-invalid", file, expected } };
  }
  const total = config.model.parameters?.total ?? 0;
  if (total > parametersAtMost) {
    const expected = "sizes of a model: these make more than a hundred trillion parameters";
    return { ok: false, problem: { code: "file-invalid", file, expected } };
  }
  return { ok: true, value: config };
}

function configIn(fields: ConfigFields, outer: ConfigFields): ModelConfig | undefined {
  const types = [fields.text("model_type"), outer.text("model_type")];
  const modelType = types.find((type) => type !== undefined && configFamilies.has(type));
  const family = configFamilies.get(modelType ?? "");
  const said = types.find((type) => type !== undefined) ?? null;
  const layers = fields.count("num_hidden_layers", "n_layer", "num_layers");
  const hidden = fields.count("hidden_size", "n_embd");
  const vocabulary = fields.count("vocab_size") ?? outer.count("vocab_size");
  const contextTokens = fields.count("max_position_embeddings", "n_positions", "max_seq_len");
  if (layers === undefined && hidden === undefined && contextTokens === undefined) return undefined;
  const named = said === null ? "its kind is not stated" : `\`${said}\` is not known here`;
  const base = {
    name: outer.text("_name_or_path") ?? said ?? "this model",
    ...(hidden === undefined ? {} : { hidden }),
    ...(vocabulary === undefined ? {} : { vocabulary }),
    ...(contextTokens === undefined ? {} : { contextTokens }),
    ...nativeIn(fields.within("quantization_config") ?? outer.within("quantization_config")),
    files: [],
  };
  if (layers === undefined) {
    const missing = ["the parameters and the cache: `num_hidden_layers` is not stated"];
    return { model: base, modelType: said, missing };
  }
  const read = attentionIn(fields, { layers, family: family ?? {} });
  const feedForward = feedForwardIn(fields, { layers, family: family ?? {} });
  const { attention } = read;
  const counted =
    family === undefined
      ? undefined
      : countedIn({ family, fields, outer, layers, hidden, vocabulary, attention, feedForward });
  const missing = [
    ...read.missing,
    ...(counted === undefined
      ? [`the parameters: ${family === undefined ? named : "sizes are missing"}`]
      : []),
    ...(contextTokens === undefined ? ["the longest context: it is not stated"] : []),
    ...(attention !== undefined && family === undefined
      ? ["whether every layer keeps keys and values in the ordinary way, as is taken for granted"]
      : []),
  ];
  return {
    model: { ...base, layers, ...counted, ...(attention === undefined ? {} : { attention }) },
    modelType: said,
    missing,
  };
}

interface Dimensions {
  readonly family: ConfigFamily;
  readonly fields: ConfigFields;
  readonly outer: ConfigFields;
  readonly layers: number;
  readonly hidden: number | undefined;
  readonly vocabulary: number | undefined;
  readonly attention: readonly AttentionKind[] | undefined;
  readonly feedForward: readonly FeedForwardKind[] | undefined;
}

function countedIn(dimensions: Dimensions): Pick<SizedModel, "parameters" | "tables"> | undefined {
  const { family, fields, outer, layers, hidden, vocabulary, attention, feedForward } = dimensions;
  if (
    hidden === undefined ||
    vocabulary === undefined ||
    attention === undefined ||
    feedForward === undefined
  ) {
    return undefined;
  }
  const isTied =
    fields.flag("tie_word_embeddings") ??
    outer.flag("tie_word_embeddings") ??
    family.isTied ??
    false;
  const { normsPerLayer = 2 } = family;
  const shape = { layers, hidden, vocabulary, isTied, normsPerLayer };
  return {
    parameters: parametersOf({ shape, attention, feedForward }),
    tables: vocabulary * hidden * (isTied ? 1 : 2),
  };
}

/** Methods of quantisation as files name them. Of others nobody says here what they take. */
const natives: ReadonlyMap<string, SizedModel["native"]> = new Map([
  ["fp8", { precision: "fp8", part: "all" }],
  ["fbgemm_fp8", { precision: "fp8", part: "all" }],
  ["mxfp4", { precision: "mxfp4", part: "experts" }],
  ["awq", { precision: "int4", part: "all" }],
  ["gptq", { precision: "int4", part: "all" }],
]);

function nativeIn(fields: ConfigFields | undefined): Pick<SizedModel, "native"> {
  const native = natives.get(fields?.text("quant_method")?.toLowerCase() ?? "");
  return native === undefined ? {} : { native };
}
