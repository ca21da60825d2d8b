/**
 * The pure part: decides from what it is given. No file, network, clock or dice, so it runs in a
 * browser as it does on a server.
 */

export type { Catalog, QuarantinedClaim } from "./catalog/catalog.ts";
export { type CatalogContent, catalogFrom } from "./catalog/catalog-from.ts";
export type { Conditions } from "./catalog/conditions.ts";
export type {
  Benchmark,
  ModelEntry,
  ProviderEntry,
  ProviderKind,
  RouteEntry,
  Score,
} from "./catalog/entries.ts";
export { modelsOfSlug, type SlugMeaning } from "./catalog/models-of-slug.ts";
export { type Addressed, addressOf, comparisonSlug } from "./catalog/page-address.ts";
export { isProperty, type Property, type PropertyValue, properties } from "./catalog/property.ts";
export { type Identify, withClaims } from "./catalog/with-claims.ts";
export type { Change, ChangeKind, ChangeScope, Side } from "./changes/change.ts";
export { changesBetween } from "./changes/changes-between.ts";
export { type Comparer, type ComparisonTerms, comparerOf } from "./compare/compare.ts";
export type { AnswerValue, Comparison } from "./compare/comparison.ts";
export {
  type Configuration,
  type ConfigurationKind,
  configurationKinds,
} from "./configuration/configuration.ts";
export {
  type CostAnswer,
  type CostItem,
  type KnownCost,
  monthlyCost,
  type UnknownCost,
} from "./cost/monthly-cost.ts";
export { parseTraffic } from "./cost/parse-traffic.ts";
export type { PriceRow, PriceSchedule } from "./cost/price-row.ts";
export { requestCost, type TokenUsage } from "./cost/request-cost.ts";
export { defaultTraffic, type TrafficProfile, type TrafficTier } from "./cost/traffic.ts";
export type { Claim, Subject } from "./evidence/claim.ts";
export { type ClaimedValue, type Fact, known, unknown } from "./evidence/fact.ts";
export { type Resolution, resolve } from "./evidence/resolve.ts";
export type { Source, SourceKind } from "./evidence/source.ts";
export type { CitedSource } from "./evidence/source-book.ts";
export { type Identity, identifierFor } from "./identity/identifier.ts";
export { type Named, type NameMatch, type RankedName, rankNames } from "./identity/rank-names.ts";
export { type SearchEntry, searchIndex } from "./identity/search-index.ts";
export { describeProblem } from "./problems/describe-problem.ts";
export type { Outcome, Problem, ProblemCode, ProblemText } from "./problems/problem.ts";
export { comparisonDocument } from "./report/comparison-document.ts";
export type { Document, Mark, Target } from "./report/document.ts";
export { documentToMarkdown } from "./report/markdown.ts";
export { documentToText } from "./report/text.ts";
export { type Finder, type FindTerms, finderOf } from "./shortlist/finder.ts";
export type { Shortlist } from "./shortlist/shortlist.ts";
export { type ModelConfig, parseModelConfig } from "./sizing/config/model-config.ts";
export type { SizeAnswer } from "./sizing/size-answer.ts";
export type { SizingFacts } from "./sizing/sizing-facts.ts";
export { type Gap, type GapInput, type GapLabel, gapBetween } from "./stats/gap.ts";
export { itemsNeeded } from "./stats/items-needed.ts";
export { type Comparability, defaultTau } from "./stats/tau.ts";
export type { SwitchAnswer } from "./switching/switch-answer.ts";
export { type SwitchQuestion, switchModels } from "./switching/switch-models.ts";
export type { IsoDate, Points, Ratio, Tokens, Usd, UsdPerMtok } from "./units.ts";
export { type Constraint, parseConstraint } from "./verdict/constraints.ts";
export { type Skill, skills } from "./verdict/skills.ts";
export { type Task, tasks } from "./verdict/tasks.ts";
export type { Flip, Verdict, VerdictKind } from "./verdict/verdict.ts";
export type { Workload } from "./workload/workload.ts";
