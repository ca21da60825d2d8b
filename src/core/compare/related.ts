import type { Catalog } from "../catalog/catalog.ts";
import type { ModelDossier } from "../catalog/dossier.ts";
import type { Score } from "../catalog/entries.ts";
import type { Source } from "../evidence/source.ts";
import { compareText } from "../ordering.ts";
import { formatNumber, formatUsd } from "../report/format.ts";
import { gapBetween } from "../stats/gap.ts";
import type { Comparison } from "./comparison.ts";
import type { ComparisonContext } from "./context.ts";
import { type Neighbour, neighbourOf, type RelatedIndex, relatedIndexOf } from "./related-index.ts";

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
  const self = neighbourOf(dossier);
  const kinds = kindsOf.map((find) =>
    find(self, { dossier, index, catalog }).filter(({ other }) => other !== self.id),
  );
  const related = { anchor: self.id, kinds };
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
    const because = `its maker names it as the successor of ${self.name}`;
    return [{ anchor: self.id, other: id, because, sources: dossier.lifecycle.sources }];
  });
}

/** Neighbours that score higher beyond noise in one table and cost no more. */
function betterForLess(self: Neighbour, ground: Ground): readonly Related[] {
  const { monthlyUsd } = self;
  if (monthlyUsd === null) return [];
  const found = new Map<string, Related & { readonly delta: number }>();
  for (const score of ground.dossier.scores) {
    for (const other of ground.index.scoresLike(score)) {
      const neighbour = ground.index.byId.get(other.model);
      const usd = neighbour?.monthlyUsd ?? null;
      if (neighbour === undefined || usd === null || usd > monthlyUsd) continue;
      if (other.score <= score.score || !isBeyondNoise(score, other, ground.catalog)) continue;
      const delta = other.score - score.score;
      if ((found.get(other.model)?.delta ?? 0) >= delta) continue;
      const name = benchmarkName(score, ground.catalog);
      found.set(other.model, {
        anchor: self.id,
        other: other.model,
        because: `ahead on ${name} in one table (${formatNumber(other.score, 1)} against ${formatNumber(score.score, 1)}) and not dearer`,
        sources: [score.source, ...neighbour.priceSources],
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
    .filter((each) => each.maker === self.maker && each.releasedOn > self.releasedOn)
    .sort((a, b) => compareText(b.releasedOn, a.releasedOn) || compareText(a.id, b.id))
    .map((each) => ({
      anchor: self.id,
      other: each.id,
      because: `newer, of the same maker as ${self.name} (released ${each.releasedOn})`,
      sources: each.releaseSources,
    }));
}

function sameFamily(self: Neighbour, { index }: Ground): readonly Related[] {
  if (self.family === undefined) return [];
  return index.neighbours
    .filter((each) => each.family === self.family)
    .map((each) => ({
      anchor: self.id,
      other: each.id,
      because: `of the same family as ${self.name} (${self.family})`,
      sources: [],
    }));
}

const priceBand = 0.25;

function samePrice(self: Neighbour, { index }: Ground): readonly Related[] {
  const { monthlyUsd } = self;
  if (monthlyUsd === null || monthlyUsd <= 0) return [];
  return index.neighbours
    .flatMap((each) => {
      if (each.monthlyUsd === null || each.maker === self.maker) return [];
      const distance = Math.abs(each.monthlyUsd / monthlyUsd - 1);
      return distance <= priceBand ? [{ each, usd: each.monthlyUsd, distance }] : [];
    })
    .sort((a, b) => a.distance - b.distance || compareText(a.each.id, b.each.id))
    .map(({ each, usd }) => ({
      anchor: self.id,
      other: each.id,
      because: `about the price of ${self.name}: ${formatUsd(usd)} a month at 800 M tokens in, 250 M out`,
      sources: each.priceSources,
    }));
}
