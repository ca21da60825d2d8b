import { z } from "zod";
import type { ModelDossier } from "../core/catalog/dossier.ts";
import { answerValue } from "../core/compare/answer-value.ts";
import type { AnswerValue } from "../core/compare/comparison.ts";
import { lifecycleText } from "../core/compare/lifecycle-text.ts";
import { dossiersOf } from "../core/evidence/dossiers.ts";
import { knownValue } from "../core/evidence/fact.ts";
import { type CitedSource, type SourceBook, sourceBook } from "../core/evidence/source-book.ts";
import type { Document } from "../core/report/document.ts";
import { linkTo } from "../core/report/linked.ts";
import { sourceBlocks } from "../core/report/source-blocks.ts";
import type { IsoDate } from "../core/units.ts";
import { AsOf, Facts, Limit, Search, Word } from "./inputs.ts";
import * as listing from "./listing.ts";
import { defineOperation, type ReportOptions } from "./operation.ts";
import { Day, listHead, Sources } from "./outputs.ts";

export interface ModelList extends listing.ListHead {
  readonly asOf: IsoDate;
  readonly models: readonly ListedModel[];
  readonly sources: readonly CitedSource[];
}

interface ListedModel {
  readonly id: string;
  readonly name: string;
  readonly maker: string;
  readonly makerName: string;
  readonly family: string | null;
  /** `active`, `deprecated, retires 2026-12-11 (21 days left)`, `unknown`. */
  readonly lifecycle: string;
  readonly isRetired: boolean;
  readonly released: AnswerValue;
  readonly contextWindowTokens: AnswerValue;
  readonly openness: AnswerValue;
  readonly routes: number;
  readonly isAuthored: boolean;
}

export const models = defineOperation({
  name: "models",
  summary: "List the models the catalog knows, with release, context window and status.",
  input: z.strictObject({
    maker: Word.optional().describe("Only this maker's: `qwen`."),
    family: Word.optional().describe("Only this family."),
    provider: Word.optional().describe("Only those this provider serves."),
    openness: Word.optional().describe("Only those of this openness: `open-weights`."),
    search: Search.optional(),
    limit: Limit.optional(),
    asOf: AsOf.optional(),
    facts: Facts.optional(),
  }),
  output: z.looseObject({
    ...listHead,
    asOf: Day,
    models: z.array(
      z.looseObject({
        id: z.string(),
        name: z.string(),
        lifecycle: z.string(),
        routes: z.number(),
      }),
    ),
    sources: Sources,
  }),
  async run({ maker, family, provider, openness, search, limit, asOf, facts }, deps) {
    const opened = await deps.catalog(facts ?? []);
    if (!opened.ok) return opened;
    const catalog = opened.value;
    const makers = [...new Set(catalog.models.map((model) => model.maker))];
    const providers = catalog.providers.map(({ id }) => id);
    const onlyMaker = listing.optionalId(maker, "maker", makers);
    if (!onlyMaker.ok) return onlyMaker;
    const onlyProvider = listing.optionalId(provider, "provider", providers);
    if (!onlyProvider.ok) return onlyProvider;

    const day = asOf ?? deps.today();
    const dossiers = dossiersOf(catalog, day);
    const served = new Set(
      catalog.routes
        .filter((each) => each.provider === onlyProvider.value)
        .map(({ model }) => model),
    );
    const matching = catalog.models.filter(
      (model) =>
        (onlyMaker.value === undefined || model.maker === onlyMaker.value) &&
        (onlyProvider.value === undefined || served.has(model.id)) &&
        (family === undefined || model.family?.toLowerCase() === family.toLowerCase()) &&
        listing.matches(search, [model.id, model.name, model.makerName]) &&
        (openness === undefined ||
          knownValue(dossiers.of(model.id).fact("model.openness")) === openness),
    );
    const book = sourceBook();
    const shown = matching.slice(0, limit).map((model) => listedModel(dossiers.of(model.id), book));
    const counts = {
      total: catalog.models.length,
      matching: matching.length,
      shown: shown.length,
    };
    const head = { catalog: listing.catalogStamp(catalog), asOf: day, counts };
    const value: ModelList = { ...head, models: shown, sources: book.list() };
    return { ok: true, value };
  },
  report,
});

function listedModel(dossier: ModelDossier, book: SourceBook): ListedModel {
  const { entry, fact, lifecycle, routes } = dossier;
  const { id, name, maker, makerName, family = null, isAuthored } = entry;
  const released = answerValue(fact("model.release_date"), "model.release_date", book);
  return {
    id,
    name,
    maker,
    makerName,
    family,
    lifecycle: lifecycleText(lifecycle),
    isRetired: lifecycle.status === "retired",
    released,
    contextWindowTokens: answerValue(fact("limit.context"), "limit.context", book),
    openness: answerValue(fact("model.openness"), "model.openness", book),
    routes: routes.length,
    isAuthored,
  };
}

function report(list: ModelList, { withSources }: ReportOptions): Document {
  const rows = list.models.map((model) => [
    [linkTo({ kind: "model", id: model.id }, model.id)],
    listing.figureCell(model.released, "model.release_date", list.sources),
    listing.figureCell(model.contextWindowTokens, "limit.context", list.sources),
    String(model.routes),
    model.isRetired
      ? [{ text: "retired", tone: "retired" as const }]
      : model.lifecycle === "unknown"
        ? [{ text: "unknown", tone: "unknown" as const }]
        : model.lifecycle.replace(/^deprecated, | \(.*\)$/g, ""),
    listing.sourceCell([model.released, model.contextWindowTokens], list.sources),
  ]);
  const columns = [
    { header: "Model", align: "left" },
    { header: "Released", align: "left" },
    { header: "Context", align: "right" },
    { header: "Routes", align: "right" },
    { header: "Status", align: "left" },
    { header: "Source", align: "left" },
  ] as const;
  return {
    title: "Models",
    stamp: listing.stampOf(list, list.asOf),
    blocks: [
      listing.countBlock(list, "models"),
      ...(rows.length === 0 ? [] : [{ kind: "table" as const, columns, rows }]),
      ...(withSources ? sourceBlocks(list.sources) : []),
    ],
    sources: list.sources,
  };
}
