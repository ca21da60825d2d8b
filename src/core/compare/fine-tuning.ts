import type { ModelDossier } from "../catalog/dossier.ts";
import type { PropertyValue } from "../catalog/property.ts";
import { type Fact, knownValue, sourcesOf } from "../evidence/fact.ts";
import { onceFor } from "../once-for.ts";
import type { Comparison } from "./comparison.ts";
import type { ComparisonContext } from "./context.ts";
import { hasOpenWeights } from "./standing.ts";
import { textsOfModels } from "./texts-of-models.ts";
import { listed, type SourcedText } from "./wording.ts";

/** Who says that each model can be tuned. Prices of tuning are not held. */
export function fineTuningOf(context: ComparisonContext): Comparison["fineTuning"] {
  return textsOfModels(context, textsOf);
}

const textsOf = onceFor(write);

function write(dossier: ModelDossier): readonly SourcedText[] {
  const ofModel = makerText(dossier);
  const onRoutes = routesText(dossier);
  const isOffered = knownValue(dossier.fact("cap.fine_tuning")) === true || onRoutes.length > 0;
  return [ofModel, ...onRoutes, ...ownText(dossier), ...(isOffered ? [priceText] : [])];
}

const priceText: SourcedText = {
  text: "The price of tuning is unknown: no source states it.",
  sources: [],
};

function ownText(dossier: ModelDossier): readonly SourcedText[] {
  if (hasOpenWeights(dossier) !== true) return [];
  return [
    {
      text: "Its weights are open, so they can be tuned on machines of your own; what that takes is unknown: nothing was sized for it.",
      sources: sourcesOf(dossier.fact("model.openness")),
    },
  ];
}

function makerText(dossier: ModelDossier): SourcedText {
  const fact = dossier.fact("cap.fine_tuning");
  return {
    text: `Tuning offered, as said of the model: ${wordOf(fact)}.`,
    sources: sourcesOf(fact),
  };
}

function wordOf(fact: Fact<PropertyValue>): string {
  switch (fact.state) {
    case "known":
      return fact.value === true ? "yes" : "no";
    case "disputed":
      return "disputed";
    case "unknown":
      return `unknown, ${fact.because}`;
  }
}

/** Routes that speak for themselves: a route that is silent hands on the model's own fact. */
function routesText(dossier: ModelDossier): readonly SourcedText[] {
  const ofModel = dossier.fact("cap.fine_tuning");
  const offering = dossier.routes.filter((route) => {
    const fact = route.fact("cap.fine_tuning");
    return fact !== ofModel && knownValue(fact) === true && route.lifecycle.status !== "retired";
  });
  if (offering.length === 0) return [];
  const names = [...new Set(offering.map((route) => route.provider.name))].sort();
  return [
    {
      text: `Tuning offered on the route: yes, at ${listed(names)}.`,
      sources: offering.flatMap((route) => sourcesOf(route.fact("cap.fine_tuning"))),
    },
  ];
}
