import type { Catalog } from "../../src/core/catalog/catalog.ts";
import { addressOf } from "../../src/core/catalog/page-address.ts";
import { statedMonth } from "../../src/core/cost/stated-month.ts";
import { defaultTraffic } from "../../src/core/cost/traffic.ts";
import { monthFields } from "../../src/core/report/asked-fields.ts";
import { catalogName } from "../../src/core/report/catalog-name.ts";
import { cleanText } from "../../src/core/report/clean-text.ts";
import { describeSourceKind } from "../../src/core/report/describe-source.ts";
import { type Block, type Document, type Line, plain } from "../../src/core/report/document.ts";
import { siteWords } from "../../src/core/report/site-words.ts";
import type { StructuredData } from "../../src/core/report/structured-data.ts";
import { tasks } from "../../src/core/verdict/tasks.ts";
import { chartOf } from "../../src/faces/web/charts/chart-of.ts";

const answering = ["Why", "What would change it", "What is missing, cheapest to learn first"];

/**
 * A comparison as data from which another program writes the same page: what is reckoned here, it
 * need not reckon. Names have their addresses, marks their numbers, and charts are drawn already.
 */
export function pageData(
  document: Document,
  { catalog, address, structured }: Ground,
): Readonly<Record<string, unknown>> {
  const { title, stamp = "", sources = [] } = document;
  const numbers = new Map(sources.map(({ id }, index) => [id, index + 1]));
  const month = statedMonth(defaultTraffic);
  const [opening, ...titled] = partsOf(document.blocks);
  const blocksOf = ({ blocks }: Part) => {
    const setting = { catalog, numbers, linked: new Set<string>() };
    return blocks.flatMap((block) => blockData(block, setting));
  };
  const sections = titled.map((part) => ({
    id: part.title.toLowerCase().replace(/[^a-z0-9]+/g, "-"),
    title: part.title,
    blocks: blocksOf(part),
  }));
  return {
    ...{ title, stamp, address, structured },
    description: title,
    footer: catalogName(catalog),
    pages: siteWords.pages,
    themes: siteWords.themes,
    opening: opening === undefined ? [] : blocksOf(opening),
    answers: sections.filter((each) => answering.includes(each.title)),
    rest: sections.filter((each) => !answering.includes(each.title)),
    sources: sources.map(({ name, ref, kind, observedOn }) => ({
      name: cleanText(name),
      href: /^https?:\/\//.test(ref) ? cleanText(ref) : undefined,
      said: `${describeSourceKind(kind)}, ${observedOn}`,
    })),
    question: {
      month: monthFields.map(({ name, label, scale, min, max }) => ({
        ...{ name, label, value: month[name] },
        scale: `${scale} ${min} ${max}`,
      })),
      tasks: tasks.map(({ id, label }) => ({ id, label })),
    },
  };
}

interface Ground {
  readonly catalog: Catalog;
  readonly address: string;
  readonly structured: StructuredData;
}

interface Setting {
  readonly catalog: Catalog;
  readonly numbers: ReadonlyMap<string, number>;
  /** What a part has led to already. */
  readonly linked: Set<string>;
}

interface Part {
  readonly title: string;
  readonly blocks: Block[];
}

function partsOf(blocks: readonly Block[]): readonly Part[] {
  const parts: Part[] = [{ title: "", blocks: [] }];
  for (const block of blocks) {
    if (block.kind === "heading") parts.push({ title: block.text, blocks: [] });
    else parts.at(-1)?.blocks.push(block);
  }
  return parts;
}

function blockData(block: Block, setting: Setting): readonly object[] {
  const data = (line: Line) => lineData(line, setting);
  switch (block.kind) {
    case "heading":
      return [];
    case "lead":
    case "list":
      return [{ kind: block.kind, lines: block.lines.map(data) }];
    case "paragraph":
      return block.isSources ? [] : [{ kind: "paragraph", line: data(block.line) }];
    case "code":
      return [{ kind: "code", text: block.text }];
    case "figure":
      return block.chart === undefined ? [] : [drawing(String(chartOf(block.chart)))];
    case "chart":
      return [drawing(String(chartOf(block.chart)))];
    case "table": {
      const { columns, rows } = block;
      const right = columns.flatMap(({ align }, index) =>
        align === "right" ? `r${index + 1}` : [],
      );
      const isHeaded = columns.some(({ header }) => header !== "");
      const heads = columns.map(({ header, to }) =>
        to === undefined ? header : data([{ text: header, to }]),
      );
      return [
        {
          kind: "table",
          classes: right.join(" ") || undefined,
          heads: isHeaded ? heads : [],
          rows: rows.map(([name = "", ...cells]) => ({
            name: plain(name) === "" ? "" : data(name),
            cells: columns.slice(1).map((_, index) => data(cells[index] ?? "")),
          })),
        },
      ];
    }
  }
}

function drawing(svg: string): object {
  return { kind: "drawing", svg };
}

function lineData(line: Line, { catalog, numbers, linked }: Setting): string | readonly object[] {
  if (typeof line === "string") return cleanText(line);
  return line.map(({ text, tone, mark, to }) => {
    if (mark !== undefined) {
      const known = mark.sources.flatMap((id) => numbers.get(id) ?? []);
      return { marks: known.slice(0, 1), more: known.length > 1 };
    }
    const address = to === undefined ? undefined : addressOf(catalog, to);
    const href = address === undefined || linked.has(address) ? undefined : address;
    if (href !== undefined) linked.add(href);
    return { text: cleanText(text), tone, href };
  });
}
