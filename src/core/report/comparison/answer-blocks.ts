import type { Block, Line } from "../document.ts";
import { formatNumber, formatUsd } from "../format.ts";
import { linked } from "../linked.ts";
import { opening } from "../marked.ts";
import { left, linkedAndCited, list, paragraph, right, type Setting, section } from "./setting.ts";

/** The answer, its reasons, what would change it and what is missing: the first screen. */
export function answerBlocks(setting: Setting): readonly Block[] {
  return [
    leadBlock(setting),
    ...section("Why", whyBlocks(setting)),
    ...section("Your own evidence", ownBlocks(setting)),
    ...section("The others", restBlocks(setting)),
    ...section("What would change it", flipBlocks(setting)),
    ...section("What is missing, cheapest to learn first", missingBlocks(setting)),
  ];
}

function leadBlock({ comparison, names }: Setting): Block {
  const { verdict } = comparison;
  const warnings = verdict.warnings.map(({ text }): Line => [{ text, tone: "retired" }]);
  const sentence: Line = linked(verdict.sentence, names, "strong");
  return { kind: "lead", lines: [...warnings, sentence, confidenceText(verdict.confidence)] };
}

function confidenceText({
  level,
  probability,
  because,
  caps,
}: Setting["comparison"]["verdict"]["confidence"]): string {
  const share = probability === null ? "" : `: ${shareText(probability)}`;
  const held = caps.length === 0 ? "" : ` Held down: ${caps.join("; ")}.`;
  return `Confidence ${level}${share} (${because}).${held}`;
}

/** What would round to one is not certain. */
const shareText = (probability: number): string =>
  probability > 0.994 ? "above 0.99" : formatNumber(probability, 2);

function whyBlocks({ comparison, sourceNames }: Setting): readonly Block[] {
  const { reasons } = comparison.verdict;
  if (reasons.length === 0) return [];
  const isNarrow = reasons.every(({ figures }) => figures.length <= widestFigures);
  const origins = reasons.map(({ axis, sources }) => `${axis} from ${sourceNames(sources)}`);
  return [
    {
      kind: "table",
      columns: [left(""), isNarrow ? right("") : left(""), left("")],
      rows: reasons.map(({ axis, figures, label, sources }) => [
        axis,
        opening(figures, sources),
        label,
      ]),
    },
    {
      kind: "paragraph",
      line: [{ text: `Sources: ${origins.join("; ")}.`, tone: "dim" }],
      isSources: true,
    },
    paragraph(comparison.traffic.text),
    ...askedBlocks(comparison.asked),
  ];
}

/** What was asked beside models and traffic; nothing where nothing was. */
function askedBlocks({
  workload,
  constraints,
  task,
  failedTaskUsd,
}: Setting["comparison"]["asked"]): readonly Block[] {
  const parts = [
    ...(constraints.length === 0 ? [] : [constraints.join(", ")]),
    ...(task === null ? [] : [`for ${task}`]),
    ...(failedTaskUsd === null ? [] : [`a failed task costs ${formatUsd(failedTaskUsd)}`]),
  ];
  const where = workload === null ? "" : ` (with ${workload})`;
  if (parts.length === 0 && workload === null) return [];
  return [paragraph(`Asked: ${parts.length === 0 ? "nothing more" : parts.join("; ")}${where}.`)];
}

/** What the team measured itself, with where the catalog has it otherwise. */
function ownBlocks(setting: Setting): readonly Block[] {
  const { ownEvidence } = setting.comparison;
  return list(ownEvidence.map(({ text, sources }) => linkedAndCited(text, sources, setting)));
}

/** With more than two models: how each of the rest stands to the one the answer rests on. */
function restBlocks(setting: Setting): readonly Block[] {
  const { rest } = setting.comparison.verdict;
  return list(rest.map(({ text, sources }) => linkedAndCited(text, sources, setting)));
}

/** Up to here figures keep their line beside an axis and a label; longer ones must wrap. */
const widestFigures = 38;

function flipBlocks({ comparison, modelSpan }: Setting): readonly Block[] {
  const { flips, flipsSearched } = comparison.verdict;
  const searched = `Searched: ${flipsSearched.join(", ")}.`;
  if (flips.length === 0) {
    return flipsSearched.length === 0 ? [] : [paragraph(`Nothing found. ${searched}`)];
  }
  return [
    {
      kind: "table",
      columns: [left(""), left("")],
      rows: flips.map(({ text, changesTo }) => [text, [{ text: "then " }, modelSpan(changesTo)]]),
    },
  ];
}

function missingBlocks({ comparison }: Setting): readonly Block[] {
  const { missing } = comparison.verdict;
  if (missing.length === 0) return [];
  return [
    {
      kind: "table",
      columns: [left(""), left("why it matters"), left("how to learn it")],
      rows: missing.map(({ fact, why, learn }) => [[{ text: fact, tone: "unknown" }], why, learn]),
    },
  ];
}
