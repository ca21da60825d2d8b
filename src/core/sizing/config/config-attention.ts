import type { AttentionKind } from "../architecture.ts";
import type { ConfigFamily } from "./config-families.ts";
import type { ConfigFields } from "./config-fields.ts";

/** Kinds of attention as a configuration tells them, and what it leaves open. */
export interface ReadAttention {
  readonly attention?: readonly AttentionKind[];
  readonly missing: readonly string[];
}

/** What grows otherwise than keys and values do, by the names of its fields. */
const strangeFields = [
  "mamba_d_state",
  "mamba_expand",
  "ssm_state_size",
  "state_size",
  "ssm_cfg",
  "layers_block_type",
  "hybrid_override_pattern",
  "num_kv_shared_layers",
  "linear_attn_config",
  "compress_ratios",
] as const;

export function attentionIn(
  fields: ConfigFields,
  { layers, family }: { readonly layers: number; readonly family: ConfigFamily },
): ReadAttention {
  const strange = strangeFields.find((name) => fields.has(name));
  if (strange !== undefined) {
    return { missing: [`the cache: \`${strange}\` means a kind of memory that is not known here`] };
  }
  if (fields.has("kv_lora_rank")) return latentIn(fields, { layers, family });
  const kinds = kindsIn(fields, { layers, family });
  if (kinds === undefined) {
    return {
      missing: ["the cache: `layer_types` names a kind of attention that is not known here"],
    };
  }
  const attention = [
    ordinaryIn(fields, { kind: "full", layers: kinds.full, family }),
    ordinaryIn(fields, { kind: "window", layers: kinds.window, family }),
    linearIn(fields, kinds.linear),
  ].filter((each) => each !== null);
  const known = attention.filter((each) => each !== undefined);
  return known.length === attention.length && known.length > 0
    ? { attention: known, missing: [] }
    : { missing: ["the cache: heads or their sizes are not stated"] };
}

interface Kinds {
  readonly full: number;
  readonly window: number;
  readonly linear: number;
}

interface Reading {
  readonly layers: number;
  readonly family: ConfigFamily;
}

/** How many layers there are of each kind; undefined where one is strange. */
function kindsIn(fields: ConfigFields, { layers, family }: Reading): Kinds | undefined {
  const types = fields.words("layer_types");
  if (types !== undefined) {
    const of = (...names: readonly string[]) => types.filter((type) => names.includes(type)).length;
    const kinds = {
      full: of("full_attention", "attention"),
      window: of("sliding_attention"),
      linear: of("linear_attention"),
    };
    return kinds.full + kinds.window + kinds.linear === layers ? kinds : undefined;
  }
  const interval = fields.count("full_attention_interval");
  if (interval !== undefined && fields.has("linear_num_value_heads")) {
    const full = Math.floor(layers / interval);
    return { full, window: 0, linear: layers - full };
  }
  const window = fields.count("sliding_window");
  if (window === undefined || fields.flag("use_sliding_window") === false) {
    return { full: layers, window: 0, linear: 0 };
  }
  const pattern = fields.count("sliding_window_pattern", "_sliding_window_pattern");
  const every = pattern ?? family.windowPattern;
  const full = every === undefined ? 0 : Math.floor(layers / every);
  return { full, window: layers - full, linear: 0 };
}

/** Null: there are no such layers. Undefined: they cannot be read. */
function ordinaryIn(
  fields: ConfigFields,
  { kind, layers, family }: Reading & { readonly kind: "full" | "window" },
): AttentionKind | null | undefined {
  if (layers === 0) return null;
  const heads = fields.count("num_attention_heads", "n_head");
  const isGlobal = kind === "full" && fields.has("global_head_dim");
  const usualHeads = fields.count("num_key_value_heads", "num_kv_heads") ?? heads;
  const keyValueHeads = isGlobal
    ? (fields.count("num_global_key_value_heads") ?? usualHeads)
    : usualHeads;
  const hidden = fields.count("hidden_size", "n_embd");
  const headSize =
    (isGlobal ? fields.count("global_head_dim") : fields.count("head_dim")) ??
    (hidden !== undefined && heads !== undefined && hidden % heads === 0
      ? hidden / heads
      : undefined);
  if (heads === undefined || keyValueHeads === undefined || headSize === undefined)
    return undefined;
  const { norms, biases, isGated, hasSinks } = family;
  const saysBias = fields.flag("attention_bias");
  const said = saysBias === false ? undefined : biases;
  const shape = {
    layers,
    heads,
    keyValueHeads,
    headSize,
    ...(norms === undefined || fields.flag("use_qk_norm") === false ? {} : { norms }),
    ...(said === undefined ? {} : { biases: said }),
    ...(isGated ? { isGated } : {}),
    ...(hasSinks ? { hasSinks } : {}),
    ...(isGlobal && fields.flag("attention_k_eq_v") === true ? { isKeyValue: true } : {}),
  };
  if (kind === "full") return { kind, ...shape };
  const windowTokens = fields.count("sliding_window");
  return windowTokens === undefined ? undefined : { kind, windowTokens, ...shape };
}

function linearIn(fields: ConfigFields, layers: number): AttentionKind | null | undefined {
  if (layers === 0) return null;
  const keyHeads = fields.count("linear_num_key_heads");
  const valueHeads = fields.count("linear_num_value_heads");
  const keySize = fields.count("linear_key_head_dim");
  const valueSize = fields.count("linear_value_head_dim");
  const convolution = fields.count("linear_conv_kernel_dim") ?? 4;
  if (
    keyHeads === undefined ||
    valueHeads === undefined ||
    keySize === undefined ||
    valueSize === undefined
  ) {
    return undefined;
  }
  return { kind: "linear", layers, keyHeads, valueHeads, keySize, valueSize, convolution };
}

function latentIn(fields: ConfigFields, { layers, family }: Reading): ReadAttention {
  const heads = fields.count("num_attention_heads");
  const keyValueRank = fields.count("kv_lora_rank");
  const contentSize = fields.count("qk_nope_head_dim");
  const positionSize = fields.count("qk_rope_head_dim");
  const valueSize = fields.count("v_head_dim");
  if (
    heads === undefined ||
    keyValueRank === undefined ||
    contentSize === undefined ||
    positionSize === undefined ||
    valueSize === undefined
  ) {
    return { missing: ["the cache: sizes of latent attention are not stated"] };
  }
  const indexHeads = fields.count("index_n_heads") ?? family.indexHeads;
  const indexSize = fields.count("index_head_dim") ?? 128;
  const index = indexHeads === undefined ? {} : { indexHeads, indexSize };
  const queryRank = fields.count("q_lora_rank") ?? 0;
  const sizes = { heads, queryRank, keyValueRank, contentSize, positionSize, valueSize };
  return { attention: [{ kind: "latent", layers, ...sizes, ...index }], missing: [] };
}
