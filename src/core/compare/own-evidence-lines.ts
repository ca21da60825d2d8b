import type { RouteDossier } from "../catalog/dossier.ts";
import { properties } from "../catalog/property.ts";
import type { Claim } from "../evidence/claim.ts";
import { groupBy } from "../group-by.ts";
import { formatNumber, formatTokens } from "../report/format.ts";
import { ownSkills, speaksForItself } from "../verdict/own-skills.ts";
import { isUsable, type SkillRelation, skillRelations } from "../verdict/skill-relation.ts";
import { skills } from "../verdict/skills.ts";
import type { CitedText } from "../verdict/verdict.ts";
import type { Candidate } from "./candidate.ts";
import type { ComparisonContext } from "./context.ts";
import { propertyText } from "./property-text.ts";
import type { PairGap } from "./score-row.ts";
import { citedText, idOf, listed, lowerFirst, nameOf, type SourcedText } from "./wording.ts";

const shownAtMost = 12;

/** What the team's own runs and probes say of the compared models, and where that is not what others say. */
export function ownEvidenceOf(context: ComparisonContext): readonly CitedText[] {
  return [...runLines(context), ...probeLines(context)]
    .slice(0, shownAtMost)
    .map((line) => citedText(context.book, line));
}

function runLines({ candidates, rows, catalog }: ComparisonContext): readonly SourcedText[] {
  const suites = ownSkills(catalog.benchmarks, undefined);
  if (suites.length === 0) return [];
  return candidates.flatMap((a, i) =>
    candidates.slice(i + 1).flatMap((b) => {
      const published = skillRelations(rows, idOf(a), idOf(b), skills).filter(isUsable);
      return skillRelations(rows, idOf(a), idOf(b), suites).flatMap((own) =>
        runLine(own, [a, b], published),
      );
    }),
  );
}

function runLine(
  own: SkillRelation,
  pair: readonly [Candidate, Candidate],
  published: readonly SkillRelation[],
): readonly SourcedText[] {
  const { row, gap } = own;
  if (row === undefined || gap === undefined) return [];
  const { fromScore, toScore } = gap;
  const when = `${formatTokens(row.items ?? 0)} prompts, ${fromScore.source.observedOn}`;
  const smallness = speaksForItself(own)
    ? ""
    : " Too few prompts to count by themselves: published tests count beside them.";
  const text = `${capitalised(row.name)} (${when}): ${differenceText(gap, own, pair)}.${verbosityText(gap, pair)}${contradiction(own, pair, published)}${smallness}`;
  const others = contradicting(own, published).flatMap((each) =>
    each.gap === undefined ? [] : [each.gap.fromScore.source, each.gap.toScore.source],
  );
  return [{ text, sources: [fromScore.source, toScore.source, ...others] }];
}

function differenceText(
  { from, fromScore, toScore, gap }: PairGap,
  { ahead, standing }: SkillRelation,
  pair: readonly [Candidate, Candidate],
): string {
  const isFrom = ahead === null ? idOf(pair[0]) === from : ahead === from;
  const [own, other] = isFrom ? [fromScore, toScore] : [toScore, fromScore];
  const leader = pair.find((each) => (idOf(each) === from) === isFrom) ?? pair[0];
  const rival = leader === pair[0] ? pair[1] : pair[0];
  const points = formatNumber(Math.abs(gap.deltaPoints), 1);
  const [low, high] = gap.interval95 ?? [0, 0];
  const ends = (isFrom ? [-high, -low] : [low, high]).map((each) => formatNumber(each, 1));
  const range = gap.interval95 === null ? "" : ` (95 %: ${ends.join(" to ")})`;
  const scores = `${nameOf(leader)} ${formatNumber(own.score, 1)} % against ${nameOf(rival)} ${formatNumber(other.score, 1)} %`;
  const sure = standing === "clear" ? "clearly" : "probably";
  return ahead === null
    ? `${scores}, no difference established${range}`
    : `${scores}, ${sure} ahead by ${points} points${range}`;
}

/** Whose answers take more tokens, from a twentieth more on: that much the bill is off. */
function verbosityText(
  { from, fromScore, toScore }: PairGap,
  pair: readonly [Candidate, Candidate],
): string {
  const [a, b] = [fromScore.outputTokens, toScore.outputTokens];
  if (a === undefined || b === undefined || Math.min(a, b) <= 0) return "";
  const isFrom = a > b;
  const ratio = isFrom ? a / b : b / a;
  if (ratio < 1.05) return "";
  const wordy = pair.find((each) => (idOf(each) === from) === isFrom);
  return ` ${wordy === undefined ? "" : nameOf(wordy)} writes ${formatNumber(ratio, 2)} times the output (${formatNumber(Math.max(a, b), 0)} against ${formatNumber(Math.min(a, b), 0)} tokens an answer).`;
}

/** Published tests that have somebody ahead whom the run does not have ahead. */
function contradicting(
  own: SkillRelation,
  published: readonly SkillRelation[],
): readonly SkillRelation[] {
  return published.filter(({ ahead }) => ahead !== null && ahead !== own.ahead);
}

const namedAtMost = 3;

function contradiction(
  own: SkillRelation,
  pair: readonly [Candidate, Candidate],
  published: readonly SkillRelation[],
): string {
  const byLeader = groupBy(contradicting(own, published), ({ ahead }) => ahead);
  return pair
    .map((leader) => {
      const against = byLeader.get(idOf(leader)) ?? [];
      if (against.length === 0) return "";
      const tests = against
        .slice(0, namedAtMost)
        .map(({ skill, row }) => `${skill.label} (${row?.name})`);
      const more = against.length - tests.length;
      const named = listed(more > 0 ? [...tests, `${more} more`] : tests);
      return own.ahead === null
        ? ` Published tests have ${nameOf(leader)} ahead in ${named}; your prompts do not show it.`
        : ` Published tests say otherwise: ${nameOf(leader)} is ahead in ${named}.`;
    })
    .join("");
}

function probeLines({ candidates, catalog }: ComparisonContext): readonly SourcedText[] {
  return candidates.flatMap(({ dossier }) =>
    dossier.routes.flatMap((route) => {
      const seen = catalog
        .claimsAbout(`route:${route.entry.id}`)
        .filter(({ source }) => source.kind === "own-evidence");
      const where = `${dossier.entry.name} at ${route.provider.name}`;
      return [...groupBy(seen, ({ source }) => source).values()].map((claims) =>
        seenLine(claims, where, route),
      );
    }),
  );
}

function seenLine(claims: readonly Claim[], where: string, route: RouteDossier): SourcedText {
  const [first] = claims;
  const by =
    first === undefined ? "" : `${lowerFirst(first.source.name)}, ${first.source.observedOn}`;
  const others = claims.flatMap(({ property }) => overruledIn(route, property));
  return {
    text: `${where}, by ${by}: ${claims.map((claim) => seenText(claim, route)).join("; ")}.`,
    sources: [...claims.map(({ source }) => source), ...others.flatMap(({ sources }) => sources)],
  };
}

function seenText({ property, value, note }: Claim, route: RouteDossier): string {
  const label = lowerFirst(properties[property].label);
  const remark = note === undefined ? "" : ` (${note})`;
  const said = overruledIn(route, property).map((each) => propertyText(property, each.value));
  const instead = said.length === 0 ? "" : `, where the catalog says ${listed(said)}`;
  return `${label} ${propertyText(property, value)}${remark}${instead}`;
}

function overruledIn(route: RouteDossier, property: Claim["property"]) {
  const fact = route.fact(property);
  return fact.state === "known" ? fact.overruled : [];
}

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
