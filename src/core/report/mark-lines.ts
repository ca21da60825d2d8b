import type { AnswerValue } from "../compare/comparison.ts";
import type { Subject } from "../evidence/claim.ts";
import { kindRank } from "../evidence/rank.ts";
import type { CitedSource } from "../evidence/source-book.ts";

/** What a mark says before its sources, one short sentence each. */
export type MarkLines = readonly string[];

const othersAtMost = 3;

/** A value with its unit, and what else is claimed with the reason why it lost. */
export function valueLines(
  label: string,
  value: AnswerValue,
  sources: readonly CitedSource[],
): MarkLines {
  switch (value.state) {
    case "known":
      return [
        `${label}: ${value.text}.`,
        ...otherLines(value.overruled, "Overruled", sources),
        ...whyLines(value.sources, value.overruled, sources),
      ];
    case "disputed":
      return [
        `${label}: disputed.`,
        ...otherLines(value.values, "Claimed", sources),
        "They stand equally near and are of the same day, so none is taken.",
      ];
    case "unknown":
      return [`${label}: unknown, ${value.because}.`];
  }
}

/** The same where there is more to say than stands beside the mark; else nothing. */
export function storyLines(
  label: string,
  value: AnswerValue,
  sources: readonly CitedSource[],
): MarkLines {
  const isPlain = value.state === "known" && value.overruled.length === 0;
  return isPlain ? [] : valueLines(label, value, sources);
}

/** What would settle any unknown. */
export const unstatedLines: MarkLines = [
  "No source states it; a line of your own in steelyard.facts.yaml settles it.",
];

/** What would settle an unknown: a line of one's own. */
export function settlingLine(subject: Subject, property: string): string {
  return `A line in steelyard.facts.yaml settles it: { subject: "${subject}", property: ${property}, value: …, source: …, observedOn: … }`;
}

type Claimed = readonly { readonly text: string; readonly sources: readonly string[] }[];

function otherLines(claimed: Claimed, word: string, sources: readonly CitedSource[]): MarkLines {
  const shown = claimed.slice(0, othersAtMost).map((each) => {
    const first = sources.find(({ id }) => id === each.sources[0]);
    const by = first === undefined ? "" : ` (${first.name}, ${first.observedOn})`;
    return `${word}: ${each.text}${by}.`;
  });
  const rest = claimed.length - shown.length;
  return rest === 0 ? shown : [...shown, `${rest} more values were claimed.`];
}

/** Why the value stands against the strongest of those that lost: the rule of ranks, in words. */
function whyLines(
  ids: readonly string[],
  overruled: Claimed,
  sources: readonly CitedSource[],
): MarkLines {
  const winner = sources.find(({ id }) => id === ids[0]);
  const loser = sources.find(({ id }) => id === overruled[0]?.sources[0]);
  if (winner === undefined || loser === undefined) return [];
  return [`It stands because ${whyNearer(winner, loser)}.`];
}

function whyNearer(winner: CitedSource, loser: CitedSource): string {
  if (kindRank[winner.kind] < kindRank[loser.kind]) {
    return `${winner.name} is nearer: ${rankWords(winner)} against ${rankWords(loser)}`;
  }
  if (winner.confidence !== loser.confidence) {
    return `${winner.name} is the surer source (${winner.confidence} against ${loser.confidence} confidence)`;
  }
  if (winner.observedOn > loser.observedOn) {
    return `${winner.name} is newer (${winner.observedOn} against ${loser.observedOn})`;
  }
  if (winner.kind === "aggregator" && winner.name !== loser.name) {
    return `${winner.name} counts before ${loser.name} among collectors`;
  }
  return "most independent sources say so";
}

function rankWords({ kind }: CitedSource): string {
  return kind === "aggregator" ? "collector" : kind.replaceAll("-", " ");
}
