import type { Candidate } from "../compare/candidate.ts";
import type { ComparisonContext } from "../compare/context.ts";
import { idOf, nameOf } from "../compare/wording.ts";
import { formatUsd } from "../report/format.ts";
import type { Constraint } from "../verdict/constraints.ts";
import { fallbackPairs } from "./fallback.ts";
import type { AnsweredFallback, AnsweredPair } from "./switch-answer.ts";

/** Days of a month of traffic, as everywhere here. */
const daysPerMonth = 30;

/** Whether the two can stand in for each other, and through which routes they should. */
export function answeredFallback(
  { candidates, traffic, book }: ComparisonContext,
  terms: {
    readonly constraints: readonly Constraint[];
    readonly firstRoute: string | undefined;
    readonly secondRoute: string | undefined;
  },
): AnsweredFallback | null {
  const [first, second] = candidates;
  if (first === undefined || second === undefined) return null;
  const pairs = fallbackPairs(first.dossier, second.dossier, { traffic, ...terms });
  const answered = pairs.map(
    (pair): AnsweredPair => ({
      first: pair.first.entry.id,
      second: pair.second.entry.id,
      isIndependent: pair.independence.value,
      because: pair.independence.because,
      firstMonthlyUsd: pair.firstMonthlyUsd,
      secondMonthlyUsd: pair.secondMonthlyUsd,
      failoverDayUsd: pair.secondMonthlyUsd / daysPerMonth,
      conditionalOn: pair.open,
      sources: book.cite(pair.sources),
    }),
  );
  const chosen =
    answered.find(
      (pair) => pair.first === first.route?.entry.id && pair.second === second.route?.entry.id,
    ) ?? null;
  const take = answered.find(({ isIndependent }) => isIndependent === "yes") ?? null;
  return {
    chosen,
    take,
    text: textOf(first, second, {
      chosen,
      take,
      count: pairs.length,
      which:
        terms.firstRoute === undefined && terms.secondRoute === undefined
          ? "the cheapest routes of both"
          : "the routes in question",
    }),
    pairs: answered,
    sources: [...new Set([...(chosen?.sources ?? []), ...(take?.sources ?? [])])],
  };
}

function textOf(
  first: Candidate,
  second: Candidate,
  found: {
    readonly chosen: AnsweredPair | null;
    readonly take: AnsweredPair | null;
    readonly count: number;
    readonly which: string;
  },
): string {
  const { chosen, take, count, which } = found;
  if (count === 0) {
    const names = [first, second].filter(({ route }) => route === undefined).map(nameOf);
    return `No pair can be called: ${names.join(" and ") || "one of them"} has no priced route that passes.`;
  }
  const usual = chosen === null ? "" : `${chosen.first} and ${chosen.second}`;
  const asChosen: Readonly<Record<string, string>> = {
    yes: `${upperFirst(which)} are independent as far as is known: ${usual}.`,
    no: `${upperFirst(which)} are not independent: ${chosen?.because}.`,
    unknown: `Whether ${which} are independent is not known: ${chosen?.because}.`,
  };
  const said = chosen === null ? "" : `${asChosen[chosen.isIndependent]} `;
  if (take === null) {
    return `${said}No pair of routes of ${nameOf(first)} and ${nameOf(second)} is known to be independent; see who sells them: steelyard routes --model ${idOf(second)}.`;
  }
  const price = `A month on the first costs ${formatUsd(take.firstMonthlyUsd)}, a day on which the second does all the work ${formatUsd(take.failoverDayUsd)} instead of ${formatUsd(take.firstMonthlyUsd / daysPerMonth)}.`;
  if (chosen !== null && chosen.first === take.first && chosen.second === take.second) {
    return `Take ${take.first} with ${take.second} behind it: ${which}, and independent as far as is known. ${price}`;
  }
  return `${said}Take ${take.first} with ${take.second} behind it, the cheapest independent pair. ${price}`;
}

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
