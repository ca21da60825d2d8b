import { properties } from "../catalog/property.ts";
import { knownValue } from "../evidence/fact.ts";
import { formatNumber, formatPercent, formatUsd } from "../report/format.ts";
import type { CitedText } from "../verdict/verdict.ts";
import type { Candidate } from "./candidate.ts";
import { comparedCapabilities } from "./capabilities.ts";
import { capabilityOf } from "./capability-of.ts";
import type { ComparisonContext } from "./context.ts";
import { billOf } from "./cost-range.ts";
import { namedRows, pairsOf } from "./pair-words.ts";
import { type PairRow, pairView, sourcesOfRows } from "./score-standing.ts";
import { cheapestFirst } from "./standing.ts";
import { citedText, counted, listed, lowerFirst, nameOf, type SourcedText } from "./wording.ts";

type Paragraph = (context: ComparisonContext) => readonly SourcedText[];

/** How the facts hang together: only what the tables do not already say. */
export function deepDiveOf(context: ComparisonContext): readonly CitedText[] {
  return paragraphs.flatMap((each) => each(context)).map((each) => citedText(context.book, each));
}

const paragraphs: readonly Paragraph[] = [
  costDrivers,
  costRanges,
  routeSpread,
  comparability,
  setupAgainstLuck,
  missingCounts,
  falseLeads,
  openQuestions,
];

/** Where the money goes, and what a change of habit would do. */
function costDrivers({ candidates }: ComparisonContext): readonly SourcedText[] {
  return candidates.flatMap((candidate): readonly SourcedText[] => {
    const { cost } = candidate;
    if (!cost.known || cost.monthlyUsd <= 0) return [];
    let outputUsd = 0;
    for (const line of cost.items) if (!isInput(line.what)) outputUsd += line.usd;
    if (outputUsd <= 0 || outputUsd >= cost.monthlyUsd) return [];
    const share = outputUsd / cost.monthlyUsd;
    return [
      {
        text: `Of the bill for ${nameOf(candidate)}, what it writes is ${formatPercent(share, 0)} and what it reads the rest: answers twice as long would cost ${formatUsd(outputUsd)} more a month, prompts twice as long ${formatUsd(cost.monthlyUsd - outputUsd)}.`,
        sources: cost.sources,
      },
    ];
  });
}

function isInput(what: string): boolean {
  return what.includes("input") || what.includes("cache");
}

function costRanges({ candidates }: ComparisonContext): readonly SourcedText[] {
  const priced = cheapestFirst(candidates);
  const [cheapest] = priced;
  const dearest = priced.at(-1);
  if (cheapest === undefined || dearest === undefined || cheapest === dearest) return [];
  const sources = [...cheapest.cost.sources, ...dearest.cost.sources];
  if (cheapest.cost.monthlyUsd <= 0) return [];
  const ratio = dearest.cost.monthlyUsd / cheapest.cost.monthlyUsd;
  const most = cheapest.cost.highUsd / cheapest.cost.monthlyUsd;
  if (ratio < 1.1) return [];
  const isSettled = cheapest.cost.highUsd < dearest.cost.lowUsd;
  const text = isSettled
    ? `The bills lie ${formatNumber(ratio, 1)} times apart, and what token counts leave open ${most > 1 ? `can raise the lower one at most ${formatNumber(most, 2)} times` : "does not raise the lower one"}: the order of the bills does not hang on it.`
    : `The bills lie ${formatNumber(ratio, 1)} times apart, and what token counts leave open can raise the lower one ${formatNumber(most, 2)} times: a count on your own prompts settles which is cheaper.`;
  return [{ text, sources }];
}

/** The same model at different sellers. */
function routeSpread({ candidates, traffic }: ComparisonContext): readonly SourcedText[] {
  return candidates.flatMap((candidate): readonly SourcedText[] => {
    const bills = candidate.dossier.routes.flatMap((route) => {
      if (route.lifecycle.status === "retired" || route.provider.kind === "plan") return [];
      const bill = billOf(route, traffic);
      return bill.known && bill.monthlyUsd > 0 ? [{ route, bill }] : [];
    });
    bills.sort((a, b) => a.bill.monthlyUsd - b.bill.monthlyUsd);
    const [low, high] = [bills[0], bills.at(-1)];
    if (low === undefined || high === undefined) return [];
    const ratio = high.bill.monthlyUsd / low.bill.monthlyUsd;
    if (ratio < 1.5) return [];
    return [
      {
        text: `${nameOf(candidate)} costs ${formatNumber(ratio, 1)} times as much at ${high.route.provider.name} as at ${low.route.provider.name}: choosing the seller matters beside choosing the model. A lower price may come with coarser weights or a shorter window; the routes say where that is unknown.`,
        sources: [...low.bill.sources, ...high.bill.sources],
      },
    ];
  });
}

