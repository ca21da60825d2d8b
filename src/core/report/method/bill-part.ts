import type { MethodSetting } from "../../method/method-setting.ts";
import { list, paragraph, section } from "../comparison/setting.ts";
import type { Block } from "../document.ts";
import { settingTable } from "./setting-table.ts";

/** The sum, as docs/cost.md has it. */
export const billFormula = `request   = fresh input × input price + cached input × cache price + written input × write price
          + (answer + reasoning) × output price + sound × its price + pictures × their price
month     = requests at the price of their prompt length, service tier, region, hour and day
          + searches, sessions and storage by the piece
          + what is tried again: f + f² + … + f^k of all of it, when failures are billed
          - free pieces, taken off first attempts and retries together
          - free credit, never below 0
          + standing fees
          at least the minimum commitment`;

/** How a month is priced. */
export function billPart(settings: readonly MethodSetting[]): readonly Block[] {
  return section("The bill of a month", [
    { kind: "code", language: "text", text: billFormula },
    ...list([
      "Money is exact: the lines add up to the total, and equal bills are equal.",
      "A prompt above the limit of a context tier is billed whole at that tier, output included.",
      "Where no batch or flex price is known the standard price stands in, since it is not lower. For priority and fast service nothing stands in: the bill is unknown.",
      "Two discounts are never multiplied unless both are known to apply together.",
      "Where no price of cached input is known the input price stands in.",
      "A missing price makes the bill unknown, never smaller.",
    ]),
    paragraph(
      "The figure takes the dearest of disputed prices. At least takes the cheapest; at most allows for what nobody stated:",
    ),
    settingTable(settings, "traffic.", "tasks", "tokenizer.", "verbosity.", "uplift."),
    paragraph("Two bills are in an established order when their ranges do not overlap."),
  ]);
}
