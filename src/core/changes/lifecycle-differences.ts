import type { Lifecycle, ModelDossier, RouteDossier } from "../catalog/dossier.ts";
import type { Property, PropertyValue } from "../catalog/property.ts";
import type { Subject } from "../evidence/claim.ts";
import { type Fact, known, knownValue, unknown } from "../evidence/fact.ts";
import type { IsoDate } from "../units.ts";
import type { Difference } from "./change.ts";
import { isSameFact } from "./same-fact.ts";

interface OnDay<T> {
  readonly dossier: T;
  readonly day: IsoDate;
}

/** What happened to a model's life: announced, retired, put off, a successor named. */
export function modelLifecycleDifferences(
  before: OnDay<ModelDossier>,
  after: OnDay<ModelDossier>,
): readonly Difference[] {
  const { id } = after.dossier.entry;
  return differences(
    { subject: `model:${id}`, model: id },
    {
      status: "model.status",
      retiresOn: "model.retires_on",
      deprecatedOn: "model.deprecated_on",
      successor: "model.successor",
    },
    announced(before.dossier.lifecycle, before.day),
    announced(after.dossier.lifecycle, after.day),
  );
}

/** What happened to a route's life. */
export function routeLifecycleDifferences(
  before: OnDay<RouteDossier>,
  after: OnDay<RouteDossier>,
): readonly Difference[] {
  const { id, model } = after.dossier.entry;
  return differences(
    { subject: `route:${id}`, model },
    { status: "route.status", retiresOn: "route.retires_on" },
    announced(before.dossier.lifecycle, before.day),
    announced(after.dossier.lifecycle, after.day),
  );
}

type Aspect = "status" | "retiresOn" | "deprecatedOn" | "successor";
type Aspects = Readonly<Record<Aspect, Fact<PropertyValue>>>;

/** One event is one change: a status that moves takes its days along. */
function differences(
  about: { readonly subject: Subject; readonly model: string },
  named: Partial<Record<Aspect, Property>>,
  before: Aspects,
  after: Aspects,
): readonly Difference[] {
  const difference = (aspect: Aspect): readonly Difference[] => {
    const property = named[aspect];
    if (property === undefined || isSameFact(before[aspect], after[aspect])) return [];
    const sides = { before: before[aspect], after: after[aspect] };
    const endsOn = aspect === "status" ? knownValue(after.retiresOn) : undefined;
    const end = typeof endsOn === "string" ? { endsOn } : {};
    return [{ kind: "lifecycle", ...about, property, ...sides, ...end }];
  };
  const status = difference("status");
  const days = [...difference("retiresOn"), ...difference("deprecatedOn")].slice(0, 1);
  return [...(status.length > 0 ? status : days), ...difference("successor")];
}

/** An end that was announced later than the day was not known on it. */
function announced(lifecycle: Lifecycle, day: IsoDate): Aspects {
  const { status, deprecatedOn, retiresOn, successors, sources } = lifecycle;
  const isAhead = deprecatedOn !== undefined && deprecatedOn > day && status === "deprecated";
  const fact = (value: PropertyValue | undefined): Fact<PropertyValue> =>
    value === undefined || isAhead ? unknown("nothing is announced") : known(value, sources);
  return {
    status: isAhead
      ? known("active", sources)
      : status === "unknown"
        ? unknown("no source states it")
        : known(status, sources),
    retiresOn: fact(retiresOn),
    deprecatedOn: fact(deprecatedOn),
    successor: fact(successors.length === 0 ? undefined : successors.join("; ")),
  };
}
