import { gateRules } from "../../evidence/quarantine.ts";
import type { MethodSetting } from "../../method/method-setting.ts";
import { list, paragraph, section } from "../comparison/setting.ts";
import type { Block } from "../document.ts";
import { settingTable } from "./setting-table.ts";

/** What a fact is, and how conflicts settle. */
export function factPart(settings: readonly MethodSetting[]): readonly Block[] {
  return section("Facts and conflicts", [
    paragraph(
      "A claim is a value that somebody stated, with where and on which day. Claims about one property under the same conditions settle into a fact: known, disputed or unknown.",
    ),
    ...list([
      "Only what is in force on the day asked about counts.",
      "The nearest source wins over any number of farther ones.",
      "Of equally near ones the newest day wins; where a source has low confidence it loses to its like.",
      "Then the value of most lineages wins. Sources that copy from each other are one lineage and count once.",
      "What is left side by side is disputed: every value is shown, and money is reckoned with the dearest.",
      "What lost is kept, and stands behind the mark of the figure with the reason.",
    ]),
    settingTable(settings, "sources", "collectors.", "licence."),
    paragraph("What a collector says is held back, never rewritten, when it reads"),
    ...list(gateRules.map(({ what }) => what)),
  ]);
}

/** What the word means wherever it stands. */
export function unknownPart(): readonly Block[] {
  return section("What unknown means", [
    ...list([
      "Nobody whose word is held here states it. It is neither no nor zero, and it never counts for anybody.",
      "An unknown price makes a bill unknown, so that its route is not called cheap; a model without a priced route is not chosen.",
      "A constraint that meets an unknown neither passes nor fails: it becomes a condition of the answer, and a missing fact with the cheapest way to learn it.",
      "An item count that nobody states leaves a gap unjudged, however wide it looks.",
      "Write what you know into steelyard.facts.yaml: your own word outranks every other source.",
    ]),
  ]);
}
