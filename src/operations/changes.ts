import { z } from "zod";
import type { Catalog } from "../core/catalog/catalog.ts";
import { type ChangeKind, changeKinds, type Side } from "../core/changes/change.ts";
import { changesAnswer } from "../core/changes/changes-answer.ts";
import { changesBetween } from "../core/changes/changes-between.ts";
import type { Outcome } from "../core/problems/problem.ts";
import { changesDocument } from "../core/report/changes-document.ts";
import { changesFeed } from "../core/report/changes-feed.ts";
import { propertiesTouching } from "../core/workload/properties-touching.ts";
import { modelsOfWorkload } from "../core/workload/workload.ts";
import { findModel } from "./find-model.ts";
import { Facts, Limit, ModelName, WorkloadFile } from "./inputs.ts";
import { type Deps, defineOperation } from "./operation.ts";
import { Day, Sources, Texts } from "./outputs.ts";

const expectedSide = "Expected a day such as 2026-06-01, or a folder with a compiled catalog";
const expectedKinds = `Expected kinds out of ${changeKinds.join(", ")}`;

const DayOrFolder = z
  .string({ error: expectedSide })
  .trim()
  .min(1, { error: expectedSide })
  .max(4096, { error: "Expected at most 4096 characters" });

const AnsweredSide = z.looseObject({ hash: z.string(), day: Day });

const Kind = z.enum(changeKinds, { error: expectedKinds });
const Kinds = z
  .array(Kind, { error: expectedKinds })
  .min(1, { error: expectedKinds })
  .max(20, { error: expectedKinds });

export const changes = defineOperation({
  name: "changes",
  summary: "Say what changed between two catalogs, or between two days of one.",
  input: z.strictObject({
    from: DayOrFolder.describe(
      "A day of this catalog, such as 2026-06-01, or a folder with an older compiled catalog.",
    ),
    to: DayOrFolder.optional().describe("The same for the newer side; today when absent."),
    models: z
      .array(ModelName, { error: "Expected a list of models" })
      .min(1, { error: "Expected at least one model" })
      .max(500, { error: "Expected at most 500 models" })
      .optional()
      .describe("Only these models, by any of their names."),
    workload: WorkloadFile.optional().describe(
      "Only what touches the work written there: its models, their prices, ends and routes, and what its constraints and its task count.",
    ),
    kinds: Kinds.optional().describe(`Only these kinds: ${changeKinds.join(", ")}.`),
    facts: Facts.optional(),
    limit: Limit.optional(),
    failOn: z
      .array(z.enum([...changeKinds, "any"], { error: `${expectedKinds}, or any` }), {
        error: `${expectedKinds}, or any`,
      })
      .max(20, { error: expectedKinds })
      .optional()
      .describe("The answer is no when one of these kinds changed; `any` names them all."),
    feedUrl: z
      .url({ protocol: /^https?$/, error: "Expected the address of the feed: https://…" })
      .max(2000, { error: "Expected at most 2000 characters" })
      .optional()
      .describe("Where the Atom feed will stand: it then links to itself."),
  }),
  output: z.looseObject({
    from: AnsweredSide,
    to: AnsweredSide,
    counts: z.record(z.string(), z.number()),
    total: z.number(),
    shown: z.number(),
    failed: Texts,
    changes: z.array(
      z.looseObject({
        kind: z.string(),
        subject: z.string(),
        property: z.string(),
        text: z.string(),
      }),
    ),
    sources: Sources,
  }),
  async run({ from, to, models, workload, kinds, facts = [], limit, failOn = [], feedUrl }, deps) {
    const unseen = failOn.find((kind) => kind !== "any" && kinds?.includes(kind) === false);
    if (unseen !== undefined) {
      const expected = `Expected kinds that are looked at: ${kinds?.join(", ")} were asked for`;
      return { ok: false, problem: { code: "invalid-input", where: "failOn", expected } };
    }
    const sides = await openSides({ from, to }, facts, deps);
    if (!sides.ok) return sides;
    const work = workload === undefined ? undefined : await deps.workload(workload);
    if (work?.ok === false) return work;
    const ofWork = work?.value === undefined ? [] : modelsOfWorkload(work.value);
    const named = models ?? (ofWork.length === 0 ? undefined : ofWork);
    const ids = modelIds(named, sides.value);
    if (!ids.ok) return ids;
    const properties = work?.value && propertiesTouching(work.value);
    const found = changesBetween(sides.value.from, sides.value.to, {
      ...(ids.value === undefined ? {} : { models: new Set(ids.value) }),
      ...(kinds === undefined ? {} : { kinds: new Set(kinds) }),
      ...(properties === undefined ? {} : { properties }),
    });
    const asked = {
      models: ids.value ?? null,
      kinds: kinds ?? null,
      workload: work?.value?.file ?? null,
      feedUrl: feedUrl ?? null,
    };
    const request = { ...sides.value, asked, failOn: kindsToFailOn(failOn) };
    const value = changesAnswer(found, limit === undefined ? request : { ...request, limit });
    return { ok: true, value };
  },
  report: changesDocument,
  isNo: ({ failed }) => failed.length > 0,
  formats: { atom: changesFeed },
});

interface Sides {
  readonly from: Side;
  readonly to: Side;
}

/** A day is one of the package's catalog; a folder is read as of the day it was compiled on. */
async function openSides(
  { from, to }: { readonly from: string; readonly to: string | undefined },
  facts: readonly string[],
  deps: Deps,
): Promise<Outcome<Sides>> {
  const own = await deps.catalog(facts);
  if (!own.ok) return own;
  const open = async (field: string, asked: string): Promise<Outcome<Side>> => {
    if (looksLikeDay.test(asked)) return dayOf(field, asked, own.value);
    const kept = await deps.catalogAt(asked, facts);
    if (!kept.ok) return kept;
    return { ok: true, value: { catalog: kept.value, day: kept.value.compiledOn } };
  };
  const before = await open("from", from);
  if (!before.ok) return before;
  const after = await open("to", to ?? deps.today());
  if (!after.ok) return after;
  return { ok: true, value: { from: before.value, to: after.value } };
}

const looksLikeDay = /^\d{4}-\d{2}-\d{2}$/;

function dayOf(where: string, day: string, catalog: Catalog): Outcome<Side> {
  if (z.iso.date().safeParse(day).success) return { ok: true, value: { catalog, day } };
  const expected = "Expected a day that exists, such as 2026-11-20";
  return { ok: false, problem: { code: "invalid-input", where, expected } };
}

/** What the names mean on either side: a model may be gone by now, or not have been there yet. */
function modelIds(
  names: readonly string[] | undefined,
  { from, to }: Sides,
): Outcome<readonly string[] | undefined> {
  if (names === undefined) return { ok: true, value: undefined };
  const ids = new Set<string>();
  for (const name of names) {
    const newer = findModel(to.catalog, name);
    const older = findModel(from.catalog, name);
    if (!newer.ok && !older.ok) return newer;
    for (const found of [newer, older]) if (found.ok) ids.add(found.value.id);
  }
  return { ok: true, value: [...ids] };
}

function kindsToFailOn(asked: readonly (ChangeKind | "any")[]): ReadonlySet<ChangeKind> {
  return new Set(asked.flatMap((each) => (each === "any" ? changeKinds : [each])));
}
