import { counted, listed, lowerFirst } from "../compare/wording.ts";
import { isEnding } from "../scan/lifecycle-of-name.ts";
import type { FoundModel, ScanReport, UnknownName } from "../scan/scan-report.ts";
import type { Block, Document, Line } from "./document.ts";
import { formatTokens, formatTokensShort, formatUsd } from "./format.ts";
import { linkTo } from "./linked.ts";
import { opening } from "./marked.ts";
import { endText, endTone, successorBlocks } from "./scan-successors.ts";
import { sourceBlocks } from "./source-blocks.ts";

/** So many places of a model stand in a report for people; the JSON holds all. */
const shownPlaces = 8;
const shownUnknown = 20;

/** Which models a code base names, when each ends, and what may take its place. */
export function scanDocument(
  report: ScanReport,
  { brief, withSources }: { readonly brief: boolean; readonly withSources: boolean },
): Document {
  const { found, unknown, asOf, catalog, path } = report;
  const lead: Block = { kind: "lead", lines: [countLine(report), ...endLines(report)] };
  const checks = checkBlocks(report);
  const ending = found.filter(isEnding);
  const rest = [
    ...deadlineBlocks(report),
    ...ending.flatMap((model) => modelBlocks(model)),
    ...otherPlaces(found.filter((model) => !ending.includes(model))),
    ...unknownBlocks(unknown),
    ...leftOutBlocks(report),
    ...(withSources ? sourceBlocks(report.sources) : []),
  ];
  return {
    title: `Models named in ${typeof path === "string" ? path : counted(path.length, "path")}`,
    stamp: `${asOf} · catalog ${catalog.hash.slice(0, 7)}`,
    blocks: brief ? [lead, ...checks] : [lead, ...checks, ...rest],
    sources: report.sources,
  };
}

function countLine({ found, unknown, filesRead, linesRead }: ScanReport): Line {
  const names = unknown.length === 0 ? "" : `, and ${counted(unknown.length, "unknown name")}`;
  const read = `${counted(filesRead, "file")}, ${formatTokens(linesRead)} lines`;
  const models = new Set(found.map(({ model }) => model)).size;
  return `${sentenceStart(counted(models, "model"))}${names}, in ${read}.`;
}

function endLines({ found, asOf }: ScanReport): readonly Line[] {
  const retired = found.filter(({ status }) => status === "retired");
  const next = found.find(({ status, daysLeft }) => status === "deprecated" && daysLeft !== null);
  const gone = retired.map(({ name, route }) => (route === null ? name : `${name} (${route})`));
  return [
    ...(gone.length === 0
      ? []
      : [[{ text: `Retired already: ${listed(gone)}.`, tone: "retired" as const }]]),
    ...(next === undefined
      ? []
      : [
          `Next: ${next.name} ends on ${next.retiresOn}, ${counted(next.daysLeft ?? 0, "day")} after ${asOf}.`,
        ]),
  ];
}

function checkBlocks({ failOn, failed }: ScanReport): readonly Block[] {
  if (failOn.length === 0) return [];
  if (failed.length === 0) {
    return [{ kind: "paragraph", line: `Passes: nothing breaks ${listed(failOn)}.` }];
  }
  const lines = failOn.flatMap((rule): readonly Line[] => {
    const broken = failed.filter((each) => each.rule === rule).map(({ what }) => what);
    return broken.length === 0
      ? []
      : [[{ text: `Fails ${rule}: ${listed([...new Set(broken)])}.`, tone: "strong" }]];
  });
  return [{ kind: "list", lines }];
}

