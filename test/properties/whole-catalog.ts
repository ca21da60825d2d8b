import fc from "fast-check";
import type { Catalog } from "../../src/core/catalog/catalog.ts";
import { type Comparer, comparerOf } from "../../src/core/compare/compare.ts";
import type { Comparison } from "../../src/core/compare/comparison.ts";
import { defaultTraffic } from "../../src/core/cost/traffic.ts";
import type { Source } from "../../src/core/evidence/source.ts";
import type { CitedSource } from "../../src/core/evidence/source-book.ts";
import { openCatalog } from "../../src/store/compiled-catalog.ts";

export const catalog = await openCatalog();
export const day = "2026-11-20";

export function comparer(of: Catalog = catalog, askedOn: string = day): Comparer {
  const traffic = defaultTraffic;
  return comparerOf(of, { asOf: day, askedOn, traffic, constraints: [] });
}

export const compare = comparer();

const listed = catalog.models.map(({ id }) => id);
const authored = catalog.models.filter(({ isAuthored }) => isAuthored).map(({ id }) => id);

/**
 * Models that fall together by chance, the same at every run; two in three of them from those with
 * scores, for the others leave little to weigh.
 */
export function randomModels(
  count: number,
  { atLeast, atMost }: { readonly atLeast: number; readonly atMost: number },
): readonly (readonly string[])[] {
  const anyModel = fc.oneof(
    { weight: 2, arbitrary: fc.constantFrom(...authored) },
    { weight: 1, arbitrary: fc.constantFrom(...listed) },
  );
  const models = fc.uniqueArray(anyModel, { minLength: atLeast, maxLength: atMost });
  return fc.sample(models, { seed: 20261120, numRuns: count });
}

export const randomPairs = (count: number) => randomModels(count, { atLeast: 2, atMost: 2 });

/** Can be bought for ordinary traffic today, as the answer itself lists its routes. */
export function isOnSale({ routes }: Comparison, modelId: string): boolean {
  return routes.some(
    ({ model, kind, status, inputUsdPerMtok, outputUsdPerMtok }) =>
      model === modelId &&
      kind !== "plan" &&
      status !== "retired" &&
      inputUsdPerMtok !== null &&
      outputUsdPerMtok !== null,
  );
}

/**
 * The same catalog as if one source had never spoken, nor those who copied from it: what others
 * of its lineage say about the same thing goes with it, for a lineage counts once.
 */
export function without(cited: CitedSource): Catalog {
  const isIt = ({ source }: { readonly source: Source }) =>
    source.kind === cited.kind &&
    source.observedOn === cited.observedOn &&
    source.confidence === cited.confidence &&
    source.name === cited.name &&
    source.ref === cited.ref;
  const kept = <T extends { readonly source: Source }>(
    said: readonly T[],
    topicOf: (each: T) => string,
  ): readonly T[] => {
    const gone = new Set(
      said.filter(isIt).map((each) => `${each.source.lineage} ${topicOf(each)}`),
    );
    return said.filter(
      (each) => !isIt(each) && !gone.has(`${each.source.lineage} ${topicOf(each)}`),
    );
  };
  return {
    ...catalog,
    claimsAbout: (subject) => kept(catalog.claimsAbout(subject), ({ property }) => property),
    scoresOf: (modelId) =>
      kept(catalog.scoresOf(modelId), ({ benchmark, score }) => `${benchmark} ${score}`),
    quarantinedAbout: (subject) => catalog.quarantinedAbout(subject),
  };
}
