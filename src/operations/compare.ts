import { z } from "zod";
import type { Catalog } from "../core/catalog/catalog.ts";
import { comparerOf } from "../core/compare/compare.ts";
import type { Comparison } from "../core/compare/comparison.ts";
import { parseTraffic } from "../core/cost/parse-traffic.ts";
import { defaultTraffic, type TrafficProfile } from "../core/cost/traffic.ts";
import { firstDayOf } from "../core/evidence/dossiers.ts";
import { identifierFor } from "../core/identity/identifier.ts";
import type { Outcome } from "../core/problems/problem.ts";
import { comparisonDocument } from "../core/report/comparison-document.ts";
import type { IsoDate } from "../core/units.ts";
import { type Constraint, parseConstraint } from "../core/verdict/constraints.ts";
import { skillById, skills } from "../core/verdict/skills.ts";
import { AsOf, Constraints, Facts, ModelName } from "./inputs.ts";
import { defineOperation } from "./operation.ts";

const skillIds = skills.map(({ id }) => id);

export const compare = defineOperation({
  name: "compare",
  summary: "Say which of two or more models to use for what, at what cost, how sure that is.",
  input: z.strictObject({
    models: z
      .array(ModelName, { error: "Expected the names of two or more models" })
      .max(20, { error: "Expected at most 20 models" })
      .describe("Two or more, by any of their names."),
    traffic: z
      .unknown()
      .optional()
      .describe("A month of use; 800M tokens in and 250M out if absent."),
    constraints: Constraints.optional(),
    task: z
      .enum(skillIds, { error: `Expected one of ${skillIds.join(", ")}` })
      .optional()
      .describe("The skill the work needs; every skill counts when absent."),
    failedTaskUsd: z
      .number({ error: "Expected US dollars, such as 0.5" })
      .positive({ error: "Expected more than 0 US dollars" })
      .max(1e9, { error: "Expected at most 1,000,000,000 US dollars" })
      .optional()
      .describe("What one failed task costs you."),
    tau: z
      .number({ error: "Expected points from 0 to 100" })
      .min(0, { error: "Expected points from 0 to 100" })
      .max(100, { error: "Expected points from 0 to 100" })
      .optional()
      .describe("Spread of set-ups in points, instead of the default of each kind of test."),
    asOf: AsOf.optional(),
    askedOn: AsOf.optional().describe("The day staleness counts from; today when absent."),
    facts: Facts.optional(),
  }),
  async run(input, deps): Promise<Outcome<Comparison>> {
    if (input.models.length < 2)
      return refuse({ code: "too-few-models", given: input.models.length });
    const traffic = readTraffic(input.traffic);
    if (!traffic.ok) return traffic;
    const constraints = readConstraints(input.constraints ?? []);
    if (!constraints.ok) return constraints;
    const opened = await deps.catalog(input.facts ?? []);
    if (!opened.ok) return opened;
    const catalog = opened.value;
    const found = findModels(catalog, input.models);
    if (!found.ok) return found;
    const today = deps.today();
    const asOf = input.asOf ?? today;
    const reach = reachesBackTo(catalog, found.value, asOf);
    if (!reach.ok) return reach;
    const compareThem = comparerOf(catalog, {
      asOf,
      askedOn: input.askedOn ?? (asOf > today ? asOf : today),
      traffic: traffic.value,
      constraints: constraints.value,
      skill: input.task === undefined ? undefined : skillById(input.task),
      failedTaskUsd: input.failedTaskUsd,
      tauPoints: input.tau,
    });
    return { ok: true, value: compareThem(found.value) };
  },
  report: comparisonDocument,
});

function refuse(problem: Extract<Outcome<never>, { ok: false }>["problem"]): Outcome<never> {
  return { ok: false, problem };
}

function readTraffic(stated: unknown): Outcome<TrafficProfile> {
  return stated === undefined ? { ok: true, value: defaultTraffic } : parseTraffic(stated);
}

export function readConstraints(texts: readonly string[]): Outcome<readonly Constraint[]> {
  const parsed: Constraint[] = [];
  for (const text of texts) {
    const constraint = parseConstraint(text);
    if (!constraint.ok) return constraint;
    parsed.push(constraint.value);
  }
  return { ok: true, value: parsed };
}

/** The ids of the models meant, in the order asked; each must be another one. */
export function findModels(catalog: Catalog, names: readonly string[]): Outcome<readonly string[]> {
  const identify = identifierFor(catalog);
  const asked = new Map<string, string>();
  for (const name of names) {
    const { model, closest } = identify(name);
    if (model === null) return refuse({ code: "model-not-found", asked: name, closest });
    const earlier = asked.get(model);
    if (earlier !== undefined) {
      return refuse({ code: "same-model-twice", model, names: [earlier, name] });
    }
    asked.set(model, name);
  }
  return { ok: true, value: [...asked.keys()] };
}

/** Refuses a day on which nothing about a model was in force yet. */
export function reachesBackTo(
  catalog: Catalog,
  modelIds: readonly string[],
  asOf: IsoDate,
): Outcome<IsoDate> {
  for (const id of modelIds) {
    const firstDay = firstDayOf(catalog, id, asOf);
    if (firstDay !== undefined && asOf < firstDay) {
      return refuse({ code: "as-of-too-early", asOf, subject: id, firstDay });
    }
  }
  return { ok: true, value: asOf };
}
