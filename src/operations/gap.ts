import { z } from "zod";
import { assumptions } from "../core/evidence/assumptions.ts";
import { given } from "../core/evidence/given.ts";
import { sourceBook } from "../core/evidence/source-book.ts";
import { gapDocument } from "../core/report/gap-document.ts";
import { gapBetween } from "../core/stats/gap.ts";
import { itemsNeeded } from "../core/stats/items-needed.ts";
import { defineOperation } from "./operation.ts";
import { NumberOrNull, Sources } from "./outputs.ts";

const Score = z
  .number({ error: "Expected a score in percent, from 0 to 100" })
  .min(0, { error: "Expected a score in percent, from 0 to 100" })
  .max(100, { error: "Expected a score in percent, from 0 to 100" });

const Count = z
  .int({ error: "Expected a whole number of at least 1" })
  .min(1, { error: "Expected a whole number of at least 1" });

export const gap = defineOperation({
  name: "gap",
  summary: "Say whether the gap between two published scores is more than noise.",
  input: z.strictObject({
    scoreA: Score.describe("Percent."),
    scoreB: Score.describe("Percent. Differences are B minus A."),
    items: Count.nullish().describe("Unique items of the test. Absent: unknown."),
    itemsB: Count.nullish().describe("Items behind B, when they are not as many."),
    group: z
      .enum(["static", "reasoning", "agentic"], {
        error: "Expected static, reasoning or agentic",
      })
      .describe("Kind of test: it decides how much set-ups usually differ."),
    comparability: z
      .enum(["same-run", "same-table", "cross-source", "mismatch"], {
        error: "Expected same-run, same-table, cross-source or mismatch",
      })
      .describe("How the two scores came about."),
    repeats: Count.nullish().describe("Runs that each score is the mean of."),
    itemVarianceShare: z
      .number({ error: "Expected a share from 0 to 1" })
      .min(0, { error: "Expected a share from 0 to 1" })
      .max(1, { error: "Expected a share from 0 to 1" })
      .nullish()
      .describe("Share of the variance that lies between items, not between runs."),
    designEffect: z
      .number({ error: "Expected a number of at least 1" })
      .min(1, { error: "Expected a number of at least 1" })
      .nullish()
      .describe("How many clustered items are worth one independent item."),
    isGraded: z
      .boolean({ error: "Expected true or false" })
      .nullish()
      .describe("Items earn a part of a point: the sampling error is then an upper bound."),
    tauPoints: z
      .number({ error: "Expected points from 0 to 100" })
      .min(0, { error: "Expected points from 0 to 100" })
      .max(100, { error: "Expected points from 0 to 100" })
      .nullish()
      .describe("Your own spread of set-ups in points, instead of the default."),
    smallestKnownItems: Count.nullish().describe(
      "Items of the smallest variant known, for a test whose count nobody states.",
    ),
  }),
  output: z.looseObject({
    deltaPoints: z.number(),
    standardErrorPoints: NumberOrNull,
    z: NumberOrNull,
    interval95: z.array(z.number()).length(2).nullable(),
    tauPoints: NumberOrNull,
    zTotal: NumberOrNull,
    sameSignProbability: NumberOrNull,
    samplingLabel: z.string(),
    label: z.string(),
    itemsApart: NumberOrNull,
    itemsNeeded: NumberOrNull,
    sources: Sources,
  }),
  async run(input, deps) {
    const { scoreA, scoreB, group, comparability } = input;
    const judged = gapBetween({
      scoreA,
      scoreB,
      group,
      comparability,
      items: input.items ?? undefined,
      itemsB: input.itemsB ?? undefined,
      repeats: input.repeats ?? undefined,
      itemVarianceShare: input.itemVarianceShare ?? undefined,
      designEffect: input.designEffect ?? undefined,
      isGraded: input.isGraded ?? undefined,
      tauPoints: input.tauPoints ?? undefined,
      smallestKnownItems: input.smallestKnownItems ?? undefined,
    });
    const needed = itemsNeeded({ scoreA, scoreB });
    const askedOn = deps.today();
    const tauSource =
      input.tauPoints == null ? assumptions.tau : given("your non-sampling error", askedOn);
    const book = sourceBook();
    return {
      ok: true,
      value: {
        scoreA,
        scoreB,
        isGraded: input.isGraded ?? false,
        ...judged,
        itemsNeeded: Number.isFinite(needed) ? needed : null,
        sourceIds: book.cite([given("the scores given", askedOn)]),
        tauSourceIds: book.cite(judged.tauPoints === null ? [] : [tauSource]),
        sources: book.list(),
      },
    };
  },
  report: gapDocument,
});
