import type { Block, Document, Line } from "./document.ts";
import { documentToMarkdown } from "./markdown.ts";

const mostRows = 20;
const fewSigns = 4_000;
const mostSigns = 6_000;
const mostLinks = 10;

/**
 * An answer for a reader who has it whole as data beside: all of it where that is short, else the
 * answer itself with its reasons; of long tables the first rows, then where to read on.
 *
 * @param addressOf where there is more about a model
 */
export function shortMarkdown(
  report: (options: { readonly brief: boolean; readonly withSources: boolean }) => Document,
  addressOf: (model: string) => string,
): string {
  const whole = report({ brief: false, withSources: false });
  const isShort = documentToMarkdown(cutDocument(whole)).length <= fewSigns;
  const document = isShort ? whole : report({ brief: true, withSources: false });
  const { blocks, ...head } = cutDocument(document);
  const links = modelsNamed(document).slice(0, mostLinks).map(addressOf);
  const readOn = [
    "The whole answer, with its sources, is in the structured content.",
    ...(links.length === 0 ? [] : [`Read on: ${links.join(", ")}`]),
  ].join(" ");
  const last = { kind: "paragraph", line: readOn } as const;
  return documentToMarkdown({ ...head, blocks: [...blocks, last] });
}

/** Without drawings, with the first rows of each table, and up to a few thousand signs. */
function cutDocument({ title, stamp, blocks }: Document): Document {
  const head = stamp === undefined ? { title } : { title, stamp };
  const kept: Block[] = [];
  for (const block of blocks.flatMap(cutBlock)) {
    if (documentToMarkdown({ ...head, blocks: [...kept, block] }).length > mostSigns) break;
    kept.push(block);
  }
  if (kept.at(-1)?.kind === "heading") kept.pop();
  return { ...head, blocks: kept };
}

/** Drawings become words; what is long keeps its beginning and says how much follows. */
function cutBlock(block: Block): readonly Block[] {
  switch (block.kind) {
    case "figure":
      return [{ kind: "paragraph", line: block.words }];
    case "chart":
      return [];
    case "list":
      return cutTo(block.lines, (lines) => ({ kind: "list", lines }));
    case "table":
      return cutTo(block.rows, (rows) => ({ ...block, rows }));
    default:
      return [block];
  }
}

function cutTo<T>(all: readonly T[], toBlock: (kept: readonly T[]) => Block): readonly Block[] {
  const more = all.length - mostRows;
  if (more <= 0) return [toBlock(all)];
  return [toBlock(all.slice(0, mostRows)), { kind: "paragraph", line: `… and ${more} more.` }];
}

/** Models that the document names so that they can be followed, in the order they are named. */
function modelsNamed({ blocks }: Document): readonly string[] {
  const spans = blocks.flatMap(linesOf).flatMap((line) => (typeof line === "string" ? [] : line));
  return [...new Set(spans.flatMap(({ to }) => (to?.kind === "model" ? [to.id] : [])))];
}

function linesOf(block: Block): readonly Line[] {
  switch (block.kind) {
    case "lead":
    case "list":
      return block.lines;
    case "paragraph":
      return [block.line];
    case "table":
      return block.rows.flat();
    default:
      return [];
  }
}
