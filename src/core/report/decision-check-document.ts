import type {
  CheckedDecision,
  DecisionAnswer,
  WrittenDecision,
} from "../decision/decision-answer.ts";
import { catalogName } from "./catalog-name.ts";
import type { Block, Document, Line } from "./document.ts";
import { opening } from "./marked.ts";
import { sourceBlocks } from "./source-blocks.ts";

interface Options {
  readonly brief: boolean;
  readonly withSources: boolean;
}

const shownAtMost = 12;

/** That a decision was written, or whether one still stands and what brought it down. */
export function decisionAnswerDocument(answer: DecisionAnswer, options: Options): Document {
  return answer.done === "written" ? writtenDocument(answer) : checkedDocument(answer, options);
}

function writtenDocument(written: WrittenDecision): Document {
  const { file, title, decidedOn, reviewOn, reviewBecause, catalog, verdict } = written;
  return {
    title: `Decision: ${title}`,
    stamp: `${decidedOn} · ${catalogName(catalog)}`,
    blocks: [
      {
        kind: "lead",
        lines: [[{ text: verdict.sentence, tone: "strong" }], confidenceOf(verdict)],
      },
      {
        kind: "list",
        lines: [
          `Written to ${file}.`,
          `Look again by ${reviewOn}: ${reviewBecause}.`,
          `Does it still hold? steelyard decide ${file} --check`,
        ],
      },
    ],
  };
}

function checkedDocument(checked: CheckedDecision, { brief, withSources }: Options): Document {
  const limit = withSources ? Number.POSITIVE_INFINITY : shownAtMost;
  const shown = checked.changes.slice(0, limit).map(({ text, sources }) => opening(text, sources));
  const more = checked.changes.length - shown.length;
  return {
    title: `Decision: ${checked.title}`,
    stamp: `of ${checked.decidedOn}, checked for ${checked.asOf}`,
    blocks: [
      { kind: "lead", lines: leadLines(checked) },
      ...section("What changed it", checked.causes.flatMap(causeLines)),
      ...section("To note", checked.notes),
      ...(brief ? [] : section("Changed since about its models", shown)),
      ...(brief || more <= 0
        ? []
        : [{ kind: "paragraph", line: `${more} more with --sources.` } as const]),
      ...(withSources ? sourceBlocks(checked.sources) : []),
    ],
    sources: checked.sources,
  };
}

function leadLines({ stands, decidedOn, before, now }: CheckedDecision): readonly Line[] {
  const text = stands ? "The decision stands." : "The decision has changed.";
  const verdict: Line = [{ text, tone: "strong" }];
  if (stands) return [verdict, now.sentence, confidenceOf(now)];
  return [
    verdict,
    `On ${decidedOn}: ${before.sentence}`,
    `Now: ${now.sentence}`,
    confidenceOf(now),
  ];
}

function confidenceOf({ level, probability }: CheckedDecision["now"]): string {
  if (probability === null) return `Confidence ${level}.`;
  return `Confidence ${level} (${probability > 0.994 ? "above 0.99" : probability.toFixed(2)}).`;
}

function causeLines({ kind, changes }: CheckedDecision["causes"][number]): readonly string[] {
  switch (kind) {
    case "change":
      return [...foremost(changes), "Put back as it was, the old answer returns."];
    case "time":
      return [
        "Time: the same facts, asked on the old day, still give the old answer.",
        ...changes.map(({ text }) => text),
      ];
    case "together":
      return [
        "No change alone, but these together; put back as they were, the old answer returns:",
        ...foremost(changes),
      ];
    case "rule":
      return [
        "Nothing that changed about its models explains it: this version of steelyard answers otherwise, or the record was edited.",
      ];
  }
}

const foremostAtMost = 4;

/** What holds without conditions first: a route may have twenty prices. */
function foremost(changes: CheckedDecision["changes"]): readonly string[] {
  const plain = changes.filter(({ conditions }) => conditions === null);
  const others = changes.filter(({ conditions }) => conditions !== null);
  const ordered = [...plain, ...others];
  const rest = ordered.length - foremostAtMost;
  return [
    ...ordered.slice(0, foremostAtMost).map(({ text }) => text),
    ...(rest > 0 ? [`${rest} more of the same.`] : []),
  ];
}

function section(heading: string, lines: readonly Line[]): readonly Block[] {
  if (lines.length === 0) return [];
  return [
    { kind: "heading", text: heading },
    { kind: "list", lines },
  ];
}
