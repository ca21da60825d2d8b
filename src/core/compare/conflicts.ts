import type { ModelDossier, RouteDossier } from "../catalog/dossier.ts";
import { type Property, type PropertyValue, properties } from "../catalog/property.ts";
import type { ClaimedValue, Fact } from "../evidence/fact.ts";
import type { Source } from "../evidence/source.ts";
import { compareText } from "../ordering.ts";
import { formatPriceUsdPerMtok } from "../report/format.ts";
import type { CitedText } from "../verdict/verdict.ts";
import type { ComparisonContext } from "./context.ts";
import { propertyText } from "./property-text.ts";
import { citedText, counted, type SourcedText } from "./wording.ts";

interface Conflict extends SourcedText {
  readonly newest: string;
}

const shownAtMost = 12;

/** Where sources say different things of the compared models, the newest quarrel first. */
export function conflictsOf({ candidates, book }: ComparisonContext): readonly CitedText[] {
  const found = candidates.flatMap(({ dossier, route }) => [
    ...modelConflicts(dossier),
    ...(route === undefined ? [] : routeConflicts(dossier, route)),
  ]);
  found.sort((a, b) => compareText(b.newest, a.newest) || compareText(a.text, b.text));
  const shown = found.slice(0, shownAtMost).map((each) => citedText(book, each));
  const rest = found.length - shown.length;
  if (rest === 0) return shown;
  const text = `${counted(rest, "more conflict")} of lesser age: steelyard explain MODEL PROPERTY shows every claim.`;
  return [...shown, { text, sources: [] }];
}

const ofModels = new WeakMap<ModelDossier, readonly Conflict[]>();

function modelConflicts(dossier: ModelDossier): readonly Conflict[] {
  const settled = ofModels.get(dossier);
  if (settled !== undefined) return settled;
  const { id, name } = dossier.entry;
  const found = modelProperties.flatMap((property) =>
    conflictIn(dossier.fact(property), property, name, id),
  );
  ofModels.set(dossier, found);
  return found;
}

const allProperties = Object.keys(properties).flatMap((name): readonly Property[] =>
  name in properties ? [toProperty(name)].flatMap((each) => each ?? []) : [],
);
