import type { Benchmark, RouteEntry, Score } from "../../core/catalog/entries.ts";
import type { Claim } from "../../core/evidence/claim.ts";
import type { Outcome, Problem } from "../../core/problems/problem.ts";
import type { Authored, AuthoredModel, AuthoredProvider, Maker } from "./authored.ts";
import { endClaim, factClaim, priceClaims, sourceOf, termOf } from "./authored-claims.ts";
import { type Page, type Pages, readPages } from "./authored-files.ts";
import { checkPages } from "./check-pages.ts";
import type { BenchmarkFile, ModelFile, ProviderFile } from "./schemas.ts";

/** Reads the hand-kept catalog under `root`; the first thing wrong in it is the answer. */
export async function readAuthored(root: string): Promise<Outcome<Authored>> {
  const { pages, problems } = await readPages(root);
  const [problem] = [...problems, ...checkPages(pages)];
  return problem === undefined ? { ok: true, value: authoredOf(pages) } : { ok: false, problem };
}

/** Everything that is wrong in the hand-kept catalog, file by file. */
export async function checkAuthored(root: string): Promise<readonly Problem[]> {
  const { pages, problems } = await readPages(root);
  return [...problems, ...checkPages(pages)];
}

function authoredOf(pages: Pages): Authored {
  const makers = pages.makers.flatMap(({ content }) => content);
  return {
    makers,
    models: pages.models.map((page) => modelOf(page, makers)),
    providers: pages.providers.map(providerOf),
    routes: pages.providers.flatMap(routesOf),
    benchmarks: pages.benchmarks.map(benchmarkOf),
    claims: [...pages.models.flatMap(modelClaims), ...pages.providers.flatMap(routeClaims)],
    scores: pages.models.flatMap(scoresOf),
  };
}

function modelOf({ id, content }: Page<ModelFile>, makers: readonly Maker[]): AuthoredModel {
  const { sources: _sources, facts: _facts, scores: _scores, ...entry } = content;
  const maker = id.split("/")[0] ?? "";
  return {
    id,
    maker,
    makerName: makers.find((each) => each.id === maker)?.name ?? maker,
    isAuthored: true,
    ...entry,
  };
}

function providerOf({ id, content }: Page<ProviderFile>): AuthoredProvider {
  const {
    sources,
    prices: _prices,
    ends: _ends,
    terms: termLines,
    endpoints: endpointLines,
    ...entry
  } = content;
  const terms = termLines.flatMap((line) => {
    const source = sources[line.source];
    const { confidence } = line;
    const term = source && termOf(line, sourceOf(source, { ...(confidence && { confidence }) }));
    return term === undefined ? [] : [term];
  });
  const endpoints = endpointLines.flatMap(({ source, ...endpoint }) => {
    const line = sources[source];
    return line === undefined ? [] : [{ ...endpoint, source: sourceOf(line, {}) }];
  });
  return {
    id,
    ...entry,
    ...(terms.length === 0 ? {} : { terms }),
    ...(endpoints.length === 0 ? {} : { endpoints }),
  };
}

function routesOf({ id, content }: Page<ProviderFile>): readonly RouteEntry[] {
  const modelOfRoute = new Map(content.prices.map(({ route, model }) => [route, model]));
  return [...modelOfRoute].sort().map(([route, model]) => ({
    id: `${id}/${route}`,
    provider: id,
    providerModelId: route,
    model,
  }));
}

function benchmarkOf({ id, content }: Page<BenchmarkFile>): Benchmark {
  return { id, ...content, source: sourceOf(content.source, {}) };
}

function modelClaims({ id, content }: Page<ModelFile>): readonly Claim[] {
  return content.facts.flatMap((fact) => {
    const line = content.sources[fact.source];
    const { confidence } = fact;
    const claim =
      line && factClaim(id, fact, sourceOf(line, { ...(confidence && { confidence }) }));
    return claim === undefined ? [] : [claim];
  });
}

function routeClaims({ id, content }: Page<ProviderFile>): readonly Claim[] {
  const ends = content.ends.flatMap((end) => {
    const line = content.sources[end.source];
    return line === undefined ? [] : [endClaim(id, end, sourceOf(line, { route: end.route }))];
  });
  const prices = content.prices.flatMap((price) => {
    const line = content.sources[price.source];
    if (line === undefined) return [];
    const { route, confidence } = price;
    return priceClaims(id, price, sourceOf(line, { route, ...(confidence && { confidence }) }));
  });
  return [...prices, ...ends];
}

function scoresOf({ id, content }: Page<ModelFile>): readonly Score[] {
  return content.scores.flatMap((score) => {
    const line = content.sources[score.source];
    if (line === undefined) return [];
    const { source: _key, ...rest } = score;
    return [{ model: id, ...rest, reporter: line.by, source: sourceOf(line, {}) }];
  });
}
