import type { Catalog, RelatedLists, RelatedModel } from "../catalog/catalog.ts";
import type { ModelDossier } from "../catalog/dossier.ts";
import type { Score } from "../catalog/entries.ts";
import { namesIn } from "../catalog/model-names.ts";
import { compareText } from "../ordering.ts";
import { formatNumber, formatUsd } from "../report/format.ts";
import { gapBetween } from "../stats/gap.ts";
import type { IsoDate } from "../units.ts";
import type { Comparison } from "./comparison.ts";
import type { ComparisonContext } from "./context.ts";
import { type Neighbour, type RelatedIndex, relatedIndexOf } from "./related-index.ts";
import { idOf } from "./wording.ts";

const shownAtMost = 6;
/** Of each kind; more than are ever shown, as some are compared already or gone. */
const keptAtMost = 10;

/** Comparisons that a reader of this one may want next; the kinds take turns. */
export function relatedOf(context: ComparisonContext): Comparison["related"] {
  const { candidates, catalog, asOf, book } = context;
  const names = namesIn(catalog);
  const taken = new Set(candidates.map(({ dossier }) => dossier.entry.id));
  const anchors = [...candidates]
    .sort((a, b) => compareText(idOf(a), idOf(b)))
    .map(({ dossier }) => ({
      anchor: dossier.entry.id,
      lists: relatedListsOf(dossier, catalog, asOf),
    }));
  const chosen: { readonly anchor: string; readonly other: RelatedModel }[] = [];
  const mostTurns = Math.max(...anchors.flatMap(({ lists }) => lists.map((list) => list.length)));
  for (let turn = 0; turn < mostTurns && chosen.length < shownAtMost; turn++) {
    for (const kind of kindsOf.keys()) {
      for (const { anchor, lists } of anchors) {
        const other = lists[kind]?.[turn];
        if (other === undefined || taken.has(other.model) || chosen.length >= shownAtMost) continue;
        taken.add(other.model);
        chosen.push({ anchor, other });
      }
    }
  }
  return chosen.map(({ anchor, other }) => ({
    models: [anchor, other.model],
    names: [anchor, other.model].map((id) => names.get(id) ?? id),
    because: other.because,
    sources: book.cite(other.sources),
  }));
}

/** What is related to a model on a day, one list for each kind of relation, the nearest first. */
export function relatedListsOf(
  dossier: ModelDossier,
  catalog: Catalog,
  asOf: IsoDate,
): RelatedLists {
  return knownLists(dossier, catalog, asOf) ?? relatedLists(dossier, catalog, asOf);
}

/** What the catalog brought along, if it holds for the day: without those gone since. */
function knownLists(
  { entry }: ModelDossier,
  catalog: Catalog,
  asOf: IsoDate,
): RelatedLists | undefined {
  if (asOf < catalog.compiledOn) return undefined;
  return catalog
    .relatedTo?.(entry.id)
    ?.map((list) => list.filter(({ retiresOn }) => retiresOn === undefined || asOf < retiresOn));
}

const settledLists = new WeakMap<ModelDossier, RelatedLists>();

/** What is related to a model, found by looking at every model of the catalog. */
export function relatedLists(dossier: ModelDossier, catalog: Catalog, asOf: IsoDate): RelatedLists {
  const settled = settledLists.get(dossier);
  if (settled !== undefined) return settled;
  const index = relatedIndexOf(catalog, asOf);
  const { id } = dossier.entry;
  const self = index.byId.get(id) ?? index.of(dossier.entry);
  const lists = kindsOf.map((find) =>
    find(self, { dossier, index, catalog })
      .filter(({ model }) => model !== id)
      .slice(0, keptAtMost)
      .map((each) => {
        const retiresOn = index.byId.get(each.model)?.lifecycle.retiresOn;
        return retiresOn === undefined ? each : { ...each, retiresOn };
      }),
  );
  settledLists.set(dossier, lists);
  return lists;
}

interface Ground {
  readonly dossier: ModelDossier;
  readonly index: RelatedIndex;
  readonly catalog: Catalog;
}

type Kind = (self: Neighbour, ground: Ground) => readonly RelatedModel[];

