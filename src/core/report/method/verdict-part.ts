import type { MethodSetting } from "../../method/method-setting.ts";
import { constraintRules } from "../../verdict/constraint-rules.ts";
import { flipsSearched } from "../../verdict/flips-of.ts";
import { left, list, paragraph, section } from "../comparison/setting.ts";
import type { Block } from "../document.ts";
import { pairRuleWords } from "./pair-rule-words.ts";
import { settingTable } from "./setting-table.ts";

/** The loss at which a better and dearer model pays, and when a draw is won. */
const lossFormula = `L*    = extra cost a task / lead as a share           from mean ± z₉₅ √(SE² + τ²) of the lead
draw  = the dearer wins where lead × loss > extra cost a task
share = mean over losses, extra costs and skills of Φ((extra / loss - lead) / √(SE² + τ²))`;

/** How one of two or more models is named. */
export function verdictPart(settings: readonly MethodSetting[]): readonly Block[] {
  return [
    ...section("The verdict", [
      paragraph(
        "There is no composite score and there are no dice. First each model gets a route:",
      ),
      ...list([
        "Routes that are retired, are not made for chat, belong to a plan or state no complete price for the traffic are left out; so are those that fail a constraint.",
        "Of the rest the first is taken, ordered by: your own price; the fewest constraints left open; a price that does not rest on doubtful sources alone; ordinary service; for closed weights the maker and the clouds before resellers; the lowest bill; the nearer seller.",
        `A constraint passes, fails or stays open: ${constraintRules.map(({ example }) => example).join(" · ")}`,
      ]),
      paragraph(
        "Then one benchmark speaks for each skill, the first of its list with a usable row, so that ten tests of one thing are not ten votes. Every pair is decided by the first line that holds. The burden of proof is with the dearer; ahead means clear or likely.",
      ),
      ruleTable(),
      { kind: "code", language: "text", text: lossFormula },
      ...list([
        "A suite of your own that was measured at routes of both is a skill of its own, and where it says who is ahead, or was large enough to show it, it alone is weighed.",
        "Draws are summed on a fixed grid: the loss even in its logarithm, or the one you stated; the extra cost even over its range; the lead in closed form. Every skill with a usable row weighs the same.",
        "With more than two, who loses a pair to somebody whom nobody beats drops out and beats nobody. Of those left the cheapest meets the one whose lead over it pays soonest; the order in which names were given does not matter.",
        "An answer with an open condition (the only seller, a smaller window, a missing capability, a coming end) becomes choose-if.",
      ]),
      settingTable(
        settings,
        "loss.",
        "draws.",
        "own-run",
        "context-ratio",
        "end-horizon",
        "review.",
      ),
    ]),
    ...section("Skills and their benchmarks", [
      paragraph("The one to trust most first; where it has no usable row the next stands in."),
      settingTable(settings, "skill."),
    ]),
    ...section("What would change it", [
      paragraph(
        "Each flip is a closed form for one variable with the others held. What is searched is listed, so that an empty list means something:",
      ),
      ...list(flipsSearched),
    ]),
  ];
}

function ruleTable(): Block {
  return {
    kind: "table",
    columns: [left("line"), left("when"), left("answer")],
    rows: Object.values(pairRuleWords).map(([when, answer], index) => [
      String(index + 1),
      when,
      answer,
    ]),
  };
}
