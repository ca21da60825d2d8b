import { type ModelKind, modelKinds } from "../core/catalog/model-kind.ts";
import type { Claim } from "../core/evidence/claim.ts";
import type { Source } from "../core/evidence/source.ts";

/** What a listing shows of a model that is not made for chat; nothing for all others. */
export function kindClaims(
  kind: ModelKind | undefined,
  { source, output }: { readonly source: Source; readonly output?: readonly string[] },
): readonly Omit<Claim, "subject">[] {
  if (kind === undefined) return [];
  const written = output === undefined ? modelKinds[kind].output : output.join(", ");
  const note = "from the name or the section it is listed under";
  return [
    { property: "model.kind", value: kind, source, note },
    ...(written === undefined
      ? []
      : [{ property: "modality.output" as const, value: written, source, note }]),
  ];
}
