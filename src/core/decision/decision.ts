import { z } from "zod";
import type { Catalog } from "../catalog/catalog.ts";
import type { CatalogContent } from "../catalog/catalog-from.ts";
import { TrafficInput } from "../cost/traffic-input.ts";
import { taskIds } from "../verdict/tasks.ts";

/** The question as it was asked: enough to ask it again of another catalog. */
const DecisionQuestion = z.strictObject({
  /** Ids, the one in production first. */
  models: z.array(z.string()).min(2),
  /** Absent: nobody stated the traffic, and the default stands in. */
  traffic: TrafficInput.optional(),
  constraints: z.array(z.string()),
  task: z.enum(taskIds).optional(),
  benchmarks: z.record(z.string(), z.string()),
  failedTaskUsd: z.number().positive().optional(),
  tau: z.number().min(0).max(100).optional(),
  /** Names of facts files laid over the catalog, besides the one beside the work. */
  facts: z.array(z.string()),
  /** The model in production, where one was named. */
  current: z.string().optional(),
  workload: z.string().optional(),
});

/** What was decided, as far as it may be held against a later answer. */
export const DecidedVerdict = z.strictObject({
  kind: z.enum(["choose", "choose-if", "no-difference-established", "not-decidable", "none-fits"]),
  choice: z.string().nullable(),
  otherwise: z.string().nullable(),
  conditions: z.array(z.string()),
  sentence: z.string(),
  level: z.enum(["high", "moderate", "low"]),
  probability: z.number().nullable(),
});

export type DecidedVerdict = z.output<typeof DecidedVerdict>;

export const DECISION_FORMAT = 1;

/** What a decision record holds for the program beside what it says to people. */
export const Decision = z.object({
  format: z.literal(DECISION_FORMAT),
  title: z.string(),
  decidedOn: z.iso.date(),
  reviewOn: z.iso.date(),
  catalog: z.strictObject({ hash: z.string(), compiledOn: z.iso.date() }),
  question: DecisionQuestion,
  verdict: DecidedVerdict,
});

export type Decision = z.output<typeof Decision>;

/** A record about to be written: Markdown for people, and what is needed to ask again. */
export interface DecisionToWrite {
  readonly text: string;
  readonly decision: Decision;
  readonly evidence: CatalogContent;
  /** A file that is there may be written over. */
  readonly mayReplace: boolean;
}

/** A record read back. */
export interface KeptDecision {
  readonly decision: Decision;
  /** What the catalog held of its models on the day. */
  readonly former: Catalog;
}
