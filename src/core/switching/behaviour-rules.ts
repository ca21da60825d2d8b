import { capabilityOf } from "../compare/capability-of.ts";
import { nameOf } from "../compare/wording.ts";
import { tokenizerFactor } from "../cost/bill-range.ts";
import { assumptions } from "../evidence/assumptions.ts";
import { knownValue, sourcesOf } from "../evidence/fact.ts";
import { formatTokens } from "../report/format.ts";
import { itemsNeeded } from "../stats/items-needed.ts";
import type { Friction, FrictionRule, Move } from "./friction-rule.ts";

/** What answers differently although the request is the same. */
export const behaviourRules: readonly FrictionRule[] = [tokenizer, reasoning, retest];

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
    return [
      {
        code: "reasoning",
        severity: "work",
        text: `${nameOf(to)} can reason before it answers: hidden tokens are billed as output, count against the output limit and delay the first word.`,
        remedy:
          "Raise the output limit you ask for, or turn reasoning off where the route allows it.",
        sources,
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
        code: "verbosity",
        severity: "check",
        text: "Both can reason; how many hidden tokens each spends on your tasks is not known.",
        remedy: "Count the output tokens of both on the same prompts, at the effort you will use.",
        sources,
      },
    ];
  }
  return [];
}

const passPercent = 85;
const gapPoints = 3;
const promptsToShow = roundedToTens(
  itemsNeeded({ scoreA: passPercent, scoreB: passPercent - gapPoints }),
);

function roundedToTens(count: number): number {
  return Math.round(count / 10) * 10;
}

function retest({ from }: Move): readonly Friction[] {
  return [
    {
      code: "retest",
      severity: "work",
      text: `Prompts tuned to ${nameOf(from)} must be tried again. To show a loss of ${gapPoints} points where ${passPercent} % pass takes about ${formatTokens(promptsToShow)} prompts a model (80 % power, 5 % level); fewer if both answer the same prompts.`,
      remedy: `Run your own prompts on both and ask what the gap is worth: steelyard gap ${passPercent} ${passPercent - gapPoints} --items ${promptsToShow} --comparability same-run.`,
      sources: [],
    },
  ];
}
