import type { Catalog } from "../catalog/catalog.ts";
import type { ModelDossier } from "../catalog/dossier.ts";
import type { Score } from "../catalog/entries.ts";
import type { Source } from "../evidence/source.ts";
import { compareText } from "../ordering.ts";
import { formatNumber, formatUsd } from "../report/format.ts";
import { gapBetween } from "../stats/gap.ts";
import type { Comparison } from "./comparison.ts";
import type { ComparisonContext } from "./context.ts";
import { type Neighbour, type RelatedIndex, relatedIndexOf } from "./related-index.ts";

const shownAtMost = 6;

interface Related {
  readonly anchor: string;
  readonly other: string;
  readonly because: string;
  readonly sources: readonly Source[];
}

/** Comparisons that a reader of this one may want next; the kinds take turns. */
export function relatedOf(context: ComparisonContext): Comparison["related"] {
  const { candidates, catalog, asOf, book } = context;
  const index = relatedIndexOf(catalog, asOf);
  const compared = new Set(candidates.map(({ dossier }) => dossier.entry.id));
  const ofAll = candidates
    .map(({ dossier }) => relatedTo(dossier, index, catalog))
    .sort((a, b) => compareText(a.anchor, b.anchor));
  const taken = new Set(compared);
  const chosen: Related[] = [];
  const mostTurns = Math.max(...ofAll.flatMap(({ kinds }) => kinds.map((kind) => kind.length)));
  for (let turn = 0; turn < mostTurns && chosen.length < shownAtMost; turn++) {
    for (const kind of kindsOf.keys()) {
      for (const { kinds } of ofAll) {
        const next = kinds[kind]?.[turn];
        if (next === undefined || taken.has(next.other) || chosen.length >= shownAtMost) continue;
        taken.add(next.other);
        chosen.push(next);
      }
    }
  }
  return chosen.map(({ anchor, other, because, sources }) => ({
    models: [anchor, other],
    because,
    sources: book.cite(sources),
  }));
}

interface RelatedToOne {
  readonly anchor: string;
  /** One list a kind, the nearest first. */
  readonly kinds: readonly (readonly Related[])[];
}

const settledKinds = new WeakMap<ModelDossier, RelatedToOne>();

function relatedTo(dossier: ModelDossier, index: RelatedIndex, catalog: Catalog): RelatedToOne {
  const settled = settledKinds.get(dossier);
  if (settled !== undefined) return settled;
  const { id } = dossier.entry;
  const self = index.byId.get(id) ?? index.of(dossier.entry);
  const kinds = kindsOf.map((find) =>
    find(self, { dossier, index, catalog }).filter(({ other }) => other !== id),
  );
  const related = { anchor: id, kinds };
  settledKinds.set(dossier, related);
  return related;
}

interface Ground {
  readonly dossier: ModelDossier;
  readonly index: RelatedIndex;
  readonly catalog: Catalog;
}

type Kind = (self: Neighbour, ground: Ground) => readonly Related[];

const kindsOf: readonly Kind[] = [successors, betterForLess, newerOfMaker, sameFamily, samePrice];

function successors(self: Neighbour, { dossier, index }: Ground): readonly Related[] {
  return dossier.lifecycle.successors.flatMap((id) => {
    if (!index.byId.has(id)) return [];
    const because = `its maker names it as the successor of ${self.entry.name}`;
    return [{ anchor: self.entry.id, other: id, because, sources: dossier.lifecycle.sources }];
  });
}

/** Neighbours that score higher beyond noise in one table and cost no more. */
function betterForLess(self: Neighbour, ground: Ground): readonly Related[] {
  if (self.price === undefined) return [];
  const { monthlyUsd } = self.price;
  const found = new Map<string, Related & { readonly delta: number }>();
  for (const score of ground.dossier.scores) {
    for (const other of ground.index.scoresLike(score)) {
      const neighbour = ground.index.byId.get(other.model);
      if (neighbour?.price === undefined || neighbour.price.monthlyUsd > monthlyUsd) continue;
      if (other.score <= score.score || !isBeyondNoise(score, other, ground.catalog)) continue;
      const delta = other.score - score.score;
      if ((found.get(other.model)?.delta ?? 0) >= delta) continue;
      const name = benchmarkName(score, ground.catalog);
      found.set(other.model, {
        anchor: self.entry.id,
        other: other.model,
        because: `ahead on ${name} in one table (${formatNumber(other.score, 1)} against ${formatNumber(score.score, 1)}) and not dearer`,
        sources: [score.source, ...neighbour.price.sources],
        delta,
      });
    }
  }
  return [...found.values()].sort((a, b) => b.delta - a.delta || compareText(a.other, b.other));
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

function newerOfMaker(self: Neighbour, { index }: Ground): readonly Related[] {
  if (self.releasedOn === "") return [];
  return index.neighbours
    .filter((each) => each.entry.maker === self.entry.maker && each.releasedOn > self.releasedOn)
    .sort((a, b) => compareText(b.releasedOn, a.releasedOn) || compareText(a.entry.id, b.entry.id))
    .map((each) => ({
      anchor: self.entry.id,
      other: each.entry.id,
      because: `newer, of the same maker as ${self.entry.name} (released ${each.releasedOn})`,
      sources: each.releaseSources,
    }));
}

function sameFamily(self: Neighbour, { index }: Ground): readonly Related[] {
  if (self.entry.family === undefined) return [];
  return index.neighbours
    .filter((each) => each.entry.family === self.entry.family)
    .map((each) => ({
      anchor: self.entry.id,
      other: each.entry.id,
      because: `of the same family as ${self.entry.name} (${self.entry.family})`,
      sources: [],
    }));
}

const priceBand = 0.25;

function samePrice(self: Neighbour, { index }: Ground): readonly Related[] {
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
      anchor: self.entry.id,
      other: entry.id,
      because: `about the price of ${self.entry.name}: ${formatUsd(price.monthlyUsd)} a month at 800 M tokens in, 250 M out`,
      sources: price.sources,
    }));
}
