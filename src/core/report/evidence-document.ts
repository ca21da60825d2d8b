import { counted } from "../compare/wording.ts";
import type { OwnEvidence, OwnFact } from "../overview/own-evidence.ts";
import { catalogName } from "./catalog-name.ts";
import { sourceListBlocks } from "./comparison/prose-blocks.ts";
import {
  type ComparisonReportOptions,
  left,
  section,
  sourceNamesIn,
} from "./comparison/setting.ts";
import type { Block, Document, Line, Tone } from "./document.ts";
import { marked } from "./marked.ts";
import { ownRunBlocks } from "./own-run-blocks.ts";

/** The team's own facts with what they overrule, and what was measured. */
export function evidenceDocument(
  evidence: OwnEvidence,
  options: ComparisonReportOptions,
): Document {
  const { asOf, catalog, sources } = evidence;
  return {
    title: "Your own evidence",
    stamp: `${asOf} · ${catalogName(catalog)}`,
    blocks: [
      { kind: "lead", lines: leadLines(evidence) },
      ...ownRunBlocks(evidence),
      ...factBlocks(evidence, options),
      ...(options.brief ? [] : sourceListBlocks({ comparison: evidence, options })),
    ],
    sources,
  };
}

function leadLines(evidence: OwnEvidence): readonly Line[] {
  return [...measuredLines(evidence), ...factLines(evidence.facts, evidence.overruled)];
}

function measuredLines({ isMeasuringTold, runs, probes }: OwnEvidence): readonly Line[] {
  if (!isMeasuringTold) {
    return ["What was measured is not told here, and does not count: that takes `--runs`."];
  }
  if (runs.length + probes.length === 0) {
    return [
      [{ text: "Nothing of your own was measured.", tone: "unknown" }],
      "`steelyard measure suite.yaml` runs your prompts, `steelyard probe` asks what an endpoint really does.",
    ];
  }
  return [
    `${counted(runs.length, "run")} and ${counted(probes.length, "probe")} of your own: what they say counts before what is published.`,
  ];
}

function factLines(facts: readonly OwnFact[], overruled: number): readonly Line[] {
  if (facts.length === 0) {
    return [
      [{ text: "No facts of your own are laid over the catalog.", tone: "unknown" }],
      "Write them into steelyard.facts.yaml where you work, or give a facts file with the question.",
    ];
  }
  const subjects = new Set(facts.map(({ subject }) => subject)).size;
  return [
    `${counted(facts.length, "fact")} of your own, about ${subjects === 1 ? "one model or route" : `${subjects} models or routes`}.`,
    `They take the place of ${counted(overruled, "other value")}: your own word outranks every other source.`,
  ];
}

function factBlocks(
  { facts, sources }: OwnEvidence,
  options: ComparisonReportOptions,
): readonly Block[] {
  if (facts.length === 0) return [];
  const sourceNames = sourceNamesIn(sources, { ...options, withSources: false });
  return section("Facts", [
    {
      kind: "table",
      columns: [left("of"), left("what"), left("your value"), left("from"), left("instead of")],
      rows: facts.map((fact) => [
        [{ text: subjectText(fact), to: { kind: "model", id: fact.model } }],
        [fact.label, ...fact.conditions].join(", "),
        marked(valueText(fact), fact.sources, options, linesOf(fact)),
        sources.flatMap(({ id, name, observedOn }) =>
          id === fact.sources[0] ? [`${name} ${observedOn}`] : [],
        )[0] ?? "",
        insteadText(fact, sourceNames),
      ]),
    },
  ]);
}

function subjectText({ subject, modelName }: OwnFact): string {
  return subject.startsWith("model:") ? modelName : subject.slice("route:".length);
}

function valueText({ text, standing }: OwnFact): Line {
  const tone: Tone | undefined = standing === "holds" ? undefined : toneOf[standing];
  const remark = standingWords[standing];
  return tone === undefined ? text : [{ text: `${text} (${remark})`, tone }];
}

const standingWords = {
  holds: "holds",
  disputed: "disputed by another of your facts",
  overruled: "overruled by a newer fact of yours",
  "not-in-force": "not in force",
  "held-back": "held back",
} as const satisfies Record<OwnFact["standing"], string>;

const toneOf = {
  disputed: "disputed",
  overruled: "dim",
  "not-in-force": "dim",
  "held-back": "disputed",
} as const satisfies Record<Exclude<OwnFact["standing"], "holds">, Tone>;

function linesOf({ label, text, effectiveFrom, effectiveTo, note }: OwnFact): readonly string[] {
  return [
    `${label}: ${text}.`,
    ...(effectiveFrom === null ? [] : [`In force from ${effectiveFrom}.`]),
    ...(effectiveTo === null ? [] : [`In force until ${effectiveTo}.`]),
    ...(note === null ? [] : [note]),
  ];
}

function insteadText(
  { instead, agreeing }: OwnFact,
  sourceNames: (ids: readonly string[]) => string,
): Line {
  if (instead.length > 0) {
    return instead.map(({ text, sources }) => `${text} [${sourceNames(sources)}]`).join(", ");
  }
  return agreeing.length > 0
    ? `nothing: ${sourceNames(agreeing)} says the same`
    : "nothing: nobody else states it";
}
