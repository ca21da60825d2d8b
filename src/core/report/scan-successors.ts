import { counted, listed } from "../compare/wording.ts";
import type { FoundModel, FoundSuccessor } from "../scan/scan-report.ts";
import type { Block, Line, Span } from "./document.ts";
import { formatTokensShort, formatUsd } from "./format.ts";
import { linkTo } from "./linked.ts";
import { opening } from "./marked.ts";

type Ending = Pick<FoundModel, "status" | "retiresOn" | "daysLeft">;

/** `retired 2026-10-23`, `2027-01-14, in 55 days`, `deprecated, no day known`, `no end known`. */
export function endText({ status, retiresOn, daysLeft }: Ending): string {
  if (status === "retired") return retiresOn === null ? "retired" : `retired ${retiresOn}`;
  if (retiresOn !== null) return `${retiresOn}, in ${counted(daysLeft ?? 0, "day")}`;
  return status === "deprecated" ? "deprecated, no day known" : "no end known";
}

export function endTone({ status }: Ending): Pick<Span, "tone"> {
  return status === "retired" ? { tone: "retired" } : {};
}

/** What may take the place of a model, with what it keeps and costs. */
export function successorBlocks({ model, successors, uses }: FoundModel): readonly Block[] {
  if (successors.length === 0) {
    return [{ kind: "paragraph", line: [{ text: "No successor is known.", tone: "unknown" }] }];
  }
  const next = successors.find((each) => each.model !== model)?.model;
  return [
    {
      kind: "table",
      columns: [
        { header: "Successor", align: "left" },
        { header: "Ends", align: "left" },
        ...(uses.length === 0 ? [] : [{ header: "Of what is used", align: "left" as const }]),
        { header: "Context", align: "right" },
        { header: "A month", align: "right" },
        { header: "Difference", align: "right" },
      ],
      rows: successors.map((each) => [
        [
          linkTo({ kind: "model", id: each.model }, each.name),
          ...(each.kind === "other-seller" ? [{ text: ` (${each.route})` }] : []),
        ],
        opening([{ text: endText(each), ...endTone(each) }], each.sources, [`${each.because}`]),
        ...(uses.length === 0 ? [] : [keptText(each)]),
        contextText(each),
        each.monthlyUsd === null
          ? [{ text: "unknown", tone: "unknown" }]
          : opening(formatUsd(each.monthlyUsd), each.sources, [
              `${formatUsd(each.monthlyUsd)} a month on ${each.route ?? "no route"}.`,
              `${each.costBecause}.`,
            ]),
        differenceText(each.differenceUsd),
      ]),
    },
    {
      kind: "list",
      lines: [
        ...successors.map(
          ({ model: id, name, because }): Line => [
            linkTo({ kind: "model", id }, name),
            { text: `: ${because}` },
          ],
        ),
        ...(next === undefined ? [] : [`What a move breaks: steelyard switch ${model} ${next}`]),
      ],
    },
  ];
}

function keptText({ loses, unverified }: FoundSuccessor): Line {
  if (loses.length === 0 && unverified.length === 0) return "keeps all";
  return [
    ...(loses.length === 0 ? [] : [{ text: `loses ${listed(loses)}`, tone: "retired" as const }]),
    ...(loses.length > 0 && unverified.length > 0 ? [{ text: "; " }] : []),
    ...(unverified.length === 0
      ? []
      : [{ text: `unknown: ${listed(unverified)}`, tone: "unknown" as const }]),
  ];
}

function contextText({ contextWindowTokens: { from, to } }: FoundSuccessor): Line {
  if (to === null) return [{ text: "unknown", tone: "unknown" }];
  const text = formatTokensShort(to);
  return from !== null && to < from ? `${text}, from ${formatTokensShort(from)}` : text;
}

function differenceText(differenceUsd: number | null): Line {
  if (differenceUsd === null) return [{ text: "unknown", tone: "unknown" }];
  return `${differenceUsd > 0 ? "+" : ""}${formatUsd(differenceUsd)}`;
}
