import { type Property, properties } from "../catalog/property.ts";
import { sourcesOf } from "../evidence/fact.ts";
import type { SourceBook } from "../evidence/source-book.ts";
import { answerValue } from "./answer-value.ts";
import type { Candidate } from "./candidate.ts";
import type { AnswerValue, Comparison } from "./comparison.ts";
import type { ComparisonContext } from "./context.ts";
import { lifecycleText } from "./lifecycle-text.ts";
import { hasOpenWeights } from "./standing.ts";

interface SpecificationRow {
  readonly property: string;
  readonly label: string;
  readonly answerOf: (candidate: Candidate, book: SourceBook) => AnswerValue;
}

export function specificationsOf(context: ComparisonContext): Comparison["specifications"] {
  const { candidates, book } = context;
  return rows.map(({ property, label, answerOf }) => ({
    property,
    label,
    values: candidates.map((candidate) => answerOf(candidate, book)),
  }));
}

const rows: readonly SpecificationRow[] = [
  ofModel("model.release_date"),
  { property: "model.status", label: "Status", answerOf: statusOf },
  ofModel("limit.context"),
  onRoute("limit.context", "Context window on the route"),
  ofModel("limit.output"),
  onRoute("limit.output", "Output limit on the route"),
  ofModel("model.params_total"),
  ofModel("model.params_active"),
  ofModel("model.architecture"),
  ofModel("model.license"),
  ofModel("model.openness"),
  ofModel("model.commercial_use"),
  ofModel("model.knowledge_cutoff"),
  ofModel("model.tokenizer"),
  { property: "model.weights", label: properties["model.weights"].label, answerOf: weightsOf },
  ofModel("modality.input"),
  ofModel("modality.output"),
];

function ofModel(property: Property): SpecificationRow {
  return {
    property,
    label: properties[property].label,
    answerOf: ({ dossier }, book) => answerValue(dossier.fact(property), property, book),
  };
}

function onRoute(property: Property, label: string): SpecificationRow {
  return {
    property: `route ${property}`,
    label,
    answerOf: ({ route }, book) =>
      route === undefined
        ? { state: "unknown", because: "no route can be used", text: "unknown" }
        : answerValue(route.fact(property), property, book),
  };
}

function statusOf({ dossier }: Candidate, book: SourceBook): AnswerValue {
  const { lifecycle } = dossier;
  if (lifecycle.status === "unknown") {
    return { state: "unknown", because: "no source states it", text: "unknown" };
  }
  return {
    state: "known",
    value: lifecycle.status,
    text: lifecycleText(lifecycle),
    unit: null,
    sources: book.cite(lifecycle.sources),
    overruled: [],
  };
}

/** Where nobody gives an address, a proprietary model is one whose weights are not published. */
function weightsOf({ dossier }: Candidate, book: SourceBook): AnswerValue {
  const fact = dossier.fact("model.weights");
  if (fact.state !== "unknown" || hasOpenWeights(dossier) !== false) {
    return answerValue(fact, "model.weights", book);
  }
  return {
    state: "known",
    value: "not published",
    text: "not published",
    unit: null,
    sources: book.cite(sourcesOf(dossier.fact("model.openness"))),
    overruled: [],
  };
}
