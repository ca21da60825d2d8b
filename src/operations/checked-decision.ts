import { citedChange } from "../core/changes/changes-answer.ts";
import { checkDecision, isSameVerdict } from "../core/decision/check-decision.ts";
import type { Decision } from "../core/decision/decision.ts";
import type { CheckedDecision } from "../core/decision/decision-answer.ts";
import { sourceBook } from "../core/evidence/source-book.ts";
import type { Outcome } from "../core/problems/problem.ts";
import type { IsoDate } from "../core/units.ts";
import { termsOf } from "./asked-terms.ts";
import { comparedModels } from "./compared-models.ts";
import type { Deps } from "./operation.ts";

/** A record held against the catalog and the facts of today. */
export async function checkedDecision(
  asked: {
    readonly file: string;
    readonly facts?: readonly string[] | undefined;
    readonly asOf?: IsoDate | undefined;
    readonly askedOn?: IsoDate | undefined;
  },
  deps: Deps,
): Promise<Outcome<CheckedDecision>> {
  const read = await deps.readDecision(asked.file);
  if (!read.ok) return read;
  const { decision, former } = read.value;
  const { question, title, decidedOn, reviewOn, verdict } = decision;
  const { traffic, constraints, task, benchmarks, failedTaskUsd, tau } = question;
  const terms = await termsOf(
    {
      ...{ traffic, constraints, task, benchmarks, failedTaskUsd, tau },
      ...{ asOf: asked.asOf, askedOn: asked.askedOn, workload: "none" },
      facts: [...new Set([...question.facts, ...(asked.facts ?? [])])],
    },
    deps,
  );
  if (!terms.ok) return terms;
  const { catalog, asOf } = terms.value;
  if (asOf < decidedOn) {
    const expected = `Expected ${decidedOn}, the day of the decision, or a later one`;
    return { ok: false, problem: { code: "invalid-input", where: "asOf", expected } };
  }
  const found = comparedModels(question.models, { catalog, workload: undefined, asOf });
  if (!found.ok) return found;
  const record = { models: found.value, decidedOn, verdict };
  const check = checkDecision(record, { former, catalog, terms: terms.value });
  const book = sourceBook();
  return {
    ok: true,
    value: {
      done: "checked",
      ...{ file: asked.file, title, decidedOn, reviewOn, asOf, stands: check.stands },
      ...{ before: check.before, now: check.now },
      catalog: { before: decision.catalog.hash, now: catalog.hash },
      causes: check.causes.map((cause) => ({
        kind: cause.kind,
        changes: cause.changes.map((change) => citedChange(change, book)),
      })),
      changes: check.changes.map((change) => citedChange(change, book)),
      notes: notesOf(decision, check.now, asOf),
      sources: book.list(),
    },
  };
}

/** What a reader should know although the verdict may stand. */
function notesOf(
  { reviewOn, verdict }: Decision,
  now: CheckedDecision["now"],
  asOf: IsoDate,
): readonly string[] {
  const due = asOf > reviewOn ? [`Its review was due on ${reviewOn}.`] : [];
  if (!isSameVerdict(verdict, now)) return due;
  const added = now.conditions.filter((each) => !verdict.conditions.includes(each));
  const gone = verdict.conditions.filter((each) => !now.conditions.includes(each));
  return [
    ...due,
    ...added.map((each) => `It now also hangs on this: ${each}.`),
    ...gone.map((each) => `It no longer hangs on this: ${each}.`),
    ...(now.level === verdict.level
      ? []
      : [`Its confidence was ${verdict.level} and is ${now.level}.`]),
  ];
}
