import type { Catalog } from "../catalog/catalog.ts";
import type { ModelDossier } from "../catalog/dossier.ts";
import { isProperty, type Property, properties } from "../catalog/property.ts";
import type { Candidate } from "../compare/candidate.ts";
import { candidatesOf } from "../compare/candidates.ts";
import { comparedCapabilities } from "../compare/capabilities.ts";
import { capabilityOf, type YesNoUnknown } from "../compare/capability-of.ts";
import { trafficOf } from "../compare/compared-cost.ts";
import type { Comparison } from "../compare/comparison.ts";
import { conflictsOf } from "../compare/conflicts.ts";
import type { ComparisonContext } from "../compare/context.ts";
import { fineTuningOf } from "../compare/fine-tuning.ts";
import { lifecycleText } from "../compare/lifecycle-text.ts";
import { portraitOf } from "../compare/portraits.ts";
import { relatedOf } from "../compare/related.ts";
import { selfHostingOf } from "../compare/self-hosting.ts";
import { citedText } from "../compare/wording.ts";
import { configurationsFor } from "../configuration/configurations.ts";
import { type TrafficProfile, tasksOf } from "../cost/traffic.ts";
import { assumptions } from "../evidence/assumptions.ts";
import { dossiersOf } from "../evidence/dossiers.ts";
import { type CitedSource, sourceBook } from "../evidence/source-book.ts";
import { compareText } from "../ordering.ts";
import type { AnsweredConfiguration } from "../switching/switch-answer.ts";
import type { IsoDate } from "../units.ts";
import type { CitedText } from "../verdict/verdict.ts";
import { type PriceHistory, priceHistoryOf } from "./price-history.ts";
import { cheapestRouteFirst, type PricedRoute, pricedRoute } from "./priced-route.ts";
import { type ToldFact, toldFacts, untoldFact } from "./told-fact.ts";
import { type ToldScore, toldScore } from "./told-score.ts";

/** Everything held of one model. */
export interface ModelOverview {
  readonly asOf: IsoDate;
  readonly catalog: { readonly hash: string; readonly compiledOn: IsoDate };
  readonly model: {
    readonly id: string;
    readonly name: string;
    readonly maker: string;
    readonly makerName: string;
    readonly family: string | null;
    /** Kept by hand with citations; false: only seen in listings. */
    readonly isAuthored: boolean;
  };
  readonly summary: readonly CitedText[];
  readonly lifecycle: {
    readonly status: string;
    readonly text: string;
    readonly deprecatedOn: IsoDate | null;
    readonly retiresOn: IsoDate | null;
    readonly daysLeft: number | null;
    /** Ids; those the maker names. */
    readonly successors: readonly string[];
    readonly sources: readonly string[];
  };
  /** Of the model itself; what its routes say otherwise stands there. */
  readonly facts: readonly ToldFact[];
  /** As the model would be used, on the route chosen for it. */
  readonly capabilities: readonly {
    readonly capability: string;
    readonly label: string;
    readonly value: YesNoUnknown;
    readonly because: string;
    readonly sources: readonly string[];
  }[];
  /** The route an ordinary user would take; null: none can be called and priced. */
  readonly route: string | null;
  readonly routeBecause: string;
  /** What `monthlyUsd` of a route stands for. */
  readonly traffic: Comparison["traffic"];
  readonly routes: readonly PricedRoute[];
  readonly scores: readonly ToldScore[];
  readonly priceHistory: readonly PriceHistory[];
  readonly selfHosting: readonly CitedText[];
  readonly fineTuning: readonly CitedText[];
  readonly conflicts: readonly CitedText[];
  readonly related: Comparison["related"];
  /** Files that call the model on that route. */
  readonly configurations: readonly AnsweredConfiguration[];
  readonly notWritten: readonly { readonly for: string; readonly because: string }[];
  readonly sources: readonly CitedSource[];
}