function deadlineBlocks({ found, traffic, constraints }: ScanReport): readonly Block[] {
  if (found.length === 0) return [];
  const { inputTokens, outputTokens, isAssumed } = traffic;
  const month = `${formatTokensShort(inputTokens)} tokens in, ${formatTokensShort(outputTokens)} out a month`;
  return [
    { kind: "heading", text: "Deadlines" },
    {
      kind: "table",
      columns: [
        { header: "Model", align: "left" },
        { header: "Ends", align: "left" },
        { header: "Places", align: "right" },
        { header: "A month", align: "right" },
      ],
      rows: found.map((model) => [
        [
          linkTo({ kind: "model", id: model.model }, model.name),
          ...(model.route === null ? [] : [{ text: ` (${model.route})` }]),
        ],
        opening([{ text: endText(model), ...endTone(model) }], model.sources, [
          `${model.name}: ${endText(model)}.`,
        ]),
        formatTokens(model.count),
        model.cost.monthlyUsd === null
          ? [{ text: "no price", tone: "unknown" }]
          : opening(formatUsd(model.cost.monthlyUsd), model.cost.sources, [
              `${formatUsd(model.cost.monthlyUsd)} a month on ${model.cost.route}.`,
              `${model.cost.because}.`,
            ]),
      ]),
    },
    {
      kind: "paragraph",
      line: [
        {
          text: `At ${month}${isAssumed ? " (assumed; state your own)" : ""}.${constraints.length === 0 ? "" : ` Successors must satisfy ${constraints.join(", ")}.`}`,
          tone: "dim",
        },
      ],
    },
  ];
}

function modelBlocks(model: FoundModel): readonly Block[] {
  const { name, cost, uses } = model;
  const used = uses.map(({ label, places }) => {
    const [first] = places;
    return first === undefined
      ? lowerFirst(label)
      : `${lowerFirst(label)} (${first.text}, ${first.file}:${first.line})`;
  });
  const facts: readonly Line[] = [
    ...placeLines(model),
    used.length === 0
      ? "No sign of a capability in the files that name it."
      : `The files that name it show signs of ${listed(used)}.`,
    ...(cost.monthlyUsd === null
      ? [[{ text: `No price today: ${cost.because}.`, tone: "unknown" as const }]]
      : []),
  ];
  return [
    { kind: "heading", text: `${name}: ${endText(model)}` },
    { kind: "list", lines: facts },
    ...successorBlocks(model),
  ];
}

function placeLines({ places, count }: FoundModel | UnknownName): readonly Line[] {
  const shown = places.slice(0, shownPlaces).map(placeText);
  const more = count - shown.length;
  return more <= 0 ? shown : [...shown, `… and ${formatTokens(more)} more: --format json`];
}

function placeText({ file, line, column, text }: FoundModel["places"][number]): string {
  return `${file}:${line}:${column} ${text}`;
}

function otherPlaces(models: readonly FoundModel[]): readonly Block[] {
  if (models.length === 0) return [];
  return [
    { kind: "heading", text: "No end known" },
    {
      kind: "list",
      lines: models.map((model): Line => {
        const [first] = model.places;
        const more = model.count > 1 ? `, and ${formatTokens(model.count - 1)} more` : "";
        const where = `: ${first === undefined ? "" : placeText(first)}${more}`;
        return [linkTo({ kind: "model", id: model.model }, model.name), { text: where }];
      }),
    },
  ];
}

function unknownBlocks(unknown: readonly UnknownName[]): readonly Block[] {
  if (unknown.length === 0) return [];
  const lines = unknown.slice(0, shownUnknown).map((each): Line => {
    const [first] = each.places;
    const place = first === undefined ? "" : `${first.file}:${first.line}:${first.column} `;
    const more = each.count > 1 ? `, and ${formatTokens(each.count - 1)} more` : "";
    return [
      { text: place },
      { text: each.text, tone: "unknown" },
      { text: `${more}. ${each.because}` },
    ];
  });
  const rest = unknown.length - lines.length;
  return [
    { kind: "heading", text: "Unknown names" },
    { kind: "list", lines: rest > 0 ? [...lines, `… and ${rest} more: --format json`] : lines },
  ];
}

function leftOutBlocks({ leftOut }: ScanReport): readonly Block[] {
  const { binary, generated, links, tooLarge, unreadable } = leftOut;
  const lines = [
    ...(binary > 0 ? [counted(binary, "binary file")] : []),
    ...(generated > 0 ? [counted(generated, "generated file")] : []),
    ...(links > 0 ? [counted(links, "link")] : []),
    ...tooLarge.map((file) => `${file}: larger than 16 MiB`),
    ...unreadable.map((file) => `${file}: may not be read`),
  ];
  if (lines.length === 0) return [];
  return [
    { kind: "heading", text: "Not read" },
    { kind: "list", lines },
  ];
}

function sentenceStart(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
