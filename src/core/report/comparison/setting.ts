import type { Comparison } from "../../compare/comparison.ts";
import type { Block, Column, Line, Span, Tone } from "../document.ts";
import { linked, linkTo, type NamedTarget } from "../linked.ts";

export interface ComparisonReportOptions {
  /** Only the answer, its reasons, what would change it and what is missing. */
  readonly brief: boolean;
  /** Sources in full, and every row of long lists. */
  readonly withSources: boolean;
  /** Every row of long lists, with sources by short name: what a page has room for and a terminal has not. */
  readonly isWhole?: boolean;
}

/** What the blocks of one report share: names for ids, and how sources are shown. */
export interface Setting {
  readonly comparison: Comparison;
  readonly options: ComparisonReportOptions;
  /** The model's name; the id itself where there is none. */
  readonly nameOf: (model: string) => string;
  /** Short names of sources, assumptions last: `OpenAI, models.dev +1`; with sources asked for, their marks: `s1, s4`. */
  readonly sourceNames: (ids: readonly string[]) => string;
  /** The compared models, to be found in sentences. */
  readonly names: readonly NamedTarget[];
  /** The name of a model, leading to its page. */
  readonly modelSpan: (model: string, tone?: Tone) => Span;
  /** One heading for each model, short enough for a table beside another. */
  readonly columns: readonly Column[];
  /** Says which model a short heading stands for; empty when headings are names. */
  readonly legend: readonly Block[];
}

const longestHeading = 17;

export function settingOf(comparison: Comparison, options: ComparisonReportOptions): Setting {
  const names = new Map(comparison.models.map(({ id, name }) => [id, name]));
  const isLong = comparison.models.some(({ name }) => longestPart(name) > longestHeading);
  const nameOf = (model: string) => names.get(model) ?? model;
  const modelSpan: Setting["modelSpan"] = (id, tone) =>
    linkTo({ kind: "model", id }, nameOf(id), tone);
  return {
    comparison,
    options,
    nameOf,
    modelSpan,
    names: comparison.models.map(({ id, name }) => ({ name, to: { kind: "model", id } })),
    sourceNames: sourceNamesIn(comparison.sources, options),
    columns: comparison.models.map(({ id, name }, index) => ({
      header: isLong ? letterOf(index) : name,
      align: "left",
      to: { kind: "model", id },
    })),
    legend: isLong
      ? [
          {
            kind: "list",
            lines: comparison.models.map(({ id, name }, index) => [
              { text: `${letterOf(index)}: ` },
              { text: name, to: { kind: "model", id } },
            ]),
          },
        ]
      : [],
  };
}

/** How the sources behind a figure are shown beside it. */
export function sourceNamesIn(
  sources: Comparison["sources"],
  { withSources }: ComparisonReportOptions,
): Setting["sourceNames"] {
  const names = new Map(sources.map(({ id, name }) => [id, name]));
  const assumed = new Set(sources.filter(({ kind }) => kind === "assumption").map(({ id }) => id));
  return (ids) => {
    if (withSources) return ids.join(", ");
    const stated = ids.filter((id) => !assumed.has(id));
    return shortList([...stated, ...ids].map((id) => names.get(id) ?? id));
  };
}

function longestPart(name: string): number {
  return Math.max(...name.split(" ").map((word) => word.length));
}

/** `A` to `Z`, then `27` and on. */
function letterOf(index: number): string {
  return "ABCDEFGHIJKLMNOPQRSTUVWXYZ"[index] ?? String(index + 1);
}

const namedAtMost = 2;

function shortList(names: readonly string[]): string {
  const distinct = [...new Set(names)];
  const rest = distinct.length - namedAtMost;
  const shown = distinct.slice(0, namedAtMost).join(", ");
  return rest > 0 ? `${shown} +${rest}` : shown;
}

/** A sentence with its sources behind it, set back. */
export function cited(
  text: string,
  sources: readonly string[],
  { sourceNames }: Pick<Setting, "sourceNames">,
  tone?: Tone,
): Line {
  const head: Span = tone === undefined ? { text } : { text, tone };
  return [head, ...sourceSpans(sources, sourceNames(sources))];
}

/** The same, and the models it names can be followed. */
export function linkedAndCited(
  text: string,
  sources: readonly string[],
  { names, sourceNames }: Pick<Setting, "names" | "sourceNames">,
): Line {
  return [...linked(text, names), ...sourceSpans(sources, sourceNames(sources))];
}

/** The sources behind a text: their names, set back, which open what they stand for. */
export function sourceSpans(sources: readonly string[], names: string): readonly Span[] {
  return names === "" ? [] : [{ text: ` [${names}]`, tone: "dim", mark: { sources } }];
}

/** A heading with what stands under it; nothing when there is nothing. */
export function section(heading: string, blocks: readonly Block[]): readonly Block[] {
  return blocks.length === 0 ? [] : [{ kind: "heading", text: heading }, ...blocks];
}

export function list(lines: readonly Line[]): readonly Block[] {
  return lines.length === 0 ? [] : [{ kind: "list", lines }];
}

export function paragraph(line: Line): Block {
  return { kind: "paragraph", line };
}

export const left = (header: string): Column => ({ header, align: "left" });
export const right = (header: string): Column => ({ header, align: "right" });

/** Marks the word itself where a reader must not pass over it. */
export function toned(text: string): Line {
  if (text === "unknown" || text.startsWith("unknown:")) return [{ text, tone: "unknown" }];
  if (text.startsWith("disputed")) return [{ text, tone: "disputed" }];
  return text.startsWith("retired") ? [{ text, tone: "retired" }] : text;
}
