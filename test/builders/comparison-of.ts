import type { Candidate } from "../../src/core/compare/candidate.ts";
import { capabilitiesOf } from "../../src/core/compare/capabilities.ts";
import { routesOf } from "../../src/core/compare/compared-routes.ts";
import type { Comparison } from "../../src/core/compare/comparison.ts";
import { conflictsOf } from "../../src/core/compare/conflicts.ts";
import { deepDiveOf } from "../../src/core/compare/deep-dive.ts";
import { fineTuningOf } from "../../src/core/compare/fine-tuning.ts";
import { portraitsOf } from "../../src/core/compare/portraits.ts";
import { questionsOf } from "../../src/core/compare/questions.ts";
import { relatedOf } from "../../src/core/compare/related.ts";
import { scorecardOf } from "../../src/core/compare/scorecard.ts";
import { selfHostingOf } from "../../src/core/compare/self-hosting.ts";
import { specificationsOf } from "../../src/core/compare/specifications.ts";
import { summaryOf } from "../../src/core/compare/summary.ts";
import { movesOf } from "../../src/core/switching/moves.ts";
import { tradeoffsOf } from "../../src/core/tradeoffs/tradeoffs.ts";
import { contextOf } from "./context-of.ts";

/** An answer to print in tests: its parts are real, its verdict and costs are as given. */
export function comparisonOf(
  candidates: readonly Candidate[],
  given: Partial<Comparison> = {},
): Comparison {
  const context = contextOf(candidates);
  const parts = {
    ownEvidence: [],
    summary: summaryOf(context),
    scorecard: scorecardOf(context),
    tradeoffs: tradeoffsOf(context),
    switching: movesOf(context),
    specifications: specificationsOf(context),
    routes: routesOf(context),
    capabilities: capabilitiesOf(context),
    portraits: portraitsOf(context),
    selfHosting: selfHostingOf(context),
    fineTuning: fineTuningOf(context),
    deepDive: deepDiveOf(context),
    questions: questionsOf(context),
    related: relatedOf(context),
    conflicts: conflictsOf(context),
  };
  return {
    asOf: context.asOf,
    askedOn: context.askedOn,
    catalog: { hash: "7f3a9c2", compiledOn: "2026-11-20" },
    asked: { workload: null, constraints: [], task: null, failedTaskUsd: null },
    models: candidates.map(({ dossier: { entry, lifecycle } }) => ({
      id: entry.id,
      name: entry.name,
      maker: entry.maker,
      status: lifecycle.status,
      standing: "can be used",
    })),
    verdict: openVerdict,
    traffic: {
      inputTokens: 800_000_000,
      outputTokens: 250_000_000,
      tasks: 100_000,
      text: "800M tokens in, 250M out a month",
      sources: [],
    },
    cost: {
      models: [],
      gapUsd: null,
      savingShare: null,
      cheapest: null,
      relation: "unknown",
      overTraffic: null,
      text: "The gap is unknown.",
      sources: [],
    },
    benchmarks: [],
    ...parts,
    sources: context.book.list(),
    ...given,
  };
}

const openVerdict: Comparison["verdict"] = {
  kind: "not-decidable",
  choice: null,
  otherwise: null,
  conditions: [],
  sentence: "Not decidable: quality is unknown.",
  warnings: [],
  reasons: [],
  flips: [],
  flipsSearched: [],
  confidence: {
    level: "low",
    probability: null,
    caps: [],
    because: "nothing is chosen",
    sources: [],
  },
  missing: [],
  rest: [],
  bySkill: [],
};
