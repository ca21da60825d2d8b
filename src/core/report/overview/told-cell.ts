import type { AnswerValue } from "../../compare/comparison.ts";
import type { Subject } from "../../evidence/claim.ts";
import type { CitedSource } from "../../evidence/source-book.ts";
import type { ToldFact } from "../../overview/told-fact.ts";
import type { Line } from "../document.ts";
import { settlingLine, valueLines } from "../mark-lines.ts";
import { marked } from "../marked.ts";

/** What the cells of an overview share: the sources of the answer, and whether they are shown. */
export interface CellSetting {
  readonly sources: readonly CitedSource[];
  readonly withSources: boolean;
}

export interface AboutValue {
  readonly subject: Subject;
  readonly property: string;
  readonly label: string;
}

/** A value that opens to its sources, and to what was claimed beside it. */
function valueCell(value: AnswerValue, about: AboutValue, setting: CellSetting): Line {
  const lines = valueLines(about.label, value, setting.sources);
  return marked(shown(value, value.text), idsOf(value), setting, [
    ...lines,
    ...(value.state === "unknown" ? [settlingLine(about.subject, about.property)] : []),
  ]);
}

/** The same, shorter: a column says what is counted. */
export function figureCell(
  value: AnswerValue,
  text: string,
  about: AboutValue,
  setting: CellSetting,
): Line {
  const cell = valueCell(value, about, setting);
  const [, ...mark] = typeof cell === "string" ? [] : cell;
  const word = value.state === "known" ? text : value.state === "disputed" ? "disputed" : "?";
  return [...spansOf(shown(value, word)), ...mark];
}

/** A fact with when it holds, how it settled and what was kept out. */
export function toldCell(fact: ToldFact, subject: Subject, setting: CellSetting): Line {
  const { answer, conditions, because, keptOut, label, property } = fact;
  const [first = "", ...rest] = valueLines(label, answer, setting.sources);
  const isUnknown = answer.state === "unknown";
  return marked(shown(answer, answer.text), idsOf(answer), setting, [
    first,
    ...(conditions.length === 0 ? [] : [`Holds for ${conditions.join(", ")}.`]),
    ...rest.filter((line) => !line.startsWith("It stands")),
    ...(answer.state === "known" ? [`It stands because: ${because}.`] : []),
    ...keptOut.slice(0, keptOutAtMost).map((each) => `${each.text}: ${each.because}.`),
    ...(isUnknown ? [settlingLine(subject, property)] : []),
  ]);
}

const keptOutAtMost = 3;

function shown({ state }: AnswerValue, text: string): Line {
  return state === "known" ? text : [{ text, tone: state }];
}

function spansOf(line: Line) {
  return typeof line === "string" ? [{ text: line }] : line;
}

function idsOf(value: AnswerValue): readonly string[] {
  switch (value.state) {
    case "known":
      return value.sources;
    case "disputed":
      return value.values.flatMap(({ sources }) => sources);
    case "unknown":
      return [];
  }
}
