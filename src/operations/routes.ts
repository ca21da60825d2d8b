import { z } from "zod";
import type { RouteDossier } from "../core/catalog/dossier.ts";
import type { PriceProperty } from "../core/catalog/property.ts";
import { answerValue } from "../core/compare/answer-value.ts";
import type { AnswerValue } from "../core/compare/comparison.ts";
import { lifecycleText } from "../core/compare/lifecycle-text.ts";
import { dossiersOf } from "../core/evidence/dossiers.ts";
import { type CitedSource, type SourceBook, sourceBook } from "../core/evidence/source-book.ts";
import type { Document } from "../core/report/document.ts";
import { linkTo } from "../core/report/linked.ts";
import { sourceBlocks } from "../core/report/source-blocks.ts";
import type { IsoDate } from "../core/units.ts";
import { findModel } from "./find-model.ts";
import { AsOf, Facts, Limit, ModelName, Search, Word } from "./inputs.ts";
import * as listing from "./listing.ts";
import { defineOperation, type ReportOptions } from "./operation.ts";
import { Day, listHead, Sources, Value } from "./outputs.ts";

export interface RouteList extends listing.ListHead {
  readonly asOf: IsoDate;
  readonly routes: readonly ListedRoute[];
  readonly sources: readonly CitedSource[];
}

interface ListedRoute {
  readonly id: string;
  readonly provider: string;
  readonly providerName: string;
  readonly kind: string;
  readonly model: string;
  readonly lifecycle: string;
  readonly inputPrice: AnswerValue;
  readonly outputPrice: AnswerValue;
  readonly contextWindowTokens: AnswerValue;
}

export const routes = defineOperation({
  name: "routes",
  summary: "List the ways to buy and call models, with prices and limits.",
  input: z.strictObject({
    model: ModelName.optional().describe("Only routes to this model, by any of its names."),
    provider: Word.optional().describe("Only this provider's."),
    search: Search.optional(),
    limit: Limit.optional(),
    asOf: AsOf.optional(),
    facts: Facts.optional(),
  }),
  output: z.looseObject({
    ...listHead,
    asOf: Day,
    routes: z.array(
      z.looseObject({
        id: z.string(),
        model: z.string(),
        provider: z.string(),
        inputPrice: Value,
        outputPrice: Value,
        contextWindowTokens: Value,
      }),
    ),
    sources: Sources,
  }),
  async run({ model, provider, search, limit, asOf, facts }, deps) {
    const opened = await deps.catalog(facts ?? []);
    if (!opened.ok) return opened;
    const catalog = opened.value;
    const onlyModel = model === undefined ? undefined : findModel(catalog, model);
    if (onlyModel?.ok === false) return onlyModel;
    const providers = catalog.providers.map(({ id }) => id);
    const onlyProvider = listing.optionalId(provider, "provider", providers);
    if (!onlyProvider.ok) return onlyProvider;

    const day = asOf ?? deps.today();
    const dossiers = dossiersOf(catalog, day);
    const matching = catalog.routes.filter(
      (route) =>
        (onlyModel === undefined || route.model === onlyModel.value.id) &&
        (onlyProvider.value === undefined || route.provider === onlyProvider.value) &&
        listing.matches(search, [route.id, route.model]),
    );
    const book = sourceBook();
    const shown = matching.slice(0, limit).flatMap(({ id, model: of }) =>
      dossiers
        .of(of)
        .routes.filter((each) => each.entry.id === id)
        .map((each) => listedRoute(each, book)),
    );
    const counts = { total: catalog.routes.length, matching: matching.length, shown: shown.length };
    const head = { catalog: listing.catalogStamp(catalog), asOf: day, counts };
    const value: RouteList = { ...head, routes: shown, sources: book.list() };
    return { ok: true, value };
  },
  report,
});

function listedRoute(route: RouteDossier, book: SourceBook): ListedRoute {
  const price = (property: PriceProperty) => answerValue(route.fact(property), property, book);
  return {
    id: route.entry.id,
    provider: route.entry.provider,
    providerName: route.provider.name,
    kind: route.provider.kind,
    model: route.entry.model,
    lifecycle: lifecycleText(route.lifecycle),
    inputPrice: price("price.input"),
    outputPrice: price("price.output"),
    contextWindowTokens: answerValue(route.fact("limit.context"), "limit.context", book),
  };
}

function report(list: RouteList, { withSources }: ReportOptions): Document {
  const rows = list.routes.map((route) => [
    [
      route.lifecycle.startsWith("retired")
        ? linkTo({ kind: "model", id: route.model }, `${route.id} (retired)`, "retired")
        : linkTo({ kind: "model", id: route.model }, route.id),
    ],
    listing.figureCell(route.inputPrice, "price.input", list.sources),
    listing.figureCell(route.outputPrice, "price.output", list.sources),
    listing.figureCell(route.contextWindowTokens, "limit.context", list.sources),
    listing.sourceCell([route.inputPrice, route.contextWindowTokens], list.sources),
  ]);
  const columns = [
    { header: "Route", align: "left" },
    { header: "In $/Mtok", align: "right" },
    { header: "Out $/Mtok", align: "right" },
    { header: "Context", align: "right" },
    { header: "Source", align: "left" },
  ] as const;
  return {
    title: "Routes",
    stamp: listing.stampOf(list, list.asOf),
    blocks: [
      listing.countBlock(list, "routes"),
      ...(rows.length === 0 ? [] : [{ kind: "table" as const, columns, rows }]),
      ...(withSources ? sourceBlocks(list.sources) : []),
    ],
    sources: list.sources,
  };
}
