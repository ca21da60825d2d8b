import { daysBetween } from "../calendar.ts";
import type { Catalog } from "../catalog/catalog.ts";
import type { ModelDossier } from "../catalog/dossier.ts";
import type { Candidate } from "../compare/candidate.ts";
import { candidatesOf, describeStanding } from "../compare/candidates.ts";
import type { ComparisonTerms } from "../compare/compare.ts";
import { benchmarksOf } from "../compare/compared-benchmarks.ts";
import { trafficOf } from "../compare/compared-cost.ts";
import type { ComparisonContext, MoveTerms } from "../compare/context.ts";
import { scoreRowsOf } from "../compare/score-rows.ts";
import { type Ask, judgeRoute } from "../compare/screen.ts";
import { isRetired } from "../compare/standing.ts";
import { idOf, nameOf } from "../compare/wording.ts";
import { type ConfigurationKind, configurationKinds } from "../configuration/configuration.ts";
import { configurationsFor } from "../configuration/configurations.ts";
import { type Connection, connectionTo } from "../configuration/connection.ts";
import { tasksOf } from "../cost/traffic.ts";
import { assumptions } from "../evidence/assumptions.ts";
import { dossiersOf } from "../evidence/dossiers.ts";
import { given } from "../evidence/given.ts";
import { type SourceBook, sourceBook } from "../evidence/source-book.ts";
import { answeredFallback } from "./answered-fallback.ts";
import { checklistOf } from "./checklist.ts";
import { countedCost } from "./counted-cost.ts";
import { soonestEnd } from "./lifecycle-rules.ts";
import { movesOf } from "./moves.ts";
import type { AnsweredConnection, SwitchAnswer, SwitchSide } from "./switch-answer.ts";
import { switchSummary } from "./switch-summary.ts";

/** A move from one model to another, by their ids, and what the asker says of it. */
export interface SwitchQuestion extends Omit<ComparisonTerms, "skills" | "failedTaskUsd"> {
  readonly from: string;
  readonly to: string;
  /** Ids of routes to use instead of the ones a comparison would choose. */
  readonly fromRoute?: string | undefined;
  readonly toRoute?: string | undefined;
  readonly moving: MoveTerms;
  /** True: the second model stands behind the first, instead of taking its place. */
  readonly isFallback: boolean;
  /** Libraries to write files for; absent: all of them. */
  readonly configurations?: readonly ConfigurationKind[] | undefined;
}

/** Says what a move changes in both directions, and writes the files that make it. */
export function switchModels(catalog: Catalog, question: SwitchQuestion): SwitchAnswer {
  const { asOf, askedOn, moving } = question;
  const book = sourceBook();
  const usual = contextOf(catalog, question, book);
  const fallback = question.isFallback
    ? answeredFallback(usual, {
        constraints: question.constraints,
        firstRoute: question.fromRoute,
        secondRoute: question.toRoute,
      })
    : null;
  const { first: fromRoute, second: toRoute } = fallback?.take ?? {
    first: question.fromRoute,
    second: question.toRoute,
  };
  const isAsUsual = fromRoute === question.fromRoute && toRoute === question.toRoute;
  const context = isAsUsual ? usual : contextOf(catalog, { ...question, fromRoute, toRoute }, book);
  const { candidates } = context;
  const [from, to] = candidates;
  if (from === undefined || to === undefined) throw new Error("a move has two ends");
  const switching = movesOf(context);
  const [there] = switching;
  if (there === undefined) throw new Error("a move has a direction");
  const rows = benchmarksOf(context);
  const shown = rows.filter(({ label }) => label === "clear" || label === "likely");
  const others = rows.filter(({ label }) => label === "within-noise").length;
  const called = question.isFallback
    ? [from, to].filter(isCallable)
    : [to, ...(isCallable(from) ? [from] : [])];
  const connections = called.map((each) => ({ each, connection: connect(each) }));
  const connectionOf = (candidate: Candidate) =>
    connections.find(({ each }) => idOf(each) === idOf(candidate))?.connection;
  const written = configurationsFor(
    { called, purpose: purposeOf(from, to, question.isFallback) },
    question.configurations ?? configurationKinds,
  );
  return {
    asOf,
    askedOn,
    movesOn: moving.on,
    catalog: { hash: catalog.hash, compiledOn: catalog.compiledOn },
    from: sideOf(from, context),
    to: sideOf(to, context),
    traffic: trafficOf(context),
    summary: switchSummary(context, there, { shown, others }),
    switching,
    benchmarks: shown,
    benchmarksWithoutDifference: others,
    fallback,
    checklist: checklistOf({
      from,
      to,
      move: there,
      connections: { from: connectionOf(from), to: connectionOf(to) },
    }),
    connections: connections.flatMap(({ each, connection }) =>
      connection === undefined ? [] : [answeredConnection(idOf(each), connection, book)],
    ),
    configurationsAsked: question.configurations ?? [],
    configurations: written.flatMap((each) =>
      each.isWritten
        ? [{ ...each.configuration, sources: book.cite(each.configuration.sources) }]
        : [],
    ),
    notWritten: written.flatMap((each) =>
      each.isWritten ? [] : [{ for: each.for, because: each.because }],
    ),
    sources: book.list(),
  };
}

