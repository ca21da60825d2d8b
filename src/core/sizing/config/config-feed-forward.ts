import type { FeedForwardKind } from "../architecture.ts";
import type { ConfigFamily } from "./config-families.ts";
import type { ConfigFields } from "./config-fields.ts";

/** Kinds of feed-forward as a configuration tells them; undefined where sizes are not stated. */
export function feedForwardIn(
  fields: ConfigFields,
  { layers, family }: { readonly layers: number; readonly family: ConfigFamily },
): readonly FeedForwardKind[] | undefined {
  const inner = fields.count("intermediate_size", "ffn_hidden_size", "n_inner");
  const experts = fields.count("num_local_experts", "n_routed_experts", "num_experts");
  if (experts === undefined) {
    return inner === undefined ? undefined : [{ kind: "dense", layers, inner }];
  }
  const used = fields.count("num_experts_per_tok", "top_k_experts", "moe_top_k");
  const expertInner = fields.count("moe_intermediate_size", "expert_intermediate_size") ?? inner;
  if (used === undefined || expertInner === undefined || used > experts) return undefined;
  /** Beside its experts every layer has a network of the ordinary kind. */
  const isBeside = fields.flag("enable_moe_block") === true;
  const dense = isBeside ? layers : denseLayers(fields, layers);
  if (dense > 0 && inner === undefined) return undefined;
  const shared =
    fields.count("shared_expert_intermediate_size") ??
    (fields.count("n_shared_experts") ?? 0) * expertInner;
  const withExperts = isBeside ? layers : layers - dense;
  const { hasExpertBiases, hasRouterBias, isSharedGated } = family;
  return [
    ...(dense > 0 && inner !== undefined ? [{ kind: "dense" as const, layers: dense, inner }] : []),
    {
      kind: "experts",
      layers: withExperts,
      experts,
      used,
      inner: expertInner,
      ...(shared > 0 ? { sharedInner: shared } : {}),
      ...(shared > 0 && isSharedGated ? { isSharedGated } : {}),
      ...(hasRouterBias ? { hasRouterBias } : {}),
      ...(hasExpertBiases ? { hasBiases: true } : {}),
    },
  ];
}

function denseLayers(fields: ConfigFields, layers: number): number {
  const first = fields.count("first_k_dense_replace") ?? 0;
  const step = fields.count("decoder_sparse_step") ?? 1;
  const sparse = Math.floor((layers - Math.min(first, layers)) / step);
  return layers - sparse;
}
