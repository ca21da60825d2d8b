import type { ModelDossier } from "../catalog/dossier.ts";
import { knownValue, sourcesOf } from "../evidence/fact.ts";
import { onceFor } from "../once-for.ts";
import { formatNumber } from "../report/format.ts";
import type { Comparison } from "./comparison.ts";
import type { ComparisonContext } from "./context.ts";
import { propertyText } from "./property-text.ts";
import { hasOpenWeights } from "./standing.ts";
import { textsOfModels } from "./texts-of-models.ts";
import type { SourcedText } from "./wording.ts";

/** Whether each model can run on machines of one's own, and how much its weights weigh. */
export function selfHostingOf(context: ComparisonContext): Comparison["selfHosting"] {
  return textsOfModels(context, textsOf);
}

const textsOf = onceFor(write);

function write(dossier: ModelDossier): readonly SourcedText[] {
  const openness = dossier.fact("model.openness");
  const sources = sourcesOf(openness);
  switch (hasOpenWeights(dossier)) {
    case undefined:
      return [{ text: "Unknown: no source settles whether its weights are open.", sources }];
    case false:
      return [{ text: "Not possible: its weights are not published.", sources }];
    case true:
      return [
        {
          text: weightsPlace(dossier),
          sources: [...sources, ...sourcesOf(dossier.fact("model.weights"))],
        },
        licenceText(dossier),
        memoryText(dossier),
        {
          text: `Which GPU holds it, how fast it runs there and from which traffic it pays: steelyard size ${dossier.entry.id}.`,
          sources: [],
        },
      ];
  }
}

function weightsPlace(dossier: ModelDossier): string {
  const place = knownValue(dossier.fact("model.weights"));
  return place === undefined ? "Its weights are open." : `Its weights are open: ${place}.`;
}

function licenceText(dossier: ModelDossier): SourcedText {
  const licence = dossier.fact("model.license");
  const use = dossier.fact("model.commercial_use");
  const sources = [...sourcesOf(licence), ...sourcesOf(use)];
  const name = knownValue(licence) ?? "unknown";
  const allowed = knownValue(use);
  const words = allowed === undefined ? "unknown" : propertyText("model.commercial_use", allowed);
  return { text: `Licence: ${name}; commercial use: ${words}.`, sources };
}

const precisions = [16, 8, 4] as const;
const bytesPerGib = 2 ** 30;

/** All parameters must fit, of a mixture of experts too. */
function memoryText(dossier: ModelDossier): SourcedText {
  const fact = dossier.fact("model.params_total");
  const parameters = knownValue(fact);
  if (typeof parameters !== "number") {
    return {
      text: "Its weights' size is unknown: no source settles its parameters.",
      sources: sourcesOf(fact),
    };
  }
  const sizes = precisions.map(
    (bits) => `${formatNumber((parameters * bits) / 8 / bytesPerGib, 1)} GiB at ${bits} bits`,
  );
  return {
    text: `The weights alone take ${sizes.join(", ")}; the cache of the conversations and the engine come on top.`,
    sources: sourcesOf(fact),
  };
}