function contextOf(
  catalog: Catalog,
  question: SwitchQuestion,
  book: SourceBook,
): ComparisonContext {
  const { asOf, askedOn, traffic, constraints, moving, tauPoints } = question;
  const dossiers = dossiersOf(catalog, asOf);
  const compared = [dossiers.of(question.from), dossiers.of(question.to)];
  const pinned = [question.fromRoute, question.toRoute];
  const narrowed = compared.map((dossier, index) => onlyRoute(dossier, pinned[index]));
  const ids = new Set(catalog.models.map(({ id }) => id));
  const benchmarkById = new Map(catalog.benchmarks.map((each) => [each.id, each]));
  const ask = { traffic, constraints };
  const weighed = candidatesOf(narrowed, ask);
  const used = question.isFallback
    ? weighed
    : weighed.map((each, index) => (index === 0 ? asInUse(each, ask) : each));
  return {
    candidates: used.map((candidate, index) =>
      whole(candidate, compared[index] ?? candidate.dossier, pinned[index]),
    ),
    rows: scoreRowsOf(compared, benchmarkById, tauPoints),
    traffic,
    tasks: tasksOf(traffic),
    constraints,
    catalog,
    asOf,
    askedOn,
    tauSource:
      tauPoints === undefined ? assumptions.tau : given("your non-sampling error", askedOn),
    book,
    dossierOf: (id) => (ids.has(id) ? dossiers.of(id) : undefined),
    moving,
  };
}

/** What is left may fail the musts: that is a reason to go. It still has a route and a bill. */
function asInUse(candidate: Candidate, ask: Ask): Candidate {
  if (candidate.standing.kind !== "fails") return candidate;
  const [free] = candidatesOf([candidate.dossier], { ...ask, constraints: [] });
  if (free?.route === undefined) return candidate;
  return { ...free, constraints: judgeRoute(free.dossier, free.route, ask) };
}

function onlyRoute(dossier: ModelDossier, route: string | undefined): ModelDossier {
  if (route === undefined) return dossier;
  return { ...dossier, routes: dossier.routes.filter(({ entry }) => entry.id === route) };
}

/** The choice was made among fewer routes; what is said of the model needs all of them. */
function whole(candidate: Candidate, dossier: ModelDossier, pinned: string | undefined): Candidate {
  const route = candidate.route ?? dossier.routes.find(({ entry }) => entry.id === pinned);
  const isUnpriced = candidate.route === undefined && candidate.standing.kind === "no-route";
  return {
    ...candidate,
    dossier,
    ...(route === undefined ? {} : { route }),
    ...(route !== undefined && isUnpriced && route.lifecycle.status !== "retired"
      ? { standing: { kind: "selectable" } as const }
      : {}),
  };
}

const isCallable = (candidate: Candidate) => candidate.route !== undefined && !isRetired(candidate);

const anyFormat: readonly string[] = ["chat-completions", "responses", "messages"];
const connect = (candidate: Candidate) => connectionTo(candidate, anyFormat);

function purposeOf(from: Candidate, to: Candidate, isFallback: boolean): string {
  if (isFallback) return `${nameOf(from)}, and ${nameOf(to)} when it fails`;
  return isCallable(from)
    ? `From ${nameOf(from)} to ${nameOf(to)}: the old model answers when the new one fails`
    : `From ${nameOf(from)}, which can no longer be called, to ${nameOf(to)}`;
}

function sideOf(candidate: Candidate, context: ComparisonContext): SwitchSide {
  const { moving, book } = context;
  const { dossier, route, standing } = candidate;
  const cost = countedCost(candidate, context);
  const { lifecycle } = soonestEnd(candidate);
  const { retiresOn } = lifecycle;
  return {
    model: idOf(candidate),
    name: nameOf(candidate),
    route: route?.entry.id ?? null,
    provider: route?.provider.name ?? null,
    status: dossier.lifecycle.status,
    standing: describeStanding(standing),
    retiresOn: retiresOn ?? null,
    daysLeft: lifecycle.daysLeft ?? null,
    daysLeftOnMove:
      retiresOn === undefined || moving === undefined ? null : daysBetween(moving.on, retiresOn),
    successors: dossier.lifecycle.successors,
    monthlyUsd: cost.known ? cost.monthlyUsd : null,
    lowUsd: cost.known ? cost.lowUsd : null,
    highUsd: cost.known ? cost.highUsd : null,
    sources: book.cite([...(cost.known ? cost.sources : []), ...lifecycle.sources]),
  };
}

function answeredConnection(
  model: string,
  { provider, speaks, baseUrl, modelName, apiKeyEnv, note, sources }: Connection,
  book: SourceBook,
): AnsweredConnection {
  return {
    model,
    provider,
    speaks,
    baseUrl,
    modelName,
    apiKeyEnv,
    note,
    sources: book.cite(sources),
  };
}
