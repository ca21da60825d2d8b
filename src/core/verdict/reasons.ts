import type { RouteDossier } from "../catalog/dossier.ts";
import type { Score } from "../catalog/entries.ts";
import type { Candidate } from "../compare/candidate.ts";
import { describeStanding } from "../compare/candidates.ts";
import type { ScoreRow } from "../compare/score-row.ts";
import { counted } from "../compare/wording.ts";
import { sourcesOf } from "../evidence/fact.ts";
import type { Source } from "../evidence/source.ts";
import {
  formatNumber,
  formatPercent,
  formatProbability,
  formatTokens,
  formatUsd,
} from "../report/format.ts";
import { contextOf } from "./conditions-of.ts";
import { billSources } from "./flips-of.ts";
import type { PairDecision } from "./pair-decision.ts";
import { type SkillRelation, skillRelations } from "./skill-relation.ts";
import type { Skill } from "./skills.ts";
import { chanceWrongOf, independentOf } from "./support.ts";
import type { Reason } from "./verdict.ts";

export type DraftReason = Omit<Reason, "sources"> & { readonly sources: readonly Source[] };

/** A reason with the sources of each of its figures, copies left out. */
function backed(
  reason: Omit<DraftReason, "sources" | "chanceWrong">,
  figures: readonly (readonly Source[])[],
): DraftReason {
  const sources = figures.flatMap(independentOf);
  return { ...reason, chanceWrong: sources.length === 0 ? null : chanceWrongOf(figures), sources };
}

/** How many skills the reasons name beside cost and limits. */
const skillsNamed = 2;

/** The figures behind a decision, the weightiest first: two to five. Each says the choice's side first. */
export function reasonsOf(decision: PairDecision): readonly DraftReason[] {
  const { cost, choice } = decision;
  const chosen = choice ?? cost.cheaper;
  const rival = chosen === cost.cheaper ? cost.dearer : cost.cheaper;
  return [
    costReason(decision, chosen, rival),
    ...qualityReasons(decision, chosen),
    contextReason(chosen, rival),
    routesReason(chosen, rival),
  ]
    .filter((reason) => reason !== undefined)
    .slice(0, 5);
}

/** Why one is left: what it costs, why the others are out, and how it compares with them where scores say. */
export function reasonsOfOnly(
  only: Candidate,
  others: readonly Candidate[],
  rows: readonly ScoreRow[],
  skills: readonly Skill[],
): readonly DraftReason[] {
  const bill = only.cost.known ? `${formatUsd(only.cost.monthlyUsd)} a month` : "unknown";
  const quality = others.flatMap((other) => {
    const relations = skillRelations(rows, only.dossier.entry.id, other.dossier.entry.id, skills);
    const settled = relations.filter(({ ahead }) => ahead !== null).sort((a, b) => zOf(b) - zOf(a));
    return settled.slice(0, 1).flatMap((relation) => qualityReason(relation, only) ?? []);
  });
  return [
    backed(
      {
        axis: "cost",
        figures: bill,
        label: only.route?.provider.name ?? "",
        text: `${only.dossier.entry.name} costs ${bill}.`,
      },
      [billSources(only)],
    ),
    ...others.map((other) =>
      standingReason(other, `cannot be chosen: ${describeStanding(other.standing)}`),
    ),
    ...quality,
  ].slice(0, 5);
}

/** Why a candidate cannot be used. */
export function standingReason(candidate: Candidate, words: string): DraftReason {
  const { name } = candidate.dossier.entry;
  const label = describeStanding(candidate.standing);
  return backed({ axis: "use", figures: name, label, text: `${name} ${words}.` }, [
    standingSources(candidate),
  ]);
}

/** Who says that a candidate is out. */
export function standingSources({ standing, constraints }: Candidate): readonly Source[] {
  if (standing.kind === "retired") return standing.sources;
  return constraints.filter(({ result }) => result === "fails").flatMap(({ sources }) => sources);
}

function costReason(
  { cost }: PairDecision,
  chosen: Candidate,
  rival: Candidate,
): DraftReason | undefined {
  if (!chosen.cost.known || !rival.cost.known) return undefined;
  const [own, other] = [chosen.cost.monthlyUsd, rival.cost.monthlyUsd];
  const providers = [chosen, rival].map(({ route }) => route?.provider.name ?? "");
  const share = own === other ? 0 : Math.abs(own - other) / Math.max(own, other);
  const label =
    own === other ? "equal" : `${formatPercent(share)} ${own < other ? "less" : "of it less"}`;
  const figures = `${formatUsd(own)} a month against ${formatUsd(other)}`;
  return backed(
    {
      axis: "cost",
      figures,
      label: own <= other ? label : `${formatNumber(own / other, 1)} times as much`,
      text: `${chosen.dossier.entry.name} costs ${figures} (${providers.join(", ")})${cost.standing === "undecided" ? "; the ranges overlap" : ""}.`,
    },
    [billSources(chosen), billSources(rival)],
  );
}

