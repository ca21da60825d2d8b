import type { CitedSource } from "../evidence/source-book.ts";
import type { SizeAnswer } from "../sizing/size-answer.ts";
import type { IsoDate } from "../units.ts";
import { catalogName } from "./catalog-name.ts";
import type { Document } from "./document.ts";
import { sizeChart } from "./size/size-chart.ts";
import { sizeLead } from "./size/size-lead.ts";
import { sizeTables } from "./size/size-tables.ts";
import { sourceBlocks } from "./source-blocks.ts";

/** The answer of `size`, with the catalog it rests on. */
export interface CitedSize extends SizeAnswer {
  readonly asOf: IsoDate;
  readonly catalog: { readonly hash: string; readonly compiledOn: IsoDate };
  readonly sources: readonly CitedSource[];
}

/** What fits, how fast, at what price and whether it pays; then the figures behind it. */
export function sizeDocument(
  answer: CitedSize,
  { brief, withSources }: { readonly brief: boolean; readonly withSources: boolean },
): Document {
  const { name, asOf, catalog, sources } = answer;
  const lead = { kind: "lead", lines: sizeLead(answer) } as const;
  const details = [
    ...sizeChart(answer),
    ...sizeTables(answer),
    ...(withSources ? sourceBlocks(sources) : []),
  ];
  return {
    title: `${name} on GPUs of your own`,
    stamp: `${asOf} · ${catalogName(catalog)} · offline`,
    blocks: brief ? [lead] : [lead, ...details],
    sources,
  };
}