/** Which scores can be held against each other, and why others cannot. */
function comparability({ candidates, rows }: ComparisonContext): readonly SourcedText[] {
  return pairsOf(candidates).flatMap(([a, b]): readonly SourcedText[] => {
    const { rows: shared, sources } = pairView(rows, a, b);
    if (shared.length === 0) return [];
    const parts = comparabilityWords.flatMap(([kind, words]) => {
      const count = shared.filter(({ pair }) => pair.comparability === kind).length;
      return count === 0 ? [] : [`${count} ${words}`];
    });
    const mismatches = shared.filter(({ pair }) => pair.comparability === "mismatch");
    const [first] = mismatches;
    const why =
      first === undefined
        ? ""
        : ` On ${first.row.name} for one: ${withoutStop(first.pair.because)}.`;
    return [
      {
        text: `${nameOf(a)} and ${nameOf(b)} meet in ${counted(shared.length, "row")}: ${parts.join("; ")}.${why}`,
        sources,
      },
    ];
  });
}

function withoutStop(text: string): string {
  return text.endsWith(".") ? text.slice(0, -1) : text;
}

const comparabilityWords: readonly (readonly [PairRow["pair"]["comparability"], string])[] = [
  ["same-run", "run by one evaluator in one harness"],
  ["same-table", "in one publisher's table"],
  ["cross-source", "by two reporters, whose set-ups may differ"],
  ["mismatch", "not comparable, being two different tests"],
];

function setupAgainstLuck({ candidates, rows }: ComparisonContext): readonly SourcedText[] {
  const soft = allPairRows(candidates, rows).filter(
    ({ pair }) =>
      pair.gap.samplingLabel === "clear" &&
      pair.gap.label !== "clear" &&
      pair.gap.label !== "not-comparable",
  );
  if (soft.length === 0) return [];
  return [
    {
      text: `On ${namedRows(soft)} the gap is too large for luck of the questions, but no larger than what another harness or prompt often moves: a run of both by one hand would settle it.`,
      sources: sourcesOfRows(soft),
    },
  ];
}

function missingCounts({ candidates, rows }: ComparisonContext): readonly SourcedText[] {
  const uncounted = allPairRows(candidates, rows).filter(
    ({ row, pair }) => row.items === null && pair.comparability !== "mismatch",
  );
  if (uncounted.length === 0) return [];
  return [
    {
      text: `Nobody publishes how many items ${namedRows(uncounted)} ${uncounted.length === 1 ? "has" : "have"}: without the count a gap there cannot be told from noise.`,
      sources: [],
    },
  ];
}

/** At 5 % a row, some leads of a long table are chance. */
function falseLeads({ candidates, rows }: ComparisonContext): readonly SourcedText[] {
  return pairsOf(candidates).flatMap(([a, b]): readonly SourcedText[] => {
    const judged = pairView(rows, a, b).rows.filter(
      ({ pair }) =>
        pair.gap.label === "clear" ||
        pair.gap.label === "likely" ||
        pair.gap.label === "within-noise",
    );
    if (judged.length < 10) return [];
    return [
      {
        text: `With ${judged.length} rows between ${nameOf(a)} and ${nameOf(b)}, about ${formatNumber(0.05 * judged.length, 1)} leads called clear are to be expected by chance alone, and rows of one field are not independent: a count of wins proves nothing.`,
        sources: [],
      },
    ];
  });
}

function openQuestions({ candidates }: ComparisonContext): readonly SourcedText[] {
  return candidates.flatMap((candidate): readonly SourcedText[] => {
    const open = comparedCapabilities.filter((property) => {
      const isYesElsewhere = candidates.some(
        (other) => other !== candidate && capabilityOf(other, property).value === "yes",
      );
      return isYesElsewhere && capabilityOf(candidate, property).value === "unknown";
    });
    const texts: SourcedText[] = [];
    if (open.length > 0) {
      const labels = open.map((property) => lowerFirst(properties[property].label));
      texts.push({
        text: `Open for ${nameOf(candidate)}: ${listed(labels)}. Another model here has it, so one answer, by a request or from the seller, settles a difference.`,
        sources: open.flatMap((property) => capabilityOf(candidate, property).sources),
      });
    }
    if (hidesPrecision(candidate)) {
      texts.push({
        text: `How coarsely ${candidate.route?.provider.name} stores the weights of ${nameOf(candidate)} is not stated: published scores need not hold there.`,
        sources: [],
      });
    }
    return texts;
  });
}

function hidesPrecision({ dossier, route }: Candidate): boolean {
  if (route === undefined || route.provider.kind === "first-party") return false;
  if (knownValue(dossier.fact("model.openness")) !== "open-weights") return false;
  return route.fact("route.quantisation").state !== "known";
}

function allPairRows(
  candidates: readonly Candidate[],
  rows: ComparisonContext["rows"],
): readonly PairRow[] {
  const seen = new Set<PairRow["row"]>();
  return pairsOf(candidates)
    .flatMap(([a, b]) => pairView(rows, a, b).rows)
    .filter(({ row }) => {
      if (seen.has(row)) return false;
      seen.add(row);
      return true;
    });
}
