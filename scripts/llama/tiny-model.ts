import { seededRandom } from "../../src/core/stats/random.ts";
import { chatTemplates } from "./chat-templates.ts";
import { bool, f32, f32s, ggufFile, i32s, type Tensor, text, texts, u32 } from "./gguf.ts";
import { isWordLike, lineBreak, placeOf, vocabulary } from "./tiny-vocabulary.ts";

/** A model of a few hundred kilobytes that says words by chance. */
export interface TinyModel {
  readonly name: string;
  readonly seed: number;
  readonly template: keyof typeof chatTemplates;
  /** A token it likes to open its answers with, and how much: 0.7 in half of them, 0.95 in most. */
  readonly opening: { readonly token: string; readonly liking: number };
}

const [width, layers, heads, keyHeads, inner] = [64, 2, 4, 2, 160];
const headWidth = width / heads;

/** The same bytes for the same model: a Llama of random weights, as llama.cpp reads it. */
export function tinyModelFile(model: TinyModel): Buffer {
  return ggufFile(headOf(model), tensorsOf(model));
}

function headOf({ name, template }: TinyModel) {
  return {
    "general.architecture": text("llama"),
    "general.name": text(name),
    "general.file_type": u32(0),
    "llama.context_length": u32(8192),
    "llama.embedding_length": u32(width),
    "llama.block_count": u32(layers),
    "llama.feed_forward_length": u32(inner),
    "llama.attention.head_count": u32(heads),
    "llama.attention.head_count_kv": u32(keyHeads),
    "llama.attention.layer_norm_rms_epsilon": f32(1e-5),
    "llama.rope.dimension_count": u32(headWidth),
    "llama.rope.freq_base": f32(10_000),
    "llama.vocab_size": u32(vocabulary.length),
    "tokenizer.ggml.model": text("llama"),
    "tokenizer.ggml.tokens": texts(vocabulary.map((token) => token.text)),
    "tokenizer.ggml.scores": f32s(vocabulary.map(({ score }) => score)),
    "tokenizer.ggml.token_type": i32s(vocabulary.map(({ kind }) => kind)),
    "tokenizer.ggml.bos_token_id": u32(placeOf("<s>")),
    "tokenizer.ggml.eos_token_id": u32(placeOf("<|im_end|>")),
    "tokenizer.ggml.unknown_token_id": u32(placeOf("<unk>")),
    "tokenizer.ggml.add_bos_token": bool(true),
    "tokenizer.ggml.add_eos_token": bool(false),
    "tokenizer.ggml.add_space_prefix": bool(false),
    "tokenizer.chat_template": text(chatTemplates[template]),
  };
}

function tensorsOf(model: TinyModel): readonly Tensor[] {
  const random = seededRandom(model.seed);
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const drawn = (name: string, shape: readonly number[], spread: number): Tensor => {
    const length = shape.reduce((product, size) => product * size, 1);
    return { name, shape, values: Float32Array.from({ length }, () => spread * normal()) };
  };
  const ones = (name: string): Tensor => ({
    ...{ name, shape: [width] },
    values: new Float32Array(width).fill(1),
  });
  const usual = 1 / Math.sqrt(width);
  const keys = keyHeads * headWidth;
  const blocks = Array.from({ length: layers }, (_, layer) => {
    const named = (name: string) => `blk.${layer}.${name}.weight`;
    return [
      ones(named("attn_norm")),
      drawn(named("attn_q"), [width, width], usual),
      drawn(named("attn_k"), [width, keys], usual),
      drawn(named("attn_v"), [width, keys], usual),
      silentInReserved(drawn(named("attn_output"), [width, width], usual)),
      ones(named("ffn_norm")),
      drawn(named("ffn_gate"), [width, inner], usual),
      drawn(named("ffn_up"), [width, inner], usual),
      silentInReserved(drawn(named("ffn_down"), [inner, width], 1 / Math.sqrt(inner))),
    ];
  });
  const size = [width, vocabulary.length];
  return [
    marked(drawn("token_embd.weight", size, 1)),
    ones("output_norm.weight"),
    inclined(drawn("output.weight", size, 1.2 * usual), model),
    ...blocks.flat(),
  ];
}

/** Two places of the inner state are ours: the first is always there, the second after a line break. */
const [always, afterBreak] = [0, 1];

function marked(embeddings: Tensor): Tensor {
  for (const [place, { text: word }] of vocabulary.entries()) {
    embeddings.values[place * width + always] = 4;
    embeddings.values[place * width + afterBreak] = word === lineBreak ? 24 : 0;
  }
  return embeddings;
}

/** Layers leave both places as they are. */
function silentInReserved(tensor: Tensor): Tensor {
  const [rowLength = 0] = tensor.shape;
  tensor.values.fill(0, 0, 2 * rowLength);
  return tensor;
}

/** Words are said and hardly anything else; reasoning ends after a while, answers never at once. */
function inclined(output: Tensor, { template, opening }: TinyModel): Tensor {
  for (const [place, token] of vocabulary.entries()) {
    output.values[place * width + always] = isWordLike(token) ? 0 : -4;
    output.values[place * width + afterBreak] = isWordLike(token) ? 0 : -2;
  }
  const liked = placeOf(opening.token);
  output.values[liked * width + afterBreak] = opening.liking;
  output.values[placeOf("<|im_end|>") * width + always] = 0.4;
  if (template === "reasoning") output.values[placeOf("</think>") * width + always] = 0.8;
  return output;
}
