import { counted } from "../compare/wording.ts";
import type { OwnEvidence, OwnFact } from "../overview/own-evidence.ts";
import { catalogName } from "./catalog-name.ts";
import { sourceListBlocks } from "./comparison/prose-blocks.ts";
import {
  type ComparisonReportOptions,
  left,
  list,
  section,
  sourceNamesIn,
} from "./comparison/setting.ts";
import type { Block, Document, Line, Tone } from "./document.ts";
import { marked } from "./marked.ts";

/** The team's own facts with what they overrule, and what would stand beside them. */
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
      ...factBlocks(evidence, options),
      ...section("Not recorded yet", list(notRecorded)),
      ...(options.brief ? [] : sourceListBlocks({ comparison: evidence, options })),
    ],
    sources,
  };
}

function leadLines({ facts, overruled }: OwnEvidence): readonly Line[] {
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

const notRecorded = [
  "Runs: two models on the same items of yours, with the paired difference, its interval and whether it is more than luck.",
  "Probes: whether a route really takes tools, pictures or long prompts, and how fast it answers.",
  "Both would stand here with their day, and outrank what is published. `steelyard measure` keeps runs and reports them; they do not count here yet.",
] as const;

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
