import { createHash } from "node:crypto";
import { type CatalogContent, sortedById } from "../core/catalog/catalog-from.ts";
import type { ModelEntry } from "../core/catalog/entries.ts";
import type { Claim, Subject } from "../core/evidence/claim.ts";
import { groupBy } from "../core/group-by.ts";
import {
  CATALOG_FORMAT,
  type CatalogIndex,
  type Chunk,
  type ClaimRow,
  type ModelRow,
  type RelatedRow,
} from "./catalog-format.ts";

export interface EncodedCatalog {
  readonly hash: string;
  readonly index: string;
  readonly facts: string;
}

const HASH_DIGITS = 12;

/** The two files of a catalog. The same content gives the same bytes, whatever its order. */
export function encodeCatalog(content: CatalogContent): EncodedCatalog {
  const models = sortedById(content.models);
  const providers = sortedById(content.providers);
  const routes = sortedById(content.routes);
  const chunks = chunksOf(content, models);
  const makers = [...new Map(models.map((model) => [model.maker, model.makerName]))].sort();
  const makerNumber = numbering(makers.map(([id]) => id));
  const providerNumber = numbering(providers.map(({ id }) => id));
  const modelNumber = numbering(models.map(({ id }) => id));
  const aliases = groupBy([...content.aliases.keys()].sort(), (alias) =>
    content.aliases.get(alias),
  );
  const unsigned: Omit<CatalogIndex, "hash"> = {
    format: CATALOG_FORMAT,
    compiledOn: content.compiledOn,
    makers,
    models: models.map((model, index): ModelRow => {
      const bytes = Buffer.byteLength(chunks[index] ?? "");
      const row = [model.id, model.name, makerNumber(model.maker)] as const;
      const rest = [model.isAuthored ? 1 : 0, bytes, aliases.get(model.id) ?? []] as const;
      return model.family === undefined ? [...row, ...rest] : [...row, ...rest, model.family];
    }),
    providers,
    routes: routes.map(
      (route) =>
        [providerNumber(route.provider), route.providerModelId, modelNumber(route.model)] as const,
    ),
    benchmarks: sortedById(content.benchmarks),
  };
  const facts = chunks.join("");
  const hash = createHash("sha256")
    .update(JSON.stringify(unsigned))
    .update(facts)
    .digest("hex")
    .slice(0, HASH_DIGITS);
  const index: CatalogIndex = { ...unsigned, hash };
  return { hash, index: `${JSON.stringify(index)}\n`, facts };
}

/** One line of JSON for each model, in their order. */
function chunksOf(content: CatalogContent, models: readonly ModelEntry[]): readonly string[] {
  const modelOfSubject = new Map<Subject, string>([
    ...content.models.map(({ id }) => [`model:${id}`, id] as const),
    ...content.routes.map(({ id, model }) => [`route:${id}`, model] as const),
  ]);
  const modelOf = ({ subject }: Claim) => modelOfSubject.get(subject);
  const claims = groupBy(content.claims, modelOf);
  const heldBack = groupBy(content.quarantined ?? [], ({ claim }) => modelOf(claim));
  const scores = groupBy(content.scores, ({ model }) => model);
  return models.map(({ id }) => {
    const sources = new Interned();
    const subjects = new Interned();
    const rowOf = ({ subject, property, value, source, ...rest }: Claim): ClaimRow => {
      const row = [subjects.numberOf(subject), property, value, sources.numberOf(source)] as const;
      return Object.keys(rest).length === 0 ? row : [...row, rest];
    };
    const related = content.related?.get(id)?.map((list) =>
      list.map(({ model, because, sources: cited, retiresOn }): RelatedRow => {
        const row = [model, because, cited.map((source) => sources.numberOf(source))] as const;
        return retiresOn === undefined ? row : [...row, retiresOn];
      }),
    );
    const body = {
      claims: inOrder(claims.get(id) ?? []).map(rowOf),
      scores: inOrder(scores.get(id) ?? []).map(({ source, model: _model, ...rest }) => [
        sources.numberOf(source),
        rest,
      ]),
      heldBack: inOrder(heldBack.get(id) ?? []).map(
        ({ claim, rule, because }) => [rowOf(claim), rule, because] as const,
      ),
    };
    const chunk: Record<Exclude<keyof Chunk, "related">, unknown> = {
      sources: sources.values,
      subjects: subjects.values,
      ...body,
    };
    return `${JSON.stringify(related === undefined ? chunk : { ...chunk, related })}\n`;
  });
}

/** By their own text, so that the order of arrival leaves no trace. */
function inOrder<T>(values: readonly T[]): readonly T[] {
  return values
    .map((value) => ({ value, text: JSON.stringify(value) }))
    .sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : 0))
    .map(({ value }) => value);
}

class Interned {
  readonly values: unknown[] = [];
  private readonly numbers = new Map<string, number>();

  numberOf(value: unknown): number {
    const text = JSON.stringify(value);
    const known = this.numbers.get(text);
    if (known !== undefined) return known;
    this.numbers.set(text, this.values.length);
    return this.values.push(value) - 1;
  }
}

function numbering(ids: readonly string[]): (id: string) => number {
  const numbers = new Map(ids.map((id, index) => [id, index]));
  return (id) => {
    const number = numbers.get(id);
    if (number === undefined) throw new Error(`${id} is named and not listed.`);
    return number;
  };
}