/** @param modelId in the catalog: names are identified before */
export function modelOverview(
  catalog: Catalog,
  modelId: string,
  { asOf, traffic }: { readonly asOf: IsoDate; readonly traffic: TrafficProfile },
): ModelOverview {
  const dossier = dossiersOf(catalog, asOf).of(modelId);
  const [candidate] = candidatesOf([dossier], { traffic, constraints: [] });
  if (candidate === undefined) throw new Error(`no candidate for ${modelId}`);
  const book = sourceBook();
  const context: ComparisonContext = {
    candidates: [candidate],
    rows: [],
    traffic,
    tasks: tasksOf(traffic),
    catalog,
    asOf,
    askedOn: asOf,
    tauSource: assumptions.tau,
    book,
  };
  const ground = { catalog, asOf, traffic, book };
  const { hash, compiledOn } = catalog;
  const parts = {
    summary: portraitOf(dossier).map((each) => citedText(book, each)),
    lifecycle: lifecycleOf(dossier, book.cite(dossier.lifecycle.sources)),
    facts: factsOf(toldFacts(`model:${modelId}`, ground)),
    capabilities: comparedCapabilities.map((property) => {
      const { value, because, sources } = capabilityOf(candidate, property);
      const capability = property.slice("cap.".length);
      const { label } = properties[property];
      return { capability, label, value, because, sources: book.cite(sources) };
    }),
    route: candidate.route?.entry.id ?? null,
    routeBecause: candidate.cost.because,
    traffic: trafficOf(context),
    routes: dossier.routes
      .map((route) => pricedRoute(dossier, route, ground))
      .sort(cheapestRouteFirst),
    scores: scoresOf(dossier, context),
    priceHistory: priceHistoryOf(dossier, catalog, book),
    selfHosting: selfHostingOf(context).flatMap(({ texts }) => texts),
    fineTuning: fineTuningOf(context).flatMap(({ texts }) => texts),
    conflicts: conflictsOf(context),
    related: relatedOf(context),
    ...filesFor(candidate, context),
  };
  return {
    asOf,
    catalog: { hash, compiledOn },
    model: identityOf(dossier),
    ...parts,
    sources: book.list(),
  };
}

function identityOf({ entry }: ModelDossier): ModelOverview["model"] {
  const { id, name, maker, makerName, family = null, isAuthored } = entry;
  return { id, name, maker, makerName, family, isAuthored };
}

function lifecycleOf(
  { lifecycle }: ModelDossier,
  sources: readonly string[],
): ModelOverview["lifecycle"] {
  const { status, deprecatedOn = null, retiresOn = null, daysLeft = null, successors } = lifecycle;
  const text = lifecycleText(lifecycle);
  return { status, text, deprecatedOn, retiresOn, daysLeft, successors, sources };
}

/** Asked of every model, so that what nobody states is said to be unknown. */
const asked = [
  "model.release_date",
  "limit.context",
  "limit.output",
  "model.params_total",
  "model.params_active",
  "model.architecture",
  "model.license",
  "model.openness",
  "model.commercial_use",
  "model.knowledge_cutoff",
  "model.tokenizer",
  "model.weights",
  "modality.input",
  "modality.output",
] as const satisfies readonly Property[];

/** In the order of the table of properties; capabilities have a table of their own. */
function factsOf(told: readonly ToldFact[]): readonly ToldFact[] {
  return Object.keys(properties)
    .filter(isProperty)
    .filter((property) => !property.startsWith("cap."))
    .flatMap((property) => {
      const own = told.filter((each) => each.property === property);
      const isAsked = asked.some((each) => each === property);
      return own.length === 0 && isAsked ? [untoldFact(property)] : own;
    });
}

function scoresOf(
  { entry, scores }: ModelDossier,
  { catalog, book }: ComparisonContext,
): readonly ToldScore[] {
  const benchmarks = new Map(catalog.benchmarks.map((each) => [each.id, each]));
  return scores
    .flatMap((score) => {
      const benchmark = benchmarks.get(score.benchmark);
      return benchmark === undefined
        ? []
        : [toldScore(score, benchmark, { modelName: entry.name, book })];
    })
    .sort(
      (a, b) =>
        compareText(a.category, b.category) ||
        compareText(a.benchmarkName, b.benchmarkName) ||
        compareText(a.variant ?? "", b.variant ?? "") ||
        b.score - a.score,
    );
}

const kinds = ["openai", "vercel"] as const;

function filesFor(
  candidate: Candidate,
  { book }: ComparisonContext,
): Pick<ModelOverview, "configurations" | "notWritten"> {
  const order = { called: [candidate], purpose: `Calls ${candidate.dossier.entry.name}` };
  const written = configurationsFor(order, kinds);
  return {
    configurations: written.flatMap((each) =>
      each.isWritten
        ? [{ ...each.configuration, sources: book.cite(each.configuration.sources) }]
        : [],
    ),
    notWritten: written.flatMap((each) =>
      each.isWritten ? [] : [{ for: each.for, because: each.because }],
    ),
  };
}
