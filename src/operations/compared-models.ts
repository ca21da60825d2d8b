import type { Catalog } from "../core/catalog/catalog.ts";
import { firstDayOf } from "../core/evidence/dossiers.ts";
import { identifierFor } from "../core/identity/identifier.ts";
import { onceFor } from "../core/once-for.ts";
import type { Outcome, Problem } from "../core/problems/problem.ts";
import type { IsoDate } from "../core/units.ts";
import { modelsOfWorkload, type Workload } from "../core/workload/workload.ts";

/** The ids of two or more models: those named, else those of the team's work. */
export function comparedModels(
  named: readonly string[] | undefined,
  {
    catalog,
    workload,
    asOf,
  }: {
    readonly catalog: Catalog;
    readonly workload: Workload | undefined;
    readonly asOf: IsoDate;
  },
): Outcome<readonly string[]> {
  const names = named ?? (workload === undefined ? [] : modelsOfWorkload(workload));
  if (names.length < 2) return refuse({ code: "too-few-models", given: names.length });
  const found = findModels(catalog, names);
  return found.ok ? reachingBackTo(catalog, found.value, asOf) : found;
}

function refuse(problem: Problem): Outcome<never> {
  return { ok: false, problem };
}

/** Whoever asks by ids, as pages do, needs no rules for names. */
const idsIn = onceFor(({ models }: Catalog) => new Set(models.map(({ id }) => id)));

/** The ids of the models meant, in the order asked; each must be another one. */
function findModels(catalog: Catalog, names: readonly string[]): Outcome<readonly string[]> {
  const identify = identifierFor(catalog);
  const ids = idsIn(catalog);
  const asked = new Map<string, string>();
  for (const name of names) {
    const { model, closest } = ids.has(name) ? { model: name, closest: [] } : identify(name);
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
function reachingBackTo(
  catalog: Catalog,
  modelIds: readonly string[],
  asOf: IsoDate,
): Outcome<readonly string[]> {
  for (const id of modelIds) {
    const firstDay = firstDayOf(catalog, id, asOf);
    if (firstDay !== undefined && asOf < firstDay) {
      return refuse({ code: "as-of-too-early", asOf, subject: id, firstDay });
    }
  }
  return { ok: true, value: modelIds };
}
