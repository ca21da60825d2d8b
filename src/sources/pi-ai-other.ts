import type { ListedRoute } from "../core/catalog/listing.ts";
import type { ModelKind } from "../core/catalog/model-kind.ts";
import type { Claim, Subject } from "../core/evidence/claim.ts";
import type { Source } from "../core/evidence/source.ts";
import { kindClaims } from "./kind-claims.ts";
import { priceClaims } from "./pi-ai-prices.ts";
import type { WirePiModel } from "./pi-ai-wire.ts";

const kinds: Readonly<Record<string, ModelKind>> = { image: "image", classifier: "classifier" };

/**
 * A row for pictures or decisions. Pictures are paid by the picture, so token prices are taken only
 * where text is written too; a decision has no output to pay for.
 */
export function otherRouteOf(
  model: WirePiModel,
  about: { readonly provider: string; readonly isAlsoChat: boolean; readonly source: Source },
): ListedRoute {
  const { provider, isAlsoChat, source } = about;
  const id = `${provider}/${model.id}`;
  const subject: Subject = `route:${id}`;
  const kind = kinds[model.type ?? ""];
  const writesText = model.output?.includes("text") ?? false;
  const prices = priceClaims(model, {})
    .filter(({ property, value }) => value !== "0" && (writesText || property !== "price.output"))
    .map((price): Claim => ({ ...price, subject, source }));
  const isDecision = kind === "classifier";
  const otherUse = prices.map((claim) => ({
    claim,
    rule: "price-of-another-use",
    because: "the price is for decisions, and the route is listed for chat as well",
  }));
  const output = model.output === undefined ? {} : { output: model.output };
  return {
    id,
    provider,
    providerModelId: model.id,
    name: model.name,
    aliases: [],
    source,
    claims: [
      ...(isAlsoChat || !(isDecision || writesText) ? [] : prices),
      ...(isAlsoChat || !isDecision ? [] : useClaims(model, { subject, source })),
    ],
    modelClaims: isAlsoChat && isDecision ? [] : kindClaims(kind, { source, ...output }),
    heldBack: isAlsoChat && isDecision ? otherUse : [],
  };
}

/** The route gives labels back, even where its model can chat elsewhere. */
function useClaims(
  { input, contextWindow = 0 }: WirePiModel,
  { subject, source }: { readonly subject: Subject; readonly source: Source },
): readonly Claim[] {
  const context: readonly Claim[] =
    contextWindow > 0 ? [{ subject, property: "limit.context", value: contextWindow, source }] : [];
  return [
    { subject, property: "modality.output", value: "label", source },
    { subject, property: "cap.vision", value: input.includes("image"), source },
    ...context,
  ];
}
