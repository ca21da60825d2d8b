import { type Property, properties } from "../catalog/property.ts";
import { propertyText } from "../compare/property-text.ts";
import type { Subject } from "../evidence/claim.ts";
import type { Finding, JudgedClaim } from "../evidence/finding.ts";
import { type SourceBook, sourceBook } from "../evidence/source-book.ts";
import type { IsoDate } from "../units.ts";
import { catalogName } from "./catalog-name.ts";
import { describeConditions } from "./describe-conditions.ts";
import { describeValue, unitOf } from "./describe-value.ts";
import type { Block, Document, Line, Tone } from "./document.ts";
import { opening } from "./marked.ts";
import { sourceBlocks } from "./source-blocks.ts";

/** Where values come from: every claim about a subject, and how it came out. */
export interface Explanation {
  readonly asOf: IsoDate;
  readonly catalog: { readonly hash: string; readonly compiledOn: IsoDate };
  /** The name as it was asked. */
  readonly asked: string;
  /** The model and its routes, or the route. */
  readonly subjects: readonly Subject[];
  /** `null`: all that are known. */
  readonly property: Property | null;
  readonly findings: readonly Finding[];
}

export function reportExplanation(
  explanation: Explanation,
  { brief, withSources }: { readonly brief: boolean; readonly withSources: boolean },
): Document {
  const { asOf, catalog, property, findings, subjects, asked } = explanation;
  const sources = findings.flatMap(({ claims }) => claims.map(({ source }) => source));
  const book = sourceBook();
  const name = subjects[0] === undefined ? asked : idOf(subjects[0]);
  return {
    title: property === null ? name : `${properties[property].label} of ${name}`,
    stamp: `${asOf} · ${catalogName(catalog)}`,
    blocks: [
      ...(findings.length === 0 ? [nothingSaid(property)] : []),
      ...(property === null
        ? overview(findings, book)
        : findings.flatMap((finding) => findingBlocks(finding, brief, book))),
      ...(withSources ? sourceBlocks(sources) : []),
    ],
    sources: book.list(),
  };
}

function nothingSaid(property: Property | null): Block {
  const text = `: no source states ${property === null ? "anything about it" : "it"}.`;
  return { kind: "lead", lines: [[{ text: "Unknown", tone: "unknown" }, { text }]] };
}

/** One line a finding: for a reader who asks what there is to ask. */
function overview(findings: readonly Finding[], book: SourceBook): readonly Block[] {
  const isConditional = findings.some(
    ({ conditions }) => describeConditions(conditions).length > 0,
  );
  const subjects = [...new Set(findings.map((finding) => finding.subject))];
  const columns = [
    { header: "Property", align: "left" },
    { header: "Value", align: "left" },
    ...(isConditional ? [{ header: "When", align: "left" } as const] : []),
    { header: "Source", align: "left" },
    { header: "Claims", align: "right" },
  ] as const;
  return subjects.flatMap((subject): readonly Block[] => [
    { kind: "heading", text: idOf(subject) },
    {
      kind: "table",
      columns,
      rows: findings
        .filter((finding) => finding.subject === subject)
        .map((finding) => [
          [{ text: finding.property, anchor: finding.property }],
          opening(outcomeOf(finding), book.cite(finding.sources), [`${finding.because}.`]),
          ...(isConditional ? [describeConditions(finding.conditions).join(", ")] : []),
          finding.sources[0] === undefined
            ? ""
            : `${finding.sources[0].name} ${finding.sources[0].observedOn}`,
          String(finding.claims.length),
        ]),
    },
  ]);
}

function findingBlocks(finding: Finding, isBrief: boolean, book: SourceBook): readonly Block[] {
  const { subject, property, conditions, because, claims } = finding;
  const when = describeConditions(conditions);
  const unit = unitOf(property);
  const columns = [
    { header: unit ?? "Value", align: unit === undefined ? "left" : "right" },
    { header: "Source", align: "left" },
    { header: "Seen on", align: "left" },
    { header: "Standing", align: "left" },
  ] as const;
  return [
    { kind: "heading", text: [idOf(subject), ...when].join(", ") },
    { kind: "paragraph", line: [...outcomeOf(finding), { text: `: ${because}.` }] },
    ...(isBrief
      ? []
      : [
          {
            kind: "table" as const,
            columns,
            rows: claims.map((claim) => claimRow(claim, property, book)),
          },
        ]),
  ];
}

function outcomeOf({ state, value, property, claims }: Finding) {
  if (value !== null) return [{ text: propertyText(property, value) }];
  const tone: Tone = state === "disputed" ? "disputed" : "unknown";
  const values = claims.filter((claim) => claim.standing === "disputed");
  const texts = [...new Set(values.map((claim) => describeValue(property, claim.value)))];
  return [{ text: state === "disputed" ? `disputed, ${texts.join(" or ")}` : "unknown", tone }];
}

function claimRow(claim: JudgedClaim, property: Property, book: SourceBook): readonly Line[] {
  const { value, source, note } = claim;
  const tone = toneOf[claim.standing];
  const standing = [standingText(claim), ...(note === null ? [] : [note])].join("; ");
  return [
    describeValue(property, value),
    opening(source.name, book.cite([source])),
    source.observedOn,
    tone === undefined ? standing : [{ text: standing, tone }],
  ];
}

const toneOf = {
  holds: "strong",
  disputed: "disputed",
  overruled: "dim",
  "not-in-force": "dim",
  "held-back": "disputed",
} as const satisfies Record<JudgedClaim["standing"], Tone>;

function standingText(claim: JudgedClaim): string {
  switch (claim.standing) {
    case "holds":
      return "holds";
    case "disputed":
      return "disputed";
    case "overruled":
      return "overruled";
    case "not-in-force":
      return `not in force (${span(claim)})`;
    case "held-back":
      return `held back by ${claim.heldBackBy?.rule}: ${claim.heldBackBy?.because}`;
  }
}

function span({ effectiveFrom, effectiveTo }: JudgedClaim): string {
  const from = effectiveFrom === null ? "" : `from ${effectiveFrom}`;
  const to = effectiveTo === null ? "" : `until ${effectiveTo}`;
  return [from, to].filter((part) => part !== "").join(" ");
}

function idOf(subject: Subject): string {
  return subject.slice(subject.indexOf(":") + 1);
}