const kindsOf: readonly Kind[] = [successors, betterForLess, newerOfMaker, sameFamily, samePrice];

function successors(self: Neighbour, { dossier, index }: Ground): readonly RelatedModel[] {
  return dossier.lifecycle.successors.flatMap((id) => {
    if (!index.byId.has(id)) return [];
    const because = `its maker names it as the successor of ${self.entry.name}`;
    return [{ model: id, because, sources: dossier.lifecycle.sources }];
  });
}

/** Neighbours that score higher beyond noise in one table and cost no more. */
function betterForLess(self: Neighbour, ground: Ground): readonly RelatedModel[] {
  if (self.price === undefined) return [];
  const { monthlyUsd } = self.price;
  const found = new Map<string, RelatedModel & { readonly delta: number }>();
  for (const score of ground.dossier.scores) {
    for (const other of ground.index.scoresLike(score)) {
      const neighbour = ground.index.byId.get(other.model);
      if (neighbour?.price === undefined || neighbour.price.monthlyUsd > monthlyUsd) continue;
      if (other.score <= score.score || !isBeyondNoise(score, other, ground.catalog)) continue;
      const delta = other.score - score.score;
      if ((found.get(other.model)?.delta ?? 0) >= delta) continue;
      const name = benchmarkName(score, ground.catalog);
      found.set(other.model, {
        model: other.model,
        because: `ahead on ${name} in one table (${formatNumber(other.score, 1)} against ${formatNumber(score.score, 1)}) and not dearer`,
        sources: [score.source, ...neighbour.price.sources],
        delta,
      });
    }
  }
  return [...found.values()].sort((a, b) => b.delta - a.delta || compareText(a.model, b.model));
}

function isBeyondNoise(score: Score, other: Score, catalog: Catalog): boolean {
  const benchmark = catalog.benchmarks.find((each) => each.id === score.benchmark);
  const items = score.items ?? (score.variant === undefined ? benchmark?.items : undefined);
  if (benchmark === undefined || items === undefined) return false;
  const { label } = gapBetween({
    scoreA: score.score,
    scoreB: other.score,
    items,
    group: benchmark.group,
    comparability: "same-table",
  });
  return label === "clear";
}

function benchmarkName(score: Score, catalog: Catalog): string {
  return catalog.benchmarks.find((each) => each.id === score.benchmark)?.name ?? score.benchmark;
}

function newerOfMaker(self: Neighbour, { index }: Ground): readonly RelatedModel[] {
  if (self.releasedOn === "") return [];
  return index.neighbours
    .filter((each) => each.entry.maker === self.entry.maker && each.releasedOn > self.releasedOn)
    .sort((a, b) => compareText(b.releasedOn, a.releasedOn) || compareText(a.entry.id, b.entry.id))
    .map((each) => ({
      model: each.entry.id,
      because: `newer, of the same maker as ${self.entry.name} (released ${each.releasedOn})`,
      sources: each.releaseSources,
    }));
}

function sameFamily(self: Neighbour, { index }: Ground): readonly RelatedModel[] {
  if (self.entry.family === undefined) return [];
  return index.neighbours
    .filter((each) => each.entry.family === self.entry.family)
    .map((each) => ({
      model: each.entry.id,
      because: `of the same family as ${self.entry.name} (${self.entry.family})`,
      sources: [],
    }));
}

const priceBand = 0.25;

function samePrice(self: Neighbour, { index }: Ground): readonly RelatedModel[] {
  if (self.price === undefined || self.price.monthlyUsd <= 0) return [];
  const { monthlyUsd } = self.price;
  return index.neighbours
    .flatMap(({ entry, price }) => {
      if (price === undefined || entry.maker === self.entry.maker) return [];
      const distance = Math.abs(price.monthlyUsd / monthlyUsd - 1);
      return distance <= priceBand ? [{ entry, price, distance }] : [];
    })
    .sort((a, b) => a.distance - b.distance || compareText(a.entry.id, b.entry.id))
    .map(({ entry, price }) => ({
      model: entry.id,
      because: `about the price of ${self.entry.name}: ${formatUsd(price.monthlyUsd)} a month at 800 M tokens in, 250 M out`,
      sources: price.sources,
    }));
}
