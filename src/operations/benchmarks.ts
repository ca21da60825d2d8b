import { z } from "zod";
import type { Benchmark } from "../core/catalog/entries.ts";
import { type CitedSource, sourceBook } from "../core/evidence/source-book.ts";
import type { Document } from "../core/report/document.ts";
import { formatTokens } from "../core/report/format.ts";
import { linkTo } from "../core/report/linked.ts";
import { opening } from "../core/report/marked.ts";
import { sourceBlocks } from "../core/report/source-blocks.ts";
import { Facts, Limit, Search, Word } from "./inputs.ts";
import * as listing from "./listing.ts";
import { defineOperation, type ReportOptions } from "./operation.ts";
import { listHead, NumberOrNull, Sources } from "./outputs.ts";

export interface BenchmarkList extends listing.ListHead {
  readonly benchmarks: readonly ListedBenchmark[];
  readonly sources: readonly CitedSource[];
}

interface ListedBenchmark extends Omit<Benchmark, "items" | "source"> {
  /** `null`: nobody published the count. */
  readonly items: number | null;
  readonly sources: readonly string[];
}

export const benchmarks = defineOperation({
  name: "benchmarks",
  summary: "List the tests whose scores are compared, with item counts and what they measure.",
  input: z.strictObject({
    category: Word.optional().describe("Only this category: `coding`."),
    search: Search.optional(),
    limit: Limit.optional(),
    facts: Facts.optional(),
  }),
  output: z.looseObject({
    ...listHead,
    benchmarks: z.array(
      z.looseObject({ id: z.string(), category: z.string(), items: NumberOrNull }),
    ),
    sources: Sources,
  }),
  async run({ category, search, limit, facts }, deps) {
    const opened = await deps.catalog(facts ?? []);
    if (!opened.ok) return opened;
    const catalog = opened.value;
    const matching = catalog.benchmarks.filter(
      (each) =>
        (category === undefined || each.category.toLowerCase() === category.toLowerCase()) &&
        listing.matches(search, [each.id, each.name, ...each.aliases]),
    );
    const book = sourceBook();
    const shown = matching.slice(0, limit).map(({ source, items = null, ...benchmark }) => ({
      ...benchmark,
      items,
      sources: book.cite([source]),
    }));
    const counts = {
      total: catalog.benchmarks.length,
      matching: matching.length,
      shown: shown.length,
    };
    const head = { catalog: listing.catalogStamp(catalog), counts };
    const value: BenchmarkList = { ...head, benchmarks: shown, sources: book.list() };
    return { ok: true, value };
  },
  report,
});

function report(list: BenchmarkList, { withSources }: ReportOptions): Document {
  const rows = list.benchmarks.map(({ id, category, items, status, sources }) => [
    [linkTo({ kind: "benchmark", id }, id)],
    category,
    items === null
      ? [{ text: "unknown", tone: "unknown" as const }]
      : opening(formatTokens(items), sources),
    status === "contested" ? [{ text: status, tone: "disputed" as const }] : status,
    listing.sourceNames(sources, list.sources),
  ]);
  const columns = [
    { header: "Benchmark", align: "left" },
    { header: "Category", align: "left" },
    { header: "Items", align: "right" },
    { header: "Status", align: "left" },
    { header: "Source", align: "left" },
  ] as const;
  return {
    title: "Benchmarks",
    stamp: listing.stampOf(list),
    blocks: [
      listing.countBlock(list, "benchmarks"),
      ...(rows.length === 0 ? [] : [{ kind: "table" as const, columns, rows }]),
      ...(withSources ? sourceBlocks(list.sources) : []),
    ],
    sources: list.sources,
  };
}
