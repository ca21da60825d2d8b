import { counted, listed } from "../compare/wording.ts";
import type { Counts, Shortlist, UsableModel } from "../shortlist/shortlist.ts";
import { catalogName } from "./catalog-name.ts";
import type { Block, Document, Line } from "./document.ts";
import { formatUsd } from "./format.ts";
import { linked, linkTo } from "./linked.ts";
import { opening } from "./marked.ts";
import { judgedRouteBlocks } from "./shortlist/judged-route-blocks.ts";
import { qualityFigure } from "./shortlist/quality-figure.ts";
import { noneLines, ownMachineLines, priceLines, tallyByFirst } from "./shortlist/rest-lines.ts";
import { letterOf, sellerLine, shortlistTable } from "./shortlist/shortlist-table.ts";
import { sourceBlocks } from "./source-blocks.ts";

const shownAtMost = 10;

/** What passes, the shortlist with its picture, and why the rest is not on it. */
export function shortlistDocument(
  found: Shortlist,
  { brief, withSources }: { readonly brief: boolean; readonly withSources: boolean },
): Document {
  const lead: Block = { kind: "lead", lines: leadLines(found) };
  const limit = withSources ? Number.POSITIVE_INFINITY : shownAtMost;
  const first = [lead, ...shortlistBlocks(found, limit)];
  const rest = [
    ...judgedRouteBlocks(found, limit),
    ...section(
      "Not beaten, but no shared score tells how they stand to these",
      apartBlocks(found, limit),
    ),
    ...usableBlocks(found, limit),
    ...section(
      "Scored, but another is preferred",
      listOf(
        found.beaten.map((each) => namedLine(each, `: ${each.because}.`)),
        limit,
      ),
    ),
    ...section("What each constraint costs", listOf(priceLines(found), limit)),
    ...section(
      "What nobody states",
      listOf(
        found.open.map(
          ({ constraint, routes, ask }) => `${constraint} (${counted(routes, "route")}): ${ask}.`,
        ),
        limit,
      ),
    ),
    ...section(
      "Your own machines could run them; what that costs is not reckoned here",
      listOf(ownMachineLines(found), limit),
    ),
    ...outBlocks(found, limit),
    ...(withSources ? sourceBlocks(found.sources) : []),
  ];
  return {
    title: found.task === null ? "What passes" : `Models for ${found.task}`,
    stamp: `${found.asOf} · ${catalogName(found.catalog)}`,
    blocks: brief ? first : [...first, ...rest],
    sources: found.sources,
  };
}

function leadLines(found: Shortlist): readonly Line[] {
  const { counts, shortlist, constraints, traffic, workload } = found;
  const musts =
    constraints.length === 0 ? "nothing but a route and a price" : constraints.join(", ");
  const where = workload === null ? "" : ` (with ${workload})`;
  const tally = `${tallyOf(counts.models, "model")} ${tallyOf(counts.routes, "route")}`;
  const [first] = shortlist;
  const names = shortlist.slice(0, 6).map(({ name }) => name);
  const more =
    shortlist.length > names.length ? ` and ${shortlist.length - names.length} more` : "";
  const advice: readonly Line[] =
    first === undefined
      ? noneLines(found)
      : [
          [
            ...linked(
              `Worth a closer look: ${more === "" ? listed(names) : names.join(", ") + more}.`,
              shortlist.map(({ model, name }) => ({ name, to: { kind: "model", id: model } })),
              "strong",
            ),
          ],
        ];
  return [...advice, tally, `Asked: ${musts}${where}.`, `${upperFirst(traffic.text)}.`];
}

function tallyOf({ considered, passing, conditional, failing }: Counts, noun: string): string {
  const parts = [
    verb(passing, "pass", "passes"),
    `${verb(conditional, "depend", "depends")} on what nobody states`,
    verb(failing, "fail", "fails"),
  ];
  return `Of ${counted(considered, noun)} ${parts.join(", ")}.`;
}

