import type { FrictionItem } from "../../compare/comparison.ts";
import type { Block, Line, Span } from "../document.ts";
import { cited, list, paragraph, type Setting, section, sourceSpans } from "./setting.ts";

export function tradeoffBlocks(setting: Setting): readonly Block[] {
  const { comparison, modelSpan } = setting;
  const isPair = comparison.models.length === 2;
  const blocks = comparison.models.flatMap(({ id }) =>
    comparison.models.flatMap((other) => {
      const found = comparison.tradeoffs.filter(
        ({ model, against }) => model === id && against === other.id,
      );
      if (found.length === 0) return [];
      return [
        paragraph([
          { text: "For ", tone: "strong" },
          modelSpan(id, "strong"),
          ...(isPair ? [] : against(modelSpan(other.id, "strong"))),
        ]),
        ...list(
          found.map(({ text, label, sources }) =>
            cited(`${text} ${said(label)}`.trim(), sources, setting),
          ),
        ),
      ];
    }),
  );
  return section("Tradeoffs", blocks);
}

function against(other: Span): readonly Span[] {
  return [{ text: " against ", tone: "strong" }, other];
}

/** A stated fact needs no mark; how sure a gap is does. */
function said(label: string): string {
  return label === "stated" ? "" : `(${label})`;
}

const severityTone: Partial<Record<FrictionItem["severity"], Span["tone"]>> = {
  blocker: "retired",
  check: "unknown",
};

/** What each move changes, with what to do about it. */
export function moveBlocks(setting: Setting): readonly Block[] {
  const { comparison, nameOf } = setting;
  return comparison.switching.flatMap(({ from, to, items }) =>
    section(
      `Switching from ${nameOf(from)} to ${nameOf(to)}`,
      list(items.map((item) => frictionLine(item, setting))),
    ),
  );
}

export function frictionLine(
  { severity, text, remedy, sources }: FrictionItem,
  setting: Pick<Setting, "sourceNames">,
): Line {
  const tone = severityTone[severity];
  const mark: Span = tone === undefined ? { text: severity } : { text: severity, tone };
  return [
    mark,
    { text: `: ${text} ${remedy}` },
    ...sourceSpans(sources, setting.sourceNames(sources)),
  ];
}
