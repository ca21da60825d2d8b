import type { MethodSetting } from "../../method/method-setting.ts";
import { list, paragraph, section } from "../comparison/setting.ts";
import type { Block } from "../document.ts";
import { settingTable } from "./setting-table.ts";

/** How sure an answer is, before its caps. */
const confidenceFormula = `P     = share of draws the choice wins, or Φ(lead / √(SE² + τ²)) where the answer names a loss
rate  = product of the error rates of the independent lineages behind a figure
P     = P × (1 - rate × what falls with it), for both prices and both deciding scores`;

/** How sure an answer is said to be. */
export function confidencePart(settings: readonly MethodSetting[]): readonly Block[] {
  return section("Confidence", [
    { kind: "code", language: "text", text: confidenceFormula },
    ...list([
      "A figure may be wrong although its sources agree: then the choice is a coin toss. Taking a source away always shows.",
      "The level is capped at low when a price or a score is old, or a price rests on doubtful sources alone; at moderate when every score it rests on is the maker's own. Age counts from the day of asking.",
      "The number can be less than a half: the burden of proof then leaves the cheaper model the answer although more draws speak for the dearer. State the loss of a failed task, or test.",
    ]),
    settingTable(settings, "level.", "stale.", "harm."),
    paragraph("The chance that a figure is wrong, by who speaks:"),
    settingTable(settings, "error-rate."),
  ]);
}
