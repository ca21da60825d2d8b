import { daysBeforeRetirement, usualDays } from "../decision/review-day.ts";
import { retirementHorizonDays } from "../evidence/lifecycle.ts";
import { leastShare } from "../tradeoffs/offer-rules.ts";
import { contextRatioThatMatters } from "../verdict/conditions-of.ts";
import { harmOf, levelFrom, staleAfterDays } from "../verdict/confidence.ts";
import { assumedLossUsd, costSteps, lossSteps } from "../verdict/draws.ts";
import { ownRunShows } from "../verdict/own-skills.ts";
import { skills } from "../verdict/skills.ts";
import { type MethodSetting, settingsOf } from "./method-setting.ts";

const { low, high } = assumedLossUsd;
const review = "decide --review-on";
const ownLoss = "--failed-task";
const ownWindow = '--constraint "context>=…"';
const ownEnd = "--constraint not-retiring-before=…";
const ownTests = "benchmarks in steelyard.yaml";
const newerPrice = "a newer price in your facts file";

/** What a decision goes by, and how sure it is said to be. */
export const verdictSettings: readonly MethodSetting[] = [
  ...settingsOf("verdict", [
    ["loss.low", "a failed task costs, at least", low, "dollars", ownLoss],
    ["loss.high", "a failed task costs, at most", high, "dollars", ownLoss],
    ["draws.losses", "losses drawn", lossSteps, "number", ownLoss],
    ["draws.costs", "extra costs drawn", costSteps, "number", null],
    ["context-ratio", "a larger window matters from", contextRatioThatMatters, "times", ownWindow],
    ["end-horizon", "an announced end counts within", retirementHorizonDays, "days", ownEnd],
    ["least-share", "a tradeoff in cost or size counts from", leastShare, "share", null],
    ["review.days", "a decision is looked at again after", usualDays, "days", review],
    ["review.before-end", "and before its model ends by", daysBeforeRetirement, "days", review],
    [
      "own-run",
      "an own run is enough from a power of 80 % for",
      ownRunShows,
      "points",
      "more prompts",
    ],
    ...skills.map(({ id, label, benchmarks }) => {
      return [`skill.${id}`, label, benchmarks, "most trusted first", ownTests] as const;
    }),
  ]),
  ...settingsOf("confidence", [
    ["level.high", "high from", levelFrom.high, "share", null],
    ["level.moderate", "moderate from", levelFrom.moderate, "share", null],
    [
      "stale.price",
      "low: a price last seen longer ago than",
      staleAfterDays.price,
      "days",
      newerPrice,
    ],
    ["stale.score", "low: a score older than", staleAfterDays.score, "days", null],
    ["harm.figure", "what falls with a wrong figure", harmOf.figure, "share", null],
    [
      "harm.price-beside-loss",
      "what falls with a wrong price where the answer names a loss",
      harmOf.priceBesideLoss,
      "share",
      null,
    ],
  ]),
];
