import { capabilityOf } from "../compare/capability-of.ts";
import { idOf, nameOf } from "../compare/wording.ts";
import { tokenizerFactor } from "../cost/bill-range.ts";
import { assumptions } from "../evidence/assumptions.ts";
import { knownValue, sourcesOf } from "../evidence/fact.ts";
import { given } from "../evidence/given.ts";
import { formatNumber, formatTokens, formatUsd } from "../report/format.ts";
import {
  assumedRetest,
  itemsNeeded,
  pairedItemsNeeded,
  usualCorrelations,
} from "../stats/items-needed.ts";
import { countedCost } from "./counted-cost.ts";
import type { Friction, FrictionRule, Move } from "./friction-rule.ts";

/** What answers differently although the request is the same. */
export const behaviourRules: readonly FrictionRule[] = [tokenizer, reasoning, verbosity, retest];

function tokenizer({ from, to }: Move): readonly Friction[] {
  const before = from.dossier.fact("model.tokenizer");
  const after = to.dossier.fact("model.tokenizer");
  const old = knownValue(before);
  const next = knownValue(after);
  if (old !== undefined && old === next) return [];
  if (from.dossier.entry.family !== undefined && old === undefined && next === undefined) {
    if (from.dossier.entry.family === to.dossier.entry.family) return [];
  }
  const which =
    old === undefined || next === undefined
      ? "Whether both cut text alike is unknown"
      : `The tokenizer changes from ${old} to ${next}`;
  return [
    {
      code: "tokenizer",
      severity: "check",
      text: `${which}: the same text may count as ${tokenizerFactor.low.toFixed(1)} to ${tokenizerFactor.high} times the tokens of the sparer one. Budgets, limits and the bill move with it.`,
      remedy: "Send a few of your own prompts to both and read the token counts they bill.",
      sources: [...sourcesOf(before), ...sourcesOf(after), assumptions.tokenizer],
    },
  ];
}

function reasoning({ from, to }: Move): readonly Friction[] {
  const before = capabilityOf(from, "cap.reasoning");
  const after = capabilityOf(to, "cap.reasoning");
  const sources = [...before.sources, ...after.sources];
  if (after.value === "yes" && before.value !== "yes") {
    const endpoint = to.route?.provider.endpoints?.find(
      ({ speaks, outputLimit }) => speaks === "chat-completions" && outputLimit !== undefined,
    );
    const renamed =
      endpoint?.outputLimit === undefined
        ? ""
        : ` In chat completions ${to.route?.provider.name} bounds the answer of such a model by \`${endpoint.outputLimit}\`.`;
    return [
      {
        code: "reasoning",
        severity: "work",
        text: `${nameOf(to)} can reason before it answers: hidden tokens are billed as output, count against the output limit and delay the first word.${renamed}`,
        remedy:
          "Raise the output limit you ask for, or turn reasoning off where the route allows it.",
        sources: endpoint === undefined ? sources : [...sources, endpoint.source],
      },
    ];
  }
  if (before.value === "yes" && after.value === "no") {
    return [
      {
        code: "reasoning",
        severity: "work",
        text: `The hidden reasoning of ${nameOf(from)} ends: fewer billed tokens, an earlier first word, and effort settings that are not accepted.`,
        remedy:
          "Take effort settings out of the requests; ask for steps in the prompt where you need them.",
        sources,
      },
    ];
  }
  if (before.value === "yes" && after.value === "yes") {
    return [
      {
        code: "reasoning",
        severity: "check",
        text: "Both can reason; how many hidden tokens each spends on your tasks is not known. They are billed as output and count against the output limit.",
        remedy: "Keep the effort equal while you compare, then choose it anew.",
        sources,
      },
    ];
  }
  return [];
}

function roundedToTens(count: number): number {
  return Math.max(10, Math.round(count / 10) * 10);
}

function retest({ from, context }: Move): readonly Friction[] {
  const { passPercent, gapPoints } = context.moving ?? assumedRetest;
  const scores = { scoreA: passPercent, scoreB: passPercent - gapPoints };
  const alone = roundedToTens(itemsNeeded(scores));
  const paired = [usualCorrelations.high, usualCorrelations.low].map((correlation) =>
    formatTokens(roundedToTens(pairedItemsNeeded({ ...scores, correlation }))),
  );
  return [
    {
      code: "retest",
      severity: "work",
      text: `Prompts tuned to ${nameOf(from)} must be tried again. To show a loss of ${gapPoints} points where ${passPercent} % pass takes about ${formatTokens(alone)} prompts a model (80 % power, 5 % level), or ${paired.join(" to ")} if both answer the same prompts and are compared one by one (answers correlated 0.7 to 0.3, a first guess).`,
      remedy: `Run your own prompts on both and ask what the gap is worth: steelyard gap ${passPercent} ${scores.scoreB} --items ${alone} --group static --comparability same-run.`,
      sources: [assumptions.retest],
    },
  ];
}

/** Each tenth of output more, in money; the whole effect where the asker has counted it. */
function verbosity({ from, to, context }: Move): readonly Friction[] {
  const stated = context.moving?.outputRatio;
  if (!to.cost.known) return [];
  if (stated !== undefined) {
    const isNew = idOf(to) === context.candidates.map(idOf)[1];
    const ratio = isNew ? stated : 1 / stated;
    const counted = countedCost(to, context);
    const bill =
      isNew && counted.known
        ? `the new bill is ${formatUsd(counted.monthlyUsd)} a month instead of ${formatUsd(to.cost.monthlyUsd)}, and `
        : "";
    return [
      {
        code: "verbosity",
        severity: ratio > 1 ? "check" : "gain",
        text: `By your count ${nameOf(to)} writes ${formatNumber(ratio, 2)} times the output of ${nameOf(from)}: ${bill}the last word comes as much ${ratio < 1 ? "sooner" : "later"}.`,
        remedy: `Set the output limit to ${formatNumber(ratio, 2)} times what it is, or ask for shorter answers.`,
        sources: [...to.cost.sources, given("your count of the output", context.askedOn)],
      },
    ];
  }
  const outputUsd = to.cost.items
    .filter(({ side }) => side === "output")
    .reduce((sum, { usd }) => sum + usd, 0);
  return [
    {
      code: "verbosity",
      severity: "check",
      text: `How much ${nameOf(to)} writes for the same work is not known: each tenth more than ${nameOf(from)} adds ${formatUsd(outputUsd / 10)} a month and as much to the wait for the last word.`,
      remedy:
        "Count the output tokens of both on the same prompts, and state the ratio: steelyard switch … --output-ratio 1.3.",
      sources: to.cost.sources,
    },
  ];
}
