import type { ModelDossier, RouteDossier } from "../catalog/dossier.ts";
import { type Dossiers, dossiersOf } from "../evidence/dossiers.ts";
import { known } from "../evidence/fact.ts";
import type { Source } from "../evidence/source.ts";
import { type Change, type ChangeScope, type Difference, isInScope, type Side } from "./change.ts";
import { changePercentOf } from "./change-percent.ts";
import { changeText } from "./change-text.ts";
import { dayOfChange } from "./day-of-change.ts";
import { modelFactDifferences, routeFactDifferences } from "./fact-differences.ts";
import { isStill } from "./is-still.ts";
import { modelLifecycleDifferences, routeLifecycleDifferences } from "./lifecycle-differences.ts";
import { mostUrgentFirst } from "./most-urgent-first.ts";
import { pairUp } from "./pair-up.ts";
import { modelOn, routesOn } from "./presence.ts";
import { priceDifferences } from "./price-differences.ts";
import { isDecidedAnew } from "./same-fact.ts";
import { scoreDifferences } from "./score-differences.ts";

/** A side with its dossiers at hand. */
interface OpenSide {
  readonly dossiers: Dossiers;
  readonly modelIds: ReadonlySet<string>;
}

/**
 * What changed from one catalog, or one day of it, to another. Settled facts are compared, so that
 * a source read again, another source for the same value, or files in another order are no change.
 * A new model comes with its routes and facts, and a retired route keeps its last price: neither is
 * told apart. Ordered as `mostUrgentFirst` says.
 */
export function changesBetween(from: Side, to: Side, scope: ChangeScope = {}): readonly Change[] {
  const [before, after] = [openSide(from), openSide(to)];
  const modelIds = [...new Set([...before.modelIds, ...after.modelIds])];
  return modelIds
    .filter((id) => (scope.models?.has(id) ?? true) && !isStill(id, from, to))
    .flatMap((id) => differencesOfModel(id, before, after))
    .filter((difference) => isInScope(difference, scope))
    .map((difference) => changeOf(difference, from, to))
    .sort(mostUrgentFirst);
}

function openSide({ catalog, day }: Side): OpenSide {
  return {
    dossiers: dossiersOf(catalog, day),
    modelIds: new Set(catalog.models.map(({ id }) => id)),
  };
}

function changeOf(difference: Difference, from: Side, to: Side): Change {
  const change = {
    ...difference,
    changePercent: changePercentOf(difference),
    isDecidedAnew: isValue(difference) && isDecidedAnew(difference.before, difference.after),
    on: dayOfChange(difference, from, to),
  };
  return { ...change, text: changeText(change, from, to) };
}

/** Events come about by themselves; a value is what a source decides. */
function isValue({ kind, property }: Difference): boolean {
  return kind !== "lifecycle" && property !== "listed";
}

function differencesOfModel(id: string, from: OpenSide, to: OpenSide): readonly Difference[] {
  const before = modelOn(from.dossiers, from.modelIds, id);
  const after = modelOn(to.dossiers, to.modelIds, id);
  if (before === undefined || after === undefined) return appearance("model", id, before, after);
  const models = {
    before: { dossier: before, dossiers: from.dossiers, day: from.dossiers.asOf },
    after: { dossier: after, dossiers: to.dossiers, day: to.dossiers.asOf },
  };
  const lifecycle = modelLifecycleDifferences(models.before, models.after);
  return [
    ...lifecycle,
    ...modelFactDifferences(models.before, models.after),
    ...scoreDifferences(id, before.scores, after.scores),
    ...pairUp(routesOn(before, from.dossiers), routesOn(after, to.dossiers)).flatMap(
      ([routeBefore, routeAfter]) =>
        routeBefore === undefined || routeAfter === undefined
          ? appearance("route", id, routeBefore, routeAfter)
          : differencesOfRoute(
              { ...models.before, dossier: routeBefore, model: before },
              { ...models.after, dossier: routeAfter, model: after },
              lifecycle.length > 0,
            ),
    ),
  ];
}

interface RouteOn {
  readonly dossier: RouteDossier;
  readonly model: ModelDossier;
  readonly dossiers: Dossiers;
  readonly day: string;
}

/** @param isTold the model's own change says already that it ends, and so what depends on it */
function differencesOfRoute(
  before: RouteOn,
  after: RouteOn,
  isTold: boolean,
): readonly Difference[] {
  const both = [before, after];
  const isInherited = both.some(({ dossier, model }) => dossier.lifecycle === model.lifecycle);
  const isRetired = both.some(({ dossier }) => dossier.lifecycle.status === "retired");
  const lifecycle = isTold && isInherited ? [] : routeLifecycleDifferences(before, after);
  if (isRetired) return lifecycle;
  return [
    ...lifecycle,
    ...priceDifferences(before.dossier, after.dossier),
    ...routeFactDifferences(before, after),
  ];
}

/** A model or a route that only one side has; nothing at all where neither does. */
function appearance(
  kind: "model" | "route",
  model: string,
  before: ModelDossier | RouteDossier | undefined,
  after: ModelDossier | RouteDossier | undefined,
): readonly Difference[] {
  const id = (before ?? after)?.entry.id;
  if (id === undefined) return [];
  const listed = (dossier: ModelDossier | RouteDossier | undefined) =>
    known(dossier !== undefined, dossier === undefined ? [] : sourcesBehind(dossier));
  const sides = { before: listed(before), after: listed(after) };
  return [{ kind, subject: `${kind}:${id}`, model, property: "listed", ...sides }];
}

/** Who says that it is there: the release of a model, the prices of a route. */
function sourcesBehind(dossier: ModelDossier | RouteDossier): readonly Source[] {
  if ("prices" in dossier) return (dossier.prices[0]?.sources ?? []).slice(0, 1);
  const released = dossier.fact("model.release_date");
  if (released.state === "known") return released.sources;
  return dossier.routes.flatMap(sourcesBehind).slice(0, 1);
}
