import type { MethodSetting } from "../method/method-setting.ts";
import type { Document } from "./document.ts";
import { billPart } from "./method/bill-part.ts";
import { confidencePart } from "./method/confidence-part.ts";
import { factPart, unknownPart } from "./method/fact-part.ts";
import { limitsPart, movePart } from "./method/move-part.ts";
import { scorePart } from "./method/score-part.ts";
import { verdictPart } from "./method/verdict-part.ts";

export interface Method {
  readonly settings: readonly MethodSetting[];
}

/** How each figure is made, with the numbers that the rules go by. */
export function methodDocument({ settings }: Method): Document {
  return {
    title: "How each figure is made",
    blocks: [
      {
        kind: "lead",
        lines: [
          "Every figure is a fact with a source and a day, or is made of facts by a rule on this page. All can be replayed by hand.",
          "The numbers below are read from the rules themselves.",
        ],
      },
      ...factPart(settings),
      ...billPart(settings),
      ...scorePart(settings),
      ...verdictPart(settings),
      ...confidencePart(settings),
      ...movePart(settings),
      ...unknownPart(),
      ...limitsPart(),
    ],
  };
}
