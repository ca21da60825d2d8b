import { z } from "zod";
import { comparerOf } from "../core/compare/compare.ts";
import { decidedVerdict } from "../core/decision/check-decision.ts";
import { DECISION_FORMAT, type Decision } from "../core/decision/decision.ts";
import type { DecisionAnswer } from "../core/decision/decision-answer.ts";
import { evidenceOf } from "../core/decision/evidence-of.ts";
import { reviewOf } from "../core/decision/review-day.ts";
import { dossiersOf } from "../core/evidence/dossiers.ts";
import type { Outcome } from "../core/problems/problem.ts";
import { decisionAnswerDocument } from "../core/report/decision-check-document.ts";
import { decisionDocument } from "../core/report/decision-document.ts";
import { documentToMarkdown } from "../core/report/markdown.ts";
import { type AskedTerms, termsInput, termsOf } from "./asked-terms.ts";
import { checkedDecision } from "./checked-decision.ts";
import { comparedModels } from "./compared-models.ts";
import { AsOf, ComparedModels } from "./inputs.ts";
import { type Deps, defineOperation } from "./operation.ts";
import { Day } from "./outputs.ts";

const expectedFile = "Expected the name of a file, such as decisions/2026-11-model.md";

const input = z.strictObject({
  file: z
    .string({ error: expectedFile })
    .min(1, { error: expectedFile })
    .max(4096, { error: expectedFile })
    .describe("The decision record, in Markdown."),
  check: z
    .boolean({ error: "Expected true or false" })
    .optional()
    .describe("Hold the record against today; the answer is no when its verdict has changed."),
  replace: z
    .boolean({ error: "Expected true or false" })
    .optional()
    .describe("Write over a file that is there."),
  title: z
    .string({ error: "Expected a title" })
    .trim()
    .min(1, { error: "Expected a title" })
    .max(200, { error: "Expected at most 200 characters" })
    .optional()
    .describe("What is decided; the names of the models when absent."),
  reviewOn: AsOf.optional().describe("When to look again; within 90 days when absent."),
  models: ComparedModels.optional(),
  ...termsInput,
});

type Input = z.output<typeof input>;

export const decide = defineOperation({
  name: "decide",
  summary: "Write a decision down with all it rests on, or check whether one still stands.",
  input,
  output: z.looseObject({
    done: z.enum(["written", "checked"]),
    file: z.string(),
    decidedOn: Day,
    reviewOn: Day,
    stands: z.boolean().optional().describe("Of a record that was checked."),
  }),
  writes: true,
  run: async (asked, deps): Promise<Outcome<DecisionAnswer>> =>
    asked.check === true ? check(asked, deps) : write(asked, deps),
  report: decisionAnswerDocument,
  isNo: (answer) => answer.done === "checked" && !answer.stands,
});

/** What a record brings along itself, and a check must not be given. */
const ofTheRecord = [
  ...["models", "traffic", "constraints", "task", "benchmarks", "failedTaskUsd", "tau"],
  ...["workload", "title", "reviewOn", "replace"],
] as const;

async function check(asked: Input, deps: Deps): Promise<Outcome<DecisionAnswer>> {
  const fields = new Map(Object.entries(asked));
  const where = ofTheRecord.find((field) => fields.get(field) !== undefined);
  if (where !== undefined) {
    const expected = "The record holds the whole question; to ask another, write a new record";
    return { ok: false, problem: { code: "invalid-input", where, expected } };
  }
  return checkedDecision(asked, deps);
}

async function write(asked: Input, deps: Deps): Promise<Outcome<DecisionAnswer>> {
  const terms = await termsOf(asked, deps);
  if (!terms.ok) return terms;
  const { catalog, asOf } = terms.value;
  if (asked.reviewOn !== undefined && asked.reviewOn <= asOf) {
    const expected = `Expected a day after ${asOf}, the day of the decision`;
    return { ok: false, problem: { code: "invalid-input", where: "reviewOn", expected } };
  }
  const models = comparedModels(asked.models, terms.value);
  if (!models.ok) return models;
  const comparison = comparerOf(catalog, terms.value)(models.value);
  const dossiers = dossiersOf(catalog, asOf);
  const usual = reviewOf(comparison, models.value.map(dossiers.of));
  const review =
    asked.reviewOn === undefined ? usual : { on: asked.reviewOn, because: "as you stated" };
  const decision = decisionOf(asked, terms.value, {
    models: models.value,
    names: comparison.models.map(({ name }) => name),
    reviewOn: review.on,
    verdict: decidedVerdict(comparison),
  });
  const { file } = asked;
  const written = await deps.writeDecision(file, {
    text: documentToMarkdown(decisionDocument({ decision, comparison, review, file })),
    decision,
    evidence: evidenceOf(catalog, models.value),
    mayReplace: asked.replace === true,
  });
  if (!written.ok) return written;
  const { title, decidedOn, reviewOn, verdict } = decision;
  return {
    ok: true,
    value: {
      done: "written",
      ...{ file, title, decidedOn, reviewOn, reviewBecause: review.because },
      ...{ models: models.value, catalog: decision.catalog, verdict },
    },
  };
}

function decisionOf(
  asked: Input,
  terms: AskedTerms,
  found: {
    readonly models: readonly string[];
    readonly names: readonly string[];
    readonly reviewOn: string;
    readonly verdict: Decision["verdict"];
  },
): Decision {
  const { workload, traffic, constraints, task, benchmarks, failedTaskUsd, tauPoints } = terms;
  const { isAssumed, ...stated } = traffic;
  const isCurrent = asked.models === undefined && workload?.current !== undefined;
  const [first] = found.models;
  return {
    format: DECISION_FORMAT,
    title: asked.title ?? found.names.join(" or "),
    decidedOn: terms.asOf,
    reviewOn: found.reviewOn,
    catalog: { hash: terms.catalog.hash, compiledOn: terms.catalog.compiledOn },
    question: {
      models: [...found.models],
      ...(isAssumed === true ? {} : { traffic: stated }),
      constraints: constraints.map(({ text }) => text),
      ...(task === undefined ? {} : { task }),
      benchmarks,
      ...(failedTaskUsd === undefined ? {} : { failedTaskUsd }),
      ...(tauPoints === undefined ? {} : { tau: tauPoints }),
      facts: asked.facts ?? [],
      ...(isCurrent && first !== undefined ? { current: first } : {}),
      ...(workload === undefined ? {} : { workload: workload.file }),
    },
    verdict: found.verdict,
  };
}
