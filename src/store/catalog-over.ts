import type { Catalog, QuarantinedClaim, RelatedLists } from "../core/catalog/catalog.ts";
import type { ModelEntry, RouteEntry, Score } from "../core/catalog/entries.ts";
import { isProperty } from "../core/catalog/property.ts";
import type { Claim, Subject } from "../core/evidence/claim.ts";
import { groupBy } from "../core/group-by.ts";
import {
  type CatalogIndex,
  type Chunk,
  claimOf,
  quarantinedOf,
  relatedOf,
  scoreOf,
} from "./catalog-format.ts";

interface Shelf {
  readonly claims: ReadonlyMap<Subject, readonly Claim[]>;
  readonly scores: readonly Score[];
  readonly heldBack: ReadonlyMap<Subject, readonly QuarantinedClaim[]>;
  readonly related: RelatedLists | undefined;
}

const emptyShelf: Shelf = {
  claims: new Map(),
  scores: [],
  heldBack: new Map(),
  related: undefined,
};

/**
 * The catalog over its two files, wherever they were read. Runs in a browser, too.
 *
 * @param readFacts called once, when the first model is asked for
 */
export function catalogOver(index: CatalogIndex, readFacts: () => Uint8Array): Catalog {
  const models = index.models.map(([id, name, makerNumber, isAuthored, , , family]): ModelEntry => {
    const [maker = "", makerName = ""] = index.makers[makerNumber] ?? [];
    const entry = { id, name, maker, makerName, isAuthored: isAuthored === 1 };
    return family === undefined ? entry : { ...entry, family };
  });
  const routes = index.routes.map(([providerNumber, providerModelId, model]): RouteEntry => {
    const provider = index.providers[providerNumber]?.id ?? "";
    const id = `${provider}/${providerModelId}`;
    return { id, provider, providerModelId, model: models[model]?.id ?? "" };
  });
  const numberOf = once(() => subjectNumbers(index, routes));
  const shelfOf = shelves(index, readFacts);
  const aliases = once(() => aliasesOf(index));
  return {
    hash: index.hash,
    compiledOn: index.compiledOn,
    models,
    providers: index.providers,
    routes,
    benchmarks: index.benchmarks,
    get aliases() {
      return aliases();
    },
    claimsAbout: (subject) => shelfOf(numberOf().get(subject)).claims.get(subject) ?? [],
    scoresOf: (modelId) => shelfOf(numberOf().get(`model:${modelId}`)).scores,
    quarantinedAbout: (subject) => shelfOf(numberOf().get(subject)).heldBack.get(subject) ?? [],
    relatedTo: (modelId) => shelfOf(numberOf().get(`model:${modelId}`)).related,
  };
}

/** The number of the model in whose chunk a subject stands. */
function subjectNumbers(
  index: CatalogIndex,
  routes: readonly RouteEntry[],
): ReadonlyMap<string, number> {
  const numbers = new Map<string, number>();
  for (const [number, [id]] of index.models.entries()) numbers.set(`model:${id}`, number);
  for (const [number, { id }] of routes.entries()) {
    const model = index.routes[number]?.[2];
    if (model !== undefined) numbers.set(`route:${id}`, model);
  }
  return numbers;
}

function aliasesOf(index: CatalogIndex): ReadonlyMap<string, string> {
  const aliases = new Map<string, string>();
  for (const [id, , , , , names] of index.models) for (const name of names) aliases.set(name, id);
  return aliases;
}

const decoder = new TextDecoder();

/** Reads the facts file when the first model is asked for, and parses each chunk once. */
function shelves(
  { models }: CatalogIndex,
  readFacts: () => Uint8Array,
): (number: number | undefined) => Shelf {
  const bytes = once(readFacts);
  const ends = once(() => {
    let end = 0;
    return models.map(([, , , , length]) => (end += length));
  });
  const parsed = new Map<number, Shelf>();
  return (number) => {
    const model = number === undefined ? undefined : models[number];
    if (number === undefined || model === undefined) return emptyShelf;
    const known = parsed.get(number);
    if (known !== undefined) return known;
    const chunk = decoder.decode(bytes().subarray(ends()[number - 1] ?? 0, ends()[number]));
    const shelf = shelfFrom(JSON.parse(chunk), model[0]);
    parsed.set(number, shelf);
    return shelf;
  };
}

/** What another version could claim and this one cannot is passed over. */
function shelfFrom(chunk: Chunk, model: string): Shelf {
  const claims = chunk.claims
    .filter(([, property]) => isProperty(property))
    .map((row) => claimOf(row, chunk));
  const heldBack = chunk.heldBack
    .filter(([[, property]]) => isProperty(property))
    .map((row) => quarantinedOf(row, chunk));
  return {
    claims: groupBy(claims, (claim) => claim.subject),
    scores: chunk.scores.map((row) => scoreOf(row, model, chunk)),
    heldBack: groupBy(heldBack, ({ claim }) => claim.subject),
    related: chunk.related?.map((list) => list.map((row) => relatedOf(row, chunk))),
  };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
