import type { Catalog } from "../catalog/catalog.ts";
import type { ModelDossier } from "../catalog/dossier.ts";
import { isSelectable } from "../compare/candidate.ts";
import { candidatesOf } from "../compare/candidates.ts";
import { trafficOf } from "../compare/compared-cost.ts";
import { type ScreenedRoute, screenRoutes } from "../compare/screen.ts";
import { type TrafficProfile, tasksOf } from "../cost/traffic.ts";
import { dossiersOf } from "../evidence/dossiers.ts";
import { knownValue } from "../evidence/fact.ts";
import { sourceBook } from "../evidence/source-book.ts";
import { onceForDay } from "../once-for.ts";
import type { IsoDate, Points, Usd } from "../units.ts";
import type { Constraint } from "../verdict/constraints.ts";
import { ownSkills } from "../verdict/own-skills.ts";
import type { Stakes } from "../verdict/pair-decision.ts";
import type { Skill } from "../verdict/skills.ts";
import { constraintPrices } from "./constraint-prices.ts";
import { contestOf } from "./contest.ts";
import { countsOf, modelResults, openQuestions, whyOut } from "./counts.ts";
import { citedPrice, judgedRoutes } from "./judged-routes.ts";
import { ownMachinesOf } from "./own-machines.ts";
import { isScored } from "./quality.ts";
import { rememberingRelations } from "./relations.ts";
import { rememberingConstraints, rememberingTraffic } from "./remembered.ts";
import type { Shortlist } from "./shortlist.ts";
import { beatenModels, frontModels, usableModels } from "./usable-models.ts";

/** What is asked of a catalog. */
export interface FindTerms {
  readonly askedOn: IsoDate;
  readonly traffic: TrafficProfile;
  readonly constraints: readonly Constraint[];
  /** The kind of work; absent: nobody says which quality counts, and there is no shortlist. */
  readonly task?: string | undefined;
  /** Skills of that work. */
  readonly skills: readonly Skill[];
  readonly failedTaskUsd?: Usd | undefined;
  readonly tauPoints?: Points | undefined;
  /** Only these; absent: all. */
  readonly models?: readonly string[] | undefined;
  readonly workload?: string | undefined;
}

/** Holds every model and route of one catalog against the terms. */
export type Finder = (terms: FindTerms) => Shortlist;

/** Up to so many models named, each route is shown with every judgement. */
const fewModels = 5;

/** Opens a catalog for finding, as of a day. Dossiers are opened once and kept with the catalog. */
export const finderOf = onceForDay(openFinder);

function openFinder(catalog: Catalog, asOf: IsoDate): Finder {
  const dossiers = dossiersOf(catalog, asOf);
  const benchmarkById = new Map(catalog.benchmarks.map((each) => [each.id, each]));
  const all = catalog.models.map(({ id }) => id);

  const remembered = rememberingConstraints();
  const lastTraffic = rememberingTraffic();
  const relationsOf = rememberingRelations(benchmarkById);

  return (asked) => {
    const skills = [...ownSkills(catalog.benchmarks, asked.task), ...asked.skills];
    const terms = { ...asked, skills };
    const { askedOn } = terms;
    const traffic = lastTraffic(terms.traffic);
    const constraints = terms.constraints.map(remembered);
    const considered = (terms.models ?? all).map(dossiers.of).filter(isReleased);
    const ask = { traffic, constraints };
    const screened = considered.flatMap((dossier) => screenRoutes(dossier, ask));
    const usable = usableOf(considered, screened);
    const candidates = candidatesOf(usable, ask);
    const able = candidates.filter(isSelectable);
    const stakes = stakesOf(terms);
    const scored =
      terms.task === undefined ? [] : able.filter((each) => isScored(each.dossier, skills));
    const contest = contestOf(scored, { stakes, relationsOf: relationsOf(terms) });
    const book = sourceBook();
    const setting = { book, stakes, benchmarkById, scored };
    const texts = constraints.map(({ text }) => text);
    const isDetailed = terms.models !== undefined && terms.models.length <= fewModels;
    const { hash, compiledOn } = catalog;
    return {
      asOf,
      askedOn,
      catalog: { hash, compiledOn },
      workload: terms.workload ?? null,
      constraints: texts,
      task: terms.task ?? null,
      traffic: trafficOf({ traffic, tasks: stakes.tasks, askedOn, book }),
      counts: {
        models: countsOf(modelResults(considered, screened)),
        routes: countsOf(screened.map(({ result }) => result)),
      },
      shortlist: frontModels(contest.front, setting),
      apart: frontModels(
        contest.apart.map((candidate) => ({ candidate })),
        setting,
      ),
      beaten: beatenModels(contest.beaten, setting),
      unscored: usableModels(
        able.filter((each) => !scored.includes(each)),
        setting,
      ),
      ownMachines: ownMachinesOf(considered, constraints, book),
      out: whyOut(considered, screened),
      constraintPrices: constraintPrices(texts, screened).map((price) => citedPrice(price, book)),
      open: openQuestions(screened),
      routes: judgedRoutes(
        isDetailed ? screened : screened.filter(({ result }) => result !== "fails"),
        {
          book,
          ask,
          isDetailed,
        },
      ),
      sources: book.list(),
    };
  };
}

/** Out on the day asked about; without a known release it always was. */
function isReleased({ fact, asOf }: ModelDossier): boolean {
  const released = knownValue(fact("model.release_date"));
  return typeof released !== "string" || released <= asOf;
}

function stakesOf({ skills, traffic, failedTaskUsd }: FindTerms): Stakes {
  return { skills, tasks: tasksOf(traffic), failedTaskUsd };
}

/** Models with a route that does not fail. */
function usableOf(
  considered: readonly ModelDossier[],
  screened: readonly ScreenedRoute[],
): readonly ModelDossier[] {
  const held = new Set(
    screened.filter(({ result }) => result !== "fails").map(({ dossier }) => dossier),
  );
  return considered.filter((dossier) => held.has(dossier));
}
