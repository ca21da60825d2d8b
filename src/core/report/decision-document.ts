import type { Comparison } from "../compare/comparison.ts";
import type { Decision } from "../decision/decision.ts";
import type { Review } from "../decision/review-day.ts";
import { catalogName } from "./catalog-name.ts";
import { answerBlocks } from "./comparison/answer-blocks.ts";
import { costBlocks } from "./comparison/cost-blocks.ts";
import { moveBlocks, tradeoffBlocks } from "./comparison/move-blocks.ts";
import { conflictBlocks, sourceListBlocks } from "./comparison/prose-blocks.ts";
import { left, list, paragraph, right, section, settingOf } from "./comparison/setting.ts";
import {
  benchmarkBlocks,
  capabilityBlocks,
  skillBlocks,
  specificationBlocks,
} from "./comparison/table-blocks.ts";
import type { Block, Document } from "./document.ts";
import { formatTokensShort, formatUsd } from "./format.ts";

export interface DecisionText {
  readonly decision: Decision;
  readonly comparison: Comparison;
  readonly review: Review;
  /** Where it will stand: the command to hold it against another day names it. */
  readonly file: string;
}

/** A decision as it survives questions: context, options, facts, rule, verdict, and when to look again. */
export function decisionDocument({ decision, comparison, review, file }: DecisionText): Document {
  const setting = settingOf(aboutTheChoice(comparison, decision), {
    brief: false,
    withSources: true,
  });
  return {
    title: `Decision: ${decision.title}`,
    stamp: `Decided on ${decision.decidedOn} · review by ${review.on} · ${catalogName(decision.catalog)}`,
    blocks: [
      ...answerBlocks(setting),
      ...section("Context", list(contextLines(decision, comparison))),
      ...section("Options", [optionTable(comparison), ...list(rejectedLines(comparison))]),
      ...section("The rule", [paragraph(ruleText)]),
      ...skillBlocks(setting),
      ...costBlocks(setting),
      ...tradeoffBlocks(setting),
      ...moveBlocks(setting),
      ...specificationBlocks(setting),
      ...capabilityBlocks(setting),
      ...benchmarkBlocks(setting),
      ...conflictBlocks(setting),
      ...section("Assumptions", list(assumptionLines(comparison))),
      ...section("Review", [paragraph(`Look again by ${review.on}: ${review.because}.`)]),
      ...section("Run it again", list(againLines(decision, file))),
      ...sourceListBlocks(setting),
    ],
  };
}

/** Of many models, only what sets the one chosen against the others, and the moves that may be made. */
function aboutTheChoice(comparison: Comparison, { question }: Decision): Comparison {
  const { choice, otherwise } = comparison.verdict;
  const named = [choice, otherwise].filter((id) => id !== null);
  if (named.length === 0 || comparison.models.length === 2) return comparison;
  const { current } = question;
  return {
    ...comparison,
    tradeoffs: comparison.tradeoffs.filter(
      ({ model, against }) => model === choice || against === choice,
    ),
    switching: comparison.switching.filter(
      ({ from, to }) => named.includes(to) && (current === undefined || from === current),
    ),
  };
}

const ruleText =
  "Whatever cannot be bought or fails a must is out. Of two that remain, scores that differ by no more than noise count as no difference, and the cheaper is taken; a dearer one is named only where it is ahead, from the loss of a failed task on at which the lead pays. The whole rule: docs/verdict.md of steelyard.";

function contextLines({ question }: Decision, { traffic, models }: Comparison): readonly string[] {
  const { current, constraints, task, benchmarks, failedTaskUsd, facts, workload } = question;
  const nameOf = (id: string) => models.find((model) => model.id === id)?.name ?? id;
  const chosen = Object.entries(benchmarks).map(([skill, benchmark]) => `${skill} by ${benchmark}`);
  return [
    current === undefined
      ? "No model was named as the one in production."
      : `In production: ${nameOf(current)}.`,
    `Traffic: ${traffic.text}.`,
    constraints.length === 0
      ? "Nothing was demanded beyond a route and a price."
      : `Musts: ${constraints.join(", ")}.`,
    task === undefined ? "No kind of work was stated: every skill counts." : `Work: ${task}.`,
    ...(chosen.length === 0 ? [] : [`Benchmarks chosen: ${chosen.join(", ")}.`]),
    failedTaskUsd === undefined
      ? "What a failed task costs was not stated."
      : `A failed task costs ${formatUsd(failedTaskUsd)}.`,
    ...(facts.length === 0 ? [] : [`Own facts from ${facts.join(", ")}.`]),
    ...(workload === undefined ? [] : [`Read from ${workload}.`]),
  ];
}

function optionTable({ models, cost, verdict }: Comparison): Block {
  return {
    kind: "table",
    columns: [left("option"), left("route"), right("a month"), right("up to"), left("outcome")],
    rows: models.map(({ id, name, standing }) => {
      const bill = cost.models.find(({ model }) => model === id);
      const usd = (amount: number | null | undefined) =>
        amount === null || amount === undefined ? "unknown" : formatUsd(amount);
      const outcome = outcomeOf(id, verdict);
      const why = standing === "can be used" ? "" : `: ${standing}`;
      const bills = [usd(bill?.monthlyUsd), usd(bill?.highUsd)];
      return [name, bill?.route ?? "none", ...bills, `${outcome}${why}`];
    }),
  };
}

function outcomeOf(id: string, { choice, otherwise }: Comparison["verdict"]): string {
  if (choice === null) return "open";
  if (choice === id) return "chosen";
  return otherwise === id ? "chosen otherwise" : "rejected";
}

/** Why each that was not chosen was not. */
function rejectedLines({ verdict, models, cost }: Comparison): readonly string[] {
  return models.flatMap(({ id, name, standing }) => {
    if (verdict.choice === id) return [];
    if (standing !== "can be used" && !standing.startsWith("depends on")) {
      return [`${name} is out: ${standing}.`];
    }
    const rest = verdict.rest.find(({ model }) => model === id);
    if (rest !== undefined) return [rest.text];
    const bill = cost.models.find(({ model }) => model === id);
    const price =
      bill?.monthlyUsd === null
        ? ""
        : ` It would cost ${formatUsd(bill?.monthlyUsd ?? 0)} a month.`;
    const when =
      verdict.otherwise === id ? " It is the one to use when a condition of the choice fails." : "";
    return verdict.choice === null
      ? [`${name}: nothing was decided.${price}`]
      : [`${name} is not chosen for the reasons above.${price}${when}`];
  });
}

function assumptionLines({ sources, traffic }: Comparison): readonly string[] {
  const assumed = sources.filter(({ kind }) => kind === "assumption");
  return [
    `${formatTokensShort(traffic.tasks)} tasks a month.`,
    ...assumed.map(({ id, name, ref }) => `${id}: ${name} (${ref} of steelyard).`),
  ];
}

function againLines({ catalog, decidedOn }: Decision, file: string): readonly string[] {
  return [
    `Does it still hold? steelyard decide ${file} --check`,
    `Decided on catalog ${catalog.hash} of ${catalog.compiledOn}, as of ${decidedOn}. What that catalog held of these models is kept at the end of this file, unseen when it is displayed.`,
  ];
}
