import type { Comparison } from "../compare/comparison.ts";
import { catalogName } from "./catalog-name.ts";
import { answerBlocks } from "./comparison/answer-blocks.ts";
import { costBlocks } from "./comparison/cost-blocks.ts";
import { moveBlocks, tradeoffBlocks } from "./comparison/move-blocks.ts";
import {
  conflictBlocks,
  deepDiveBlocks,
  ownershipBlocks,
  portraitBlocks,
  questionBlocks,
  relatedBlocks,
  sourceListBlocks,
  summaryBlocks,
} from "./comparison/prose-blocks.ts";
import { routeBlocks } from "./comparison/route-blocks.ts";
import { type ComparisonReportOptions, type Setting, settingOf } from "./comparison/setting.ts";
import {
  benchmarkBlocks,
  capabilityBlocks,
  scorecardBlocks,
  skillBlocks,
  specificationBlocks,
} from "./comparison/table-blocks.ts";
import type { Block, Document } from "./document.ts";

type Part = (setting: Setting) => readonly Block[];

/** In the order they are read. */
const parts: readonly Part[] = [
  summaryBlocks,
  costBlocks,
  skillBlocks,
  scorecardBlocks,
  tradeoffBlocks,
  moveBlocks,
  specificationBlocks,
  routeBlocks,
  capabilityBlocks,
  benchmarkBlocks,
  portraitBlocks,
  ownershipBlocks,
  deepDiveBlocks,
  questionBlocks,
  relatedBlocks,
  conflictBlocks,
  sourceListBlocks,
];

/** The comparison ready to print; when brief, the first screen alone. */
export function comparisonDocument(
  comparison: Comparison,
  options: ComparisonReportOptions,
): Document {
  const setting = settingOf(comparison, options);
  const shown = options.brief ? [] : parts.flatMap((part) => part(setting));
  return {
    title: titleOf(comparison.models.map(({ name }) => name)),
    stamp: `${comparison.asOf} · ${catalogName(comparison.catalog)} · offline`,
    blocks: [...answerBlocks(setting), ...shown],
    sources: comparison.sources,
  };
}

/** `A or B`, `A, B or C`. */
function titleOf(names: readonly string[]): string {
  return `${names.slice(0, -1).join(", ")} or ${names.at(-1)}`;
}
