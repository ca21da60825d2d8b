import type { Catalog } from "../catalog/catalog.ts";
import type { ModelDossier } from "../catalog/dossier.ts";
import { namesIn } from "../catalog/model-names.ts";
import { type TrafficProfile, tasksOf } from "../cost/traffic.ts";
import { assumptions } from "../evidence/assumptions.ts";
import { dossiersOf } from "../evidence/dossiers.ts";
import { given } from "../evidence/given.ts";
import { sourceBook } from "../evidence/source-book.ts";
import { onceFor } from "../once-for.ts";
import { movesOf } from "../switching/moves.ts";
import { tradeoffsOf } from "../tradeoffs/tradeoffs.ts";
import type { IsoDate, Points, Usd } from "../units.ts";
import type { Constraint } from "../verdict/constraints.ts";
import { decide } from "../verdict/decide.ts";
import { ownSkills } from "../verdict/own-skills.ts";
import { type Skill, skills } from "../verdict/skills.ts";
import { candidatesOf, describeStanding } from "./candidates.ts";
import { capabilitiesOf } from "./capabilities.ts";
import { benchmarksOf } from "./compared-benchmarks.ts";
import { costOf, trafficOf } from "./compared-cost.ts";
import { routesOf } from "./compared-routes.ts";
import type { ComparedModel, Comparison } from "./comparison.ts";
import { conflictsOf } from "./conflicts.ts";
import type { ComparisonContext } from "./context.ts";
import { deepDiveOf } from "./deep-dive.ts";
import { fineTuningOf } from "./fine-tuning.ts";
import { ownEvidenceOf } from "./own-evidence-lines.ts";
import { portraitsOf } from "./portraits.ts";
import { questionsOf } from "./questions.ts";
import { relatedOf } from "./related.ts";
import { scoreRowsOf } from "./score-rows.ts";
import { scorecardOf } from "./scorecard.ts";
import { selfHostingOf } from "./self-hosting.ts";
import { specificationsOf } from "./specifications.ts";
import { summaryOf } from "./summary.ts";

/** What stays the same for every comparison asked in one go. */
export interface ComparisonTerms {
  readonly asOf: IsoDate;
  /** The day of asking: staleness counts from here. */
  readonly askedOn: IsoDate;
  readonly traffic: TrafficProfile;
  readonly constraints: readonly Constraint[];
  /** The file of a team's work that the question was read from. */
  readonly workload?: { readonly file: string } | undefined;
  /** The kind of work, by its id. */
  readonly task?: string | undefined;
  /** The skills the work needs, beside suites of the team's own; absent: every skill counts. */
  readonly skills?: readonly Skill[] | undefined;
  /** What one failed task costs; absent: unknown. */
  readonly failedTaskUsd?: Usd | undefined;
  /** Non-sampling error in points instead of the table's. */
  readonly tauPoints?: Points | undefined;
}

const benchmarksIn = onceFor(
  (catalog: Catalog) => new Map(catalog.benchmarks.map((each) => [each.id, each])),
);
/** One question for all who ask for nothing, so that what is known of its answer is found again. */
const unconstrained = onceFor((traffic: TrafficProfile) => ({ traffic, constraints: [] }));

/** Compares models of one catalog on the same terms. Dossiers are opened once and kept. */
export type Comparer = (modelIds: readonly string[]) => Comparison;

/**
 * Opens a catalog for comparing.
 *
 * @returns a function from two or more model ids, each in the catalog and none twice, to the answer
 */
export function comparerOf(catalog: Catalog, terms: ComparisonTerms): Comparer {
  const { asOf, askedOn, traffic, constraints } = terms;
  const dossiers = dossiersOf(catalog, asOf);
  const benchmarkById = benchmarksIn(catalog);
  const names = namesIn(catalog);
  const ask = constraints.length === 0 ? unconstrained(traffic) : { traffic, constraints };
  const tasks = tasksOf(traffic);
  const stakes = {
    skills: [...ownSkills(catalog.benchmarks, terms.task), ...(terms.skills ?? skills)],
    tasks,
    failedTaskUsd: terms.failedTaskUsd,
  };

  const tauSource =
    terms.tauPoints === undefined ? assumptions.tau : given("your non-sampling error", askedOn);

  return (modelIds) => {
    const compared = modelIds.map(dossiers.of);
    const candidates = candidatesOf(compared, ask);
    const rows = scoreRowsOf(compared, benchmarkById, terms.tauPoints);
    const book = sourceBook();
    const context: ComparisonContext = {
      candidates,
      rows,
      traffic,
      tasks,
      catalog,
      asOf,
      askedOn,
      tauSource,
      book,
      dossierOf: (id) => (names.has(id) ? dossiers.of(id) : undefined),
    };
    const verdict = decide(
      {
        candidates,
        rows,
        traffic,
        stakes,
        constraints: constraints.map(({ text }) => text),
        askedOn,
        nameOf: (id) => names.get(id) ?? id,
      },
      book,
    );
    const parts = {
      summary: summaryOf(context),
      verdict,
      ownEvidence: ownEvidenceOf(context),
      scorecard: scorecardOf(context),
      traffic: trafficOf(context),
      cost: costOf(context),
      tradeoffs: tradeoffsOf(context),
      switching: movesOf(context),
      specifications: specificationsOf(context),
      routes: routesOf(context),
      capabilities: capabilitiesOf(context),
      benchmarks: benchmarksOf(context),
      portraits: portraitsOf(context),
      selfHosting: selfHostingOf(context),
      fineTuning: fineTuningOf(context),
      deepDive: deepDiveOf(context),
      questions: questionsOf(context),
      related: relatedOf(context),
      conflicts: conflictsOf(context),
    };
    const { hash, compiledOn } = catalog;
    return {
      asOf,
      askedOn,
      catalog: { hash, compiledOn },
      asked: {
        workload: terms.workload?.file ?? null,
        constraints: constraints.map(({ text }) => text),
        task: terms.task ?? null,
        failedTaskUsd: terms.failedTaskUsd ?? null,
      },
      models: candidates.map(({ dossier, standing }) =>
        comparedModel(dossier, describeStanding(standing)),
      ),
      ...parts,
      sources: book.list(),
    };
  };
}

function comparedModel({ entry, lifecycle }: ModelDossier, standing: string): ComparedModel {
  const { id, name, maker } = entry;
  return { id, name, maker, status: lifecycle.status, standing };
}