function verb(count: number, many: string, one: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

function shortlistBlocks(found: Shortlist, limit: number): readonly Block[] {
  const { shortlist } = found;
  if (shortlist.length === 0) {
    if (found.task !== null) return [];
    const line = "No kind of work is stated, so quality is not weighed: name one, such as rag.";
    return [{ kind: "paragraph", line }];
  }
  const shown = shortlist.slice(0, limit);
  const figure = qualityFigure(found);
  return [
    { kind: "heading", text: "Shortlist, cheapest first" },
    shortlistTable(shown),
    {
      kind: "list",
      lines: shown.map(({ because, conditionalOn }, index) => {
        const open =
          conditionalOn.length === 0 ? "" : `; if ${conditionalOn.join(", ")} proves true`;
        return `${letterOf(index)}: ${because}${open}.`;
      }),
    },
    ...(shortlist.length > shown.length
      ? [
          {
            kind: "paragraph",
            line: `${shortlist.length - shown.length} more, which steelyard find lists with --sources.`,
          } as const,
        ]
      : []),
    ...(figure === undefined
      ? []
      : [{ kind: "heading", text: "Cost and quality" } as const, figure]),
  ];
}

function apartBlocks({ apart }: Shortlist, limit: number): readonly Block[] {
  const lines = apart.map((each) => {
    const { provider, monthlyUsd, conditionalOn, sources } = each;
    const open = conditionalOn.length === 0 ? "" : `; depends on ${conditionalOn.join(", ")}`;
    const rest = ` at ${provider}: ${formatUsd(monthlyUsd)} a month${open}.`;
    return opening(namedLine(each, rest), sources);
  });
  return listOf(lines, limit);
}

function usableBlocks({ unscored, task }: Shortlist, limit: number): readonly Block[] {
  const heading =
    task === null
      ? "Can be used, cheapest first"
      : "Can be used, but no score speaks of it for this work";
  if (unscored.length === 0) return [];
  const rows = unscored
    .slice(0, limit)
    .map((each): readonly Line[] => [
      namedLine(each, ""),
      sellerLine(each),
      opening(formatUsd(each.monthlyUsd), each.sources),
      conditionText(each),
    ]);
  return section(heading, [
    {
      kind: "table",
      columns: [
        { header: "model", align: "left" },
        { header: "route", align: "left" },
        { header: "a month", align: "right" },
        { header: "depends on", align: "left" },
      ],
      rows,
    },
    ...tail(unscored.length, limit),
  ]);
}

function conditionText({ conditionalOn }: UsableModel): Line {
  return conditionalOn.length === 0 ? "" : [{ text: conditionalOn.join(", "), tone: "unknown" }];
}

/** How many fall out by what, and a few by name. */
function outBlocks({ out }: Shortlist, limit: number): readonly Block[] {
  if (out.length === 0) return [];
  const tally = tallyByFirst(out).map(([constraint, models]) => `${constraint} ${models}`);
  return section("Out", [
    { kind: "paragraph", line: `By what rules them out first: ${tally.join(", ")}.` },
    ...listOf(
      out.map((each) => namedLine(each, `: ${each.because}.`)),
      limit,
    ),
  ]);
}

function section(heading: string, blocks: readonly Block[]): readonly Block[] {
  return blocks.length === 0 ? [] : [{ kind: "heading", text: heading }, ...blocks];
}

function listOf(lines: readonly Line[], limit: number): readonly Block[] {
  if (lines.length === 0) return [];
  return [{ kind: "list", lines: lines.slice(0, limit) }, ...tail(lines.length, limit)];
}

function tail(count: number, limit: number): readonly Block[] {
  return count > limit
    ? [
        {
          kind: "paragraph",
          line: `${count - limit} more, which steelyard find lists with --sources.`,
        },
      ]
    : [];
}

function namedLine(
  { model, name }: { readonly model: string; readonly name: string },
  rest: string,
): Line {
  const span = linkTo({ kind: "model", id: model }, name);
  return rest === "" ? [span] : [span, { text: rest }];
}

function upperFirst(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