/** The deciding skill first, then those on which one is ahead, strongest first. */
function qualityReasons(decision: PairDecision, chosen: Candidate): readonly DraftReason[] {
  const { deciding, relations } = decision;
  const others = relations
    .filter((each) => each !== deciding && each.ahead !== null)
    .sort((a, b) => zOf(b) - zOf(a));
  return [...(deciding === null ? [] : [deciding]), ...others]
    .slice(0, skillsNamed)
    .flatMap((relation) => qualityReason(relation, chosen) ?? []);
}

const zOf = ({ gap }: SkillRelation): number => gap?.gap.zTotal ?? 0;

function qualityReason(
  { skill, row, gap, standing, ahead }: SkillRelation,
  chosen: Candidate,
): DraftReason | undefined {
  if (row === undefined || gap === undefined) return undefined;
  const id = chosen.dossier.entry.id;
  const [own, other] =
    gap.from === id ? [gap.fromScore, gap.toScore] : [gap.toScore, gap.fromScore];
  const side = ahead === id ? "ahead" : "behind";
  const words = {
    clear: `clearly ${side}`,
    likely: `likely ${side}`,
    "within-noise": "no difference established",
    "unknown-n": "item count unknown",
    "not-comparable": "two different tests",
    none: "no shared test",
  } as const satisfies Record<SkillRelation["standing"], string>;
  const { sameSignProbability } = gap.gap;
  const sure =
    ahead === null || sameSignProbability === null
      ? ""
      : `, ${formatProbability(sameSignProbability)}`;
  const said = { words: words[standing], sure };
  return backed(
    skill.isOwn === true
      ? ownRunWords(row, [own, other], said)
      : publishedWords(skill, { row, gap, scores: [own, other] }, said),
    [[own.source], [other.source]],
  );
}

type ReasonWords = Omit<DraftReason, "sources" | "chanceWrong">;
type OwnAndOther = readonly [own: Score, other: Score];

interface Said {
  readonly words: string;
  readonly sure: string;
}

function publishedWords(
  skill: Skill,
  { row, gap, scores }: Required<Pick<SkillRelation, "row" | "gap">> & { scores: OwnAndOther },
  { words, sure }: Said,
): ReasonWords {
  const items = row.items === null ? "unknown items" : `${formatTokens(row.items)} items`;
  const [own, other] = scores.map(({ score }) => formatNumber(score, 2));
  return {
    axis: skill.label,
    figures: `${row.name} ${own} against ${other}`,
    label: `${words}${sure}`,
    text: `On ${row.name} (${items}; ${gap.because}) it scores ${own} against ${other}: ${words}.`,
  };
}

function ownRunWords(row: ScoreRow, [own, other]: OwnAndOther, { words, sure }: Said): ReasonWords {
  const prompts = `${formatTokens(row.items ?? 0)} prompts`;
  const shares = `${formatNumber(own.score, 1)} % against ${formatNumber(other.score, 1)} %`;
  return {
    axis: "your own run",
    figures: `${shares} passed`,
    label: `${words}${sure}, ${prompts}`,
    text: `In ${row.name} (${prompts}, ${own.source.observedOn}) it passes ${shares}: ${words}.`,
  };
}

function contextReason(chosen: Candidate, rival: Candidate): DraftReason | undefined {
  const [own, other] = [contextOf(chosen), contextOf(rival)];
  if (own === undefined || other === undefined || own === other) return undefined;
  const ratio = own / other;
  if (ratio > 0.9 && ratio < 1.1) return undefined;
  return backed(
    {
      axis: "context",
      figures: `${formatTokens(own)} against ${formatTokens(other)}`,
      label: `${formatNumber(ratio, ratio < 1 ? 2 : 1)} times the window`,
      text: `Its context window holds ${formatTokens(own)} tokens against ${formatTokens(other)}.`,
    },
    [chosen, rival].map(({ route, dossier }) =>
      sourcesOf((route ?? dossier).fact("limit.context")),
    ),
  );
}

function routesReason(chosen: Candidate, rival: Candidate): DraftReason | undefined {
  const [own, other] = [livePricedRoutes(chosen), livePricedRoutes(rival)];
  if (own.length === other.length) return undefined;
  return backed(
    {
      axis: "routes",
      figures: `${own.length} against ${other.length}`,
      label: own.length < other.length ? "fewer sellers" : "more sellers",
      text: `${counted(own.length, "priced route")} against ${other.length}.`,
    },
    [...own, ...other].map(sellersWord),
  );
}

/** Who says that a route sells: all who state its input price, be it another one. */
function sellersWord({ fact, prices }: RouteDossier): readonly Source[] {
  const price = fact("price.input");
  if (price.state === "unknown") return prices[0]?.sources ?? [];
  const others = price.state === "known" ? price.overruled : [];
  return [...sourcesOf(price), ...others.flatMap(({ sources }) => sources)];
}

/** Routes an ordinary request can take today: priced, not a plan, not retired. */
function livePricedRoutes({ dossier }: Candidate): Candidate["dossier"]["routes"] {
  return dossier.routes.filter(
    ({ prices, provider, lifecycle }) =>
      prices.length > 0 && provider.kind !== "plan" && lifecycle.status !== "retired",
  );
}
