import type { FrictionItem } from "../../compare/comparison.ts";
import type { MethodSetting } from "../../method/method-setting.ts";
import { left, list, paragraph, section } from "../comparison/setting.ts";
import type { Block } from "../document.ts";
import { settingTable } from "./setting-table.ts";

/** What each severity of a friction says, the gravest first. */
const severityWords = {
  blocker: "something you stated that you need is lost, or the model is gone by then",
  work: "code, prompts or contracts change",
  check: "nobody states it here; find out before you rely on it",
  gain: "it gets better, or nothing is to be done",
} as const satisfies Readonly<Record<FrictionItem["severity"], string>>;

/** What speaks for a model, and what a move to it changes. */
export function movePart(settings: readonly MethodSetting[]): readonly Block[] {
  return section("Tradeoffs and friction", [
    paragraph(
      "A tradeoff is one thing that speaks for a model against another, each by a rule of its own: cost, limits, sellers, weights, time left, capabilities, tests. It is said when both sides are known and the difference is established; a gap of scores says its label.",
    ),
    settingTable(settings, "least-share"),
    paragraph(
      "Friction is what a move from one model to the other changes, breaks or must be tested, asked in both directions; none is weighed against another.",
    ),
    {
      kind: "table",
      columns: [left("severity"), left("means")],
      rows: Object.entries(severityWords),
    },
  ]);
}

/** Where the answers end. */
export function limitsPart(): readonly Block[] {
  return section("What is not done", [
    ...list([
      "Scores are those of makers, benchmark owners and others as published; where a run of your own speaks, it counts first.",
      "No model is asked to judge another, and no text of an answer is written by a model.",
      "Skills are not weighed by importance: say what the work is with --task, and what a failed task costs with --failed-task.",
      "Prices are list prices in dollars without tax; what you negotiated counts from your facts file.",
      "Speed and uptime are those that somebody stated, with the day. They are constraints, not reasons.",
      "Nothing is fetched when a question is asked: the catalog has a day, and age is said.",
    ]),
  ]);
}
