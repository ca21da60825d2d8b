import type { MethodSetting } from "../../method/method-setting.ts";
import { scoreOrigins, testGroups } from "../../method/score-settings.ts";
import { likelyFrom } from "../../stats/gap.ts";
import { assumedRetest, itemsNeeded } from "../../stats/items-needed.ts";
import { z95 } from "../../stats/normal.ts";
import { defaultTau } from "../../stats/tau.ts";
import { left, list, paragraph, right, section } from "../comparison/setting.ts";
import type { Block, Line } from "../document.ts";
import { formatNumber, formatTokens } from "../format.ts";
import { settingTable } from "./setting-table.ts";

const [clear, likely] = [z95, likelyFrom].map((z) => formatNumber(z, 2));

/** A gap between two scores: its error, and what it is called by. */
const gapFormula = `a′   = (a n + 1) / (n + 2)                       b′ likewise, on its own items
SE²  = a′(1 - a′) / (n + 2) + b′(1 - b′) / (n + 2)
z    = |b′ - a′| / √(SE² + τ²)                   P = Φ(z)`;

/** What a test of one's own takes. */
const itemsFormula = `items  = (z₁₋α/₂ + z_power)² × (pA qA + pB qB) / D²                  unpaired
items  = (z₁₋α/₂ √ψ + z_power √(ψ - D²))² / D²                       paired, ψ from the correlation`;

/** How scores are compared. */
export function scorePart(settings: readonly MethodSetting[]): readonly Block[] {
  return section("Two scores", [
    paragraph(
      "For two scores as shares a and b on n items each, SE is the luck of the questions and τ what moves a score besides: harness, prompts, effort. P is the chance that somebody else's repeat ranks them the same way.",
    ),
    { kind: "code", language: "text", text: gapFormula },
    tauTable(),
    paragraph(
      "The spread of set-ups in points, by kind of test and by how the two scores came about: a judgement set against public differences between runs of one model. Set your own with --tau.",
    ),
    labelTable(),
    ...list([
      "Intervals of one score are Wilson's, of a difference Newcombe's. Both models are taken to have drawn questions of their own, which errs on the careful side.",
      "Of several scores of a model on one test the most comparable pair is used: sure before doubtful, one evaluator before one table before two sources, like with like, the newer, the higher.",
      "Other domains, subsets, editions, tool access or ways of calling make two tests, whose scores are never subtracted.",
    ]),
    paragraph("How many prompts of your own show a gap D between pass rates pA and pB:"),
    { kind: "code", language: "text", text: itemsFormula },
    paragraph(retestText()),
    settingTable(settings, "label.", "test.", "retest."),
    paragraph("Formulas by"),
    ...list([
      "Agresti and Caffo 2000, the error of a difference: https://doi.org/10.1080/00031305.2000.10474560",
      "Connor 1987, items for a paired test: https://doi.org/10.2307/2531961",
    ]),
  ]);
}

function tauTable(): Block {
  return {
    kind: "table",
    columns: [left("τ, points"), ...scoreOrigins.map(({ words }) => right(words))],
    rows: testGroups.map((group) => [
      group,
      ...scoreOrigins.map(({ id }) => formatNumber(defaultTau[group][id], 2)),
    ]),
  };
}

function labelTable(): Block {
  const rows: readonly (readonly Line[])[] = [
    ["clear", `z ≥ ${clear}`, "clearly ahead"],
    ["likely", `${likely} ≤ z < ${clear}`, "probably ahead"],
    ["within noise", `z < ${likely}`, "no difference established"],
    ["count missing", "nobody states the items, or a score is doubtful", "cannot be judged"],
    ["two tests", "the scores are of different tests", "cannot be compared"],
  ];
  return { kind: "table", columns: [left("label"), left("when"), left("said as")], rows };
}

function retestText(): string {
  const { passPercent, gapPoints } = assumedRetest;
  const items = itemsNeeded({ scoreA: passPercent, scoreB: passPercent - gapPoints });
  return `To see ${passPercent - gapPoints} against ${passPercent} % takes ${formatTokens(items)} prompts through each, unpaired.`;
}
