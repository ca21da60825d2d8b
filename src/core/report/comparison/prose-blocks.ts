import type { CitedText } from "../../verdict/verdict.ts";
import type { Block, Line } from "../document.ts";
import { linkTo } from "../linked.ts";
import {
  cited,
  linkedAndCited,
  list,
  paragraph,
  type Setting,
  section,
  sourceSpans,
} from "./setting.ts";

export function summaryBlocks(setting: Setting): readonly Block[] {
  const lines = setting.comparison.summary.map(({ text, sources }) =>
    linkedAndCited(text, sources, setting),
  );
  return section("In short", lines.map(paragraph));
}

function texts(all: readonly CitedText[], setting: Setting): readonly Block[] {
  return all.map(({ text, sources }) => paragraph(cited(text, sources, setting)));
}

function bullets(all: readonly CitedText[], setting: Setting): readonly Block[] {
  return list(all.map(({ text, sources }) => cited(text, sources, setting)));
}

export function portraitBlocks(setting: Setting): readonly Block[] {
  const { comparison, modelSpan } = setting;
  const said = new Set(comparison.summary.map(({ text }) => text));
  return section(
    "What each is and when to use it",
    comparison.portraits.flatMap(({ model, is, useWhen }) => [
      paragraph([modelSpan(model, "strong")]),
      ...bullets([...is.filter(({ text }) => !said.has(text)), ...useWhen], setting),
    ]),
  );
}

export function ownershipBlocks(setting: Setting): readonly Block[] {
  const { comparison, nameOf } = setting;
  const perModel = (all: typeof comparison.selfHosting) =>
    all.flatMap(({ model, texts: own }) =>
      list(own.map(({ text, sources }) => cited(`${nameOf(model)}: ${text}`, sources, setting))),
    );
  return [
    ...section("Self-hosting", perModel(comparison.selfHosting)),
    ...section("Fine-tuning", perModel(comparison.fineTuning)),
  ];
}

export function deepDiveBlocks(setting: Setting): readonly Block[] {
  return section("In depth", texts(setting.comparison.deepDive, setting));
}

export function questionBlocks(setting: Setting): readonly Block[] {
  return section(
    "Questions",
    setting.comparison.questions.flatMap(({ question, answer, sources }) => [
      paragraph([{ text: question, tone: "strong" }]),
      paragraph(cited(answer, sources, setting)),
    ]),
  );
}

export function relatedBlocks(setting: Setting): readonly Block[] {
  const lines = setting.comparison.related.map(
    ({ models, names, because, sources }): Line => [
      linkTo({ kind: "comparison", models }, names.join(" or ")),
      { text: `: ${because}` },
      ...sourceSpans(sources, setting.sourceNames(sources)),
    ],
  );
  return section("Related comparisons", list(lines));
}

export function conflictBlocks(setting: Setting): readonly Block[] {
  return section("Conflicts between sources", bullets(setting.comparison.conflicts, setting));
}

/** By short name and day; with addresses and marks when they are asked for. */
export function sourceListBlocks({
  comparison,
  options,
}: {
  readonly comparison: Pick<Setting["comparison"], "sources">;
  readonly options: Setting["options"];
}): readonly Block[] {
  const { sources } = comparison;
  if (options.withSources) {
    const lines = sources.map(
      ({ id, name, observedOn, kind, ref }) => `${id} ${name}, ${observedOn}, ${kind}: ${ref}`,
    );
    return section("Sources", list(lines));
  }
  const days = new Map<string, string>();
  for (const { name, observedOn } of sources) {
    if (observedOn > (days.get(name) ?? "")) days.set(name, observedOn);
  }
  const names = [...days].map(([name, day]) => `${name} (${day})`);
  if (names.length === 0) return [];
  return section("Sources", [
    paragraph(`${names.join(", ")}. Each day is the newest seen there; --sources shows addresses.`),
  ]);
}
