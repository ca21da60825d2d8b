import type { Catalog } from "../catalog/catalog.ts";
import type { Lifecycle, RouteDossier } from "../catalog/dossier.ts";
import { type CapabilityProperty, properties } from "../catalog/property.ts";
import type { Candidate } from "../compare/candidate.ts";
import { candidatesOf } from "../compare/candidates.ts";
import type { TrafficProfile } from "../cost/traffic.ts";
import { trafficSource } from "../cost/traffic-source.ts";
import type { Dossiers } from "../evidence/dossiers.ts";
import { type SourceBook, sourceBook } from "../evidence/source-book.ts";
import { groupBy } from "../group-by.ts";
import { identifierFor, resolverFor } from "../identity/identifier.ts";
import { compareText } from "../ordering.ts";
import type { IsoDate } from "../units.ts";
import { answeredSuccessor, modelCost } from "./answered-successor.ts";
import type { LeftOutFiles } from "./code-file.ts";
import { type Collected, mostPlaces, type Named, type Place } from "./collect-places.ts";
import { brokenBy, type FailRule } from "./fail-on.ts";
import { isEnding, lifecycleOfName } from "./lifecycle-of-name.ts";
import type { FoundModel, ScanReport, UnknownName, UsedCapability } from "./scan-report.ts";
import { successorsOf } from "./successors.ts";

export interface ScanTerms {
  readonly path: string | readonly string[];
  readonly askedOn: IsoDate;
  readonly traffic: TrafficProfile;
  readonly failOn: readonly FailRule[];
  readonly leftOut: LeftOutFiles;
}

/** What the names of a code base mean on the day, and what to do about those that end. */
export function buildScanReport(
  dossiers: Dossiers,
  { filesRead, linesRead, bytesRead, named }: Collected,
  terms: ScanTerms,
): ScanReport {
  const { askedOn, path, traffic, leftOut, failOn } = terms;
  const { catalog, asOf } = dossiers;
  const book = sourceBook();
  const trafficSources = book.cite([trafficSource(traffic, askedOn)]);
  const desk = deskOf(dossiers, traffic, book);
  const found = [...groupsOf(named, desk).values()]
    .map((group) => foundModel(group, desk))
    .sort((a, b) => compareText(deadlineOf(a), deadlineOf(b)) || compareText(a.model, b.model));
  const unknown = unknownNames(named, catalog);
  return {
    asOf,
    catalog: { hash: catalog.hash, compiledOn: catalog.compiledOn },
    path,
    filesRead,
    linesRead,
    bytesRead,
    leftOut,
    traffic,
    trafficSources,
    found,
    unknown,
    failOn: failOn.map(({ text }) => text),
    failed: [
      ...found.flatMap(({ model, status, daysLeft }) =>
        brokenBy({ status, ...(daysLeft === null ? {} : { daysLeft }) }, failOn).map(
          ({ text }) => ({ rule: text, what: model }),
        ),
      ),
      ...unknown.flatMap(({ text: what }) =>
        failOn.filter(({ kind }) => kind === "unknown").map(({ text }) => ({ rule: text, what })),
      ),
    ],
    sources: book.list(),
  };
}

/** What one answer reaches for again and again. */
interface Desk {
  readonly dossiers: Dossiers;
  readonly candidateOf: (model: string) => Candidate;
  readonly modelOf: (name: string) => string | null;
  readonly book: SourceBook;
}

function deskOf(dossiers: Dossiers, traffic: TrafficProfile, book: SourceBook): Desk {
  const ask = { traffic, constraints: [] };
  const candidates = new Map<string, Candidate>();
  const resolve = resolverFor(dossiers.catalog);
  return {
    dossiers,
    book,
    modelOf: (name) => resolve(name).model,
    candidateOf: (model) => {
      const known = candidates.get(model);
      if (known !== undefined) return known;
      const [candidate] = candidatesOf([dossiers.of(model)], ask);
      if (candidate === undefined) throw new Error(`no candidate for ${model}`);
      candidates.set(model, candidate);
      return candidate;
    },
  };
}

/** Spellings of one model that end on the same day, through the same seller. */
interface Group {
  readonly model: string;
  readonly lifecycle: Lifecycle;
  readonly route: RouteDossier | undefined;
  readonly named: Named[];
}

function groupsOf(named: readonly Named[], { dossiers }: Desk): ReadonlyMap<string, Group> {
  const groups = new Map<string, Group>();
  for (const each of named) {
    if (each.model === null) continue;
    const { lifecycle, route } = lifecycleOfName(each.text, dossiers.of(each.model));
    const key = `${each.model} ${route?.entry.id ?? ""}`;
    const group = groups.get(key) ?? { model: each.model, lifecycle, route, named: [] };
    group.named.push(each);
    groups.set(key, group);
  }
  return groups;
}

function foundModel({ model, lifecycle, route, named }: Group, desk: Desk): FoundModel {
  const { book } = desk;
  const candidate = desk.candidateOf(model);
  const { name, makerName } = candidate.dossier.entry;
  const uses = usesOf(named);
  const isRouteAlone = route !== undefined;
  const cost = modelCost(candidate, route, book);
  const terms = { ...desk, uses: uses.map(({ property }) => property), isRouteAlone };
  return {
    model,
    name,
    makerName,
    status: lifecycle.status,
    deprecatedOn: lifecycle.deprecatedOn ?? null,
    retiresOn: lifecycle.retiresOn ?? null,
    daysLeft: lifecycle.daysLeft ?? null,
    route: route?.entry.id ?? null,
    names: named.map(({ text }) => text),
    count: named.reduce((sum, { count }) => sum + count, 0),
    places: named
      .flatMap(({ places }) => places)
      .sort(byPlace)
      .slice(0, mostPlaces),
    uses: uses.map(({ property: _, ...use }) => use),
    cost,
    successors: isEnding(lifecycle)
      ? successorsOf(candidate, terms).map((each) =>
          answeredSuccessor(each, { from: candidate, cost, uses: terms.uses, book }),
        )
      : [],
    sources: book.cite(lifecycle.sources),
  };
}

function byPlace(a: Place, b: Place): number {
  return compareText(a.file, b.file) || a.line - b.line || a.column - b.column;
}

function usesOf(
  named: readonly Named[],
): readonly (UsedCapability & { readonly property: CapabilityProperty })[] {
  const byCapability = groupBy(
    named.flatMap(({ uses }) => uses),
    ({ capability }) => capability,
  );
  return [...byCapability]
    .map(([property, places]) => ({
      property,
      capability: property.slice("cap.".length),
      label: properties[property].label,
      places: [...new Map(places.map((place) => [place.file, place])).values()].sort((a, b) =>
        compareText(a.file, b.file),
      ),
    }))
    .sort((a, b) => compareText(a.capability, b.capability));
}

/** Days sort as text; an end without a day comes behind those with one. */
function deadlineOf({ status, retiresOn }: FoundModel): string {
  if (retiresOn !== null) return retiresOn;
  if (status === "retired") return "0";
  return status === "deprecated" ? "9998" : "9999";
}

function unknownNames(named: readonly Named[], catalog: Catalog): readonly UnknownName[] {
  const identify = identifierFor(catalog);
  return named
    .filter(({ model }) => model === null)
    .map(({ text, count, places }) => ({
      text,
      because: identify(text).because,
      count,
      places,
    }));
}
