import type { ModelDossier } from "../catalog/dossier.ts";
import type { CitedText } from "../verdict/verdict.ts";
import type { ComparisonContext } from "./context.ts";
import { citedText, type SourcedText } from "./wording.ts";

/** What is written of each model by itself, in the order asked. */
export function textsOfModels(
  { candidates, book }: ComparisonContext,
  textsOf: (dossier: ModelDossier) => readonly SourcedText[],
): readonly { readonly model: string; readonly texts: readonly CitedText[] }[] {
  return candidates.map(({ dossier }) => ({
    model: dossier.entry.id,
    texts: textsOf(dossier).map((each) => citedText(book, each)),
  }));
}
