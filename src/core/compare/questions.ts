import type { CapabilityProperty } from "../catalog/property.ts";
import { sourcesOf } from "../evidence/fact.ts";
import { formatPercent, formatTokens, formatUsd } from "../report/format.ts";
import type { Candidate } from "./candidate.ts";
import { capabilityOf } from "./capability-of.ts";
import type { Comparison } from "./comparison.ts";
import type { ComparisonContext } from "./context.ts";
import { lifecycleText } from "./lifecycle-text.ts";
import { pairsOf, qualityText } from "./pair-words.ts";
import {
  cheapestFirst,
  factInUse,
  hasOpenWeights,
  liveProvidersOf,
  numberInUse,
  sellerSourcesOf,
} from "./standing.ts";
import { counted, listed, nameOf, type SourcedText } from "./wording.ts";

interface Question {
  readonly question: string;
  readonly answer: (context: ComparisonContext) => SourcedText;
}

/** What people ask first, answered from the facts in full sentences. */
export function questionsOf(context: ComparisonContext): Comparison["questions"] {
  return questions.map(({ question, answer }) => {
    const { text, sources } = answer(context);
    return { question, answer: text, sources: context.book.cite(sources) };
  });
}

const questions: readonly Question[] = [
  { question: "Which is cheaper at this traffic?", answer: cheaper },
  { question: "Is the difference in quality more than noise?", answer: quality },
  { question: "Which reads longer prompts?", answer: longerPrompts },
  { question: "Which can call tools?", answer: (context) => able(context, "cap.tools") },
  { question: "Which can read images?", answer: (context) => able(context, "cap.vision") },
  { question: "Can I run it on my own machines?", answer: ownMachines },
  { question: "Where can I buy it?", answer: whereToBuy },
  { question: "Is one of them about to be retired?", answer: retirement },
];

function cheaper({ candidates }: ComparisonContext): SourcedText {
  const priced = cheapestFirst(candidates);
  const [cheapest, next] = priced;
  const unpriced = candidates.filter((candidate) => !candidate.cost.known).map(nameOf);
  if (cheapest === undefined) return { text: "Unknown: none has a known cost.", sources: [] };
  if (next === undefined) {
    const text = `Unknown: only ${nameOf(cheapest.candidate)} has a known cost (${formatUsd(cheapest.cost.monthlyUsd)} a month).`;
    return { text, sources: cheapest.cost.sources };
  }
  const sources = priced.flatMap(({ cost }) => cost.sources);
  const open = unpriced.length === 0 ? "" : ` No cost is known for ${listed(unpriced)}.`;
  if (cheapest.cost.monthlyUsd === next.cost.monthlyUsd) {
    return {
      text: `They cost the same: ${formatUsd(next.cost.monthlyUsd)} a month.${open}`,
      sources,
    };
  }
  const saving = formatPercent(1 - cheapest.cost.monthlyUsd / next.cost.monthlyUsd);
  const caution =
    cheapest.cost.highUsd < next.cost.lowUsd
      ? ""
      : " Their ranges overlap, so this is not settled until the tokens of both are counted.";
  return {
    text: `${nameOf(cheapest.candidate)}: ${formatUsd(cheapest.cost.monthlyUsd)} a month against ${formatUsd(next.cost.monthlyUsd)} for ${nameOf(next.candidate)}, ${saving} less.${caution}${open}`,
    sources,
  };
}

function quality(context: ComparisonContext): SourcedText {
  const texts = pairsOf(context.candidates).map(([a, b]) => qualityText(a, b, context));
  return {
    text: texts.map(({ text }) => text).join(" "),
    sources: texts.flatMap(({ sources }) => sources),
  };
}

function longerPrompts({ candidates }: ComparisonContext): SourcedText {
  const sources = candidates.flatMap((each) => sourcesOf(factInUse(each, "limit.context")));
  const parts = candidates.map((each) => {
    const tokens = numberInUse(each, "limit.context");
    return `${nameOf(each)}: ${tokens === undefined ? "unknown" : `${formatTokens(tokens)} tokens`}`;
  });
  const windows = candidates.map((each) => numberInUse(each, "limit.context"));
  const most = Math.max(...windows.map((each) => each ?? 0));
  const leaders = candidates.filter((_, index) => windows[index] === most);
  const lead =
    windows.includes(undefined) || leaders.length === candidates.length
      ? ""
      : `${listed(leaders.map(nameOf))}. `;
  const same = leaders.length === candidates.length ? "None: the windows are the same. " : "";
  return { text: `${lead}${same}${parts.join("; ")}.`, sources };
}

function able({ candidates }: ComparisonContext, property: CapabilityProperty): SourcedText {
  const parts = candidates.map((each) => {
    const { value, because } = capabilityOf(each, property);
    return value === "unknown" ? `${nameOf(each)}: ${because}` : `${nameOf(each)}: ${value}`;
  });
  return {
    text: `${parts.join("; ")}.`,
    sources: candidates.flatMap((each) => capabilityOf(each, property).sources),
  };
}

const openWords = { true: "yes, its weights are open", false: "no, it is sold as a service only" };

function ownMachines({ candidates }: ComparisonContext): SourcedText {
  const parts = candidates.map((each) => {
    const isOpen = hasOpenWeights(each.dossier);
    const word = isOpen === undefined ? "unknown" : openWords[isOpen ? "true" : "false"];
    return `${nameOf(each)}: ${word}`;
  });
  return {
    text: `${parts.join("; ")}.`,
    sources: candidates.flatMap(({ dossier }) => sourcesOf(dossier.fact("model.openness"))),
  };
}

function whereToBuy({ candidates }: ComparisonContext): SourcedText {
  const parts = candidates.map((each: Candidate) => {
    const names = liveProvidersOf(each.dossier);
    if (names.length === 0) return `${nameOf(each)}: no provider is known`;
    return `${nameOf(each)}: ${counted(names.length, "provider")} (${listed(names)})`;
  });
  const sources = candidates.flatMap(({ dossier }) => sellerSourcesOf(dossier));
  return { text: `${parts.join("; ")}.`, sources };
}

function retirement({ candidates }: ComparisonContext): SourcedText {
  const parts = candidates.map(({ dossier }) => {
    const { lifecycle, entry } = dossier;
    const text =
      lifecycle.retiresOn === undefined && lifecycle.status !== "retired"
        ? "no day of retirement is announced"
        : lifecycleText(lifecycle);
    return `${entry.name}: ${text}`;
  });
  return {
    text: `${parts.join("; ")}.`,
    sources: candidates.flatMap(({ dossier }) => dossier.lifecycle.sources),
  };
}
