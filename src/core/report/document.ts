import type { CitedSource } from "../evidence/source-book.ts";
import type { Chart } from "./chart.ts";

/** An answer ready to print. Text is final: a face chooses marks and widths, never words or numbers. */
export interface Document {
  readonly title: string;
  /** Right of the title: day, catalog, mode. */
  readonly stamp?: string;
  readonly blocks: readonly Block[];
  /** What the marks of its spans point to. */
  readonly sources?: readonly CitedSource[];
}

export type Block =
  | { readonly kind: "heading"; readonly text: string }
  /** The answer itself, set apart at the top. */
  | { readonly kind: "lead"; readonly lines: readonly Line[] }
  | {
      readonly kind: "paragraph";
      readonly line: Line;
      /** It names the sources of what stands above. A face with marks needs no such line. */
      readonly isSources?: true;
    }
  | { readonly kind: "list"; readonly lines: readonly Line[] }
  /** A file or a command to copy: its lines are neither wrapped nor escaped. */
  | { readonly kind: "code"; readonly language: string; readonly text: string }
  | FigureBlock
  | ChartBlock
  | TableBlock;

/** A drawing of what the tables beside it say; a face that cannot draw leaves it out. */
export interface ChartBlock {
  readonly kind: "chart";
  readonly chart: Chart;
}

/** A drawing of letters, shown where it fits; else its words stand in. */
export interface FigureBlock {
  readonly kind: "figure";
  readonly lines: readonly string[];
  /** What it shows, in a sentence. */
  readonly words: string;
  /** The same, for a face that can draw. */
  readonly chart?: Chart;
}

export interface TableBlock {
  readonly kind: "table";
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Line[])[];
}

export interface Column {
  readonly header: string;
  readonly align: "left" | "right";
  /** What the header names. */
  readonly to?: Target;
}

/** One run of text; `tone` marks what is unknown, disputed, retired or best, in words already said. */
export interface Span {
  readonly text: string;
  readonly tone?: Tone;
  /** What stands behind the text. A face that can open it shows this in place of listed names. */
  readonly mark?: Mark;
  /** What the text names. A face with pages links to it. */
  readonly to?: Target;
  /** Somebody else's words: their line breaks stay, and nothing in them is followed. */
  readonly isForeign?: true;
  /** The name of this place within its page, to which a target with a property leads. */
  readonly anchor?: string;
}

/** One step from a figure to where it comes from. */
export interface Mark {
  /** Ids into the sources of the document. */
  readonly sources: readonly string[];
  /** What to say before the sources: value and unit, conditions, what lost and why. */
  readonly lines?: readonly string[];
}

/** Something that has a page. */
export type Target =
  | { readonly kind: "model"; readonly id: string; readonly property?: string }
  | { readonly kind: "provider"; readonly id: string }
  | { readonly kind: "benchmark"; readonly id: string }
  | { readonly kind: "comparison"; readonly models: readonly string[] }
  /** A path of the same site, or a place of the same page: `#traffic`. */
  | { readonly kind: "place"; readonly path: string }
  | { readonly kind: "address"; readonly url: string };

export type Tone = "unknown" | "disputed" | "retired" | "strong" | "dim";

/** Plain text, or text with marks. */
export type Line = string | readonly Span[];

export function plain(line: Line): string {
  return typeof line === "string" ? line : line.map((span) => span.text).join("");
}

/** The text of a line in runs of one tone: what is marked or linked within makes no difference. */
export function tonedRuns(line: Line): readonly Pick<Span, "text" | "tone">[] {
  if (typeof line === "string") return [{ text: line }];
  const runs: Pick<Span, "text" | "tone">[] = [];
  for (const { text, tone } of line) {
    const last = runs.at(-1);
    if (text === "") continue;
    if (last !== undefined && last.tone === tone) {
      runs[runs.length - 1] = { ...last, text: last.text + text };
    } else runs.push(tone === undefined ? { text } : { text, tone });
  }
  return runs;
}
