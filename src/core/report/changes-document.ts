import { type ChangeKind, changeKinds } from "../changes/change.ts";
import { labelOf, shortOf, stepOf } from "../changes/change-text.ts";
import type {
  AnsweredSide,
  ChangedValue,
  ChangesAnswer,
  CitedChange,
} from "../changes/changes-answer.ts";
import { counted, listed } from "../compare/wording.ts";
import { catalogName } from "./catalog-name.ts";
import type { Block, Document, Line, Target } from "./document.ts";
import { linked, linkTo, type NamedTarget } from "./linked.ts";
import { opening } from "./marked.ts";
import { sourceBlocks } from "./source-blocks.ts";

const headings: Readonly<Record<ChangeKind, string>> = {
  lifecycle: "Lifecycle",
  price: "Prices",
  limit: "Limits",
  capability: "Capabilities",
  terms: "Terms",
  model: "Models",
  route: "Routes",
  score: "Scores",
};

/** What changed, kind by kind: values in tables, events as sentences. */
export function changesDocument(
  answer: ChangesAnswer,
  { brief, withSources }: { readonly brief: boolean; readonly withSources: boolean },
): Document {
  const kinds = changeKinds.filter((kind) => answer.changes.some((each) => each.kind === kind));
  return {
    title: "What changed",
    stamp: `${answer.from.day} to ${answer.to.day}`,
    blocks: [
      { kind: "lead", lines: [leadOf(answer)] },
      { kind: "paragraph", line: [{ text: comparedText(answer), tone: "dim" }] },
      ...(brief ? [] : kinds.flatMap((kind) => blocksOf(kind, answer))),
      ...(withSources ? sourceBlocks(answer.sources) : []),
    ],
    sources: answer.sources,
  };
}

function leadOf({ total, shown, counts, failed }: ChangesAnswer): Line {
  if (total === 0) return "Nothing changed.";
  const parts = changeKinds
    .filter((kind) => counts[kind] > 0)
    .map((kind) => `${counts[kind]} in ${wordOf(kind)}`);
  const cut = shown < total ? ` The first ${shown} are shown.` : "";
  const no = failed.length === 0 ? "" : ` Not meant to change: ${listed(failed.map(wordOf))}.`;
  return `${counted(total, "change")}: ${listed(parts)}.${no}${cut}`;
}

function wordOf(kind: ChangeKind): string {
  return headings[kind].toLowerCase();
}

function comparedText({ from, to, asked }: ChangesAnswer): string {
  const models = asked.models === null ? "" : ` Only ${listed(asked.models)}.`;
  const work = asked.workload === null ? "" : ` Only what touches ${asked.workload}.`;
  const sides =
    from.hash === to.hash
      ? `${catalogName(to)}, what was in force on each day by what is known now`
      : `${sideText(from)}; ${sideText(to)}`;
  return `${sides.charAt(0).toUpperCase()}${sides.slice(1)}.${models}${work}`;
}

function sideText(side: AnsweredSide): string {
  return `${catalogName(side)} as of ${side.day}`;
}

function blocksOf(kind: ChangeKind, { changes, sources }: ChangesAnswer): readonly Block[] {
  const ofKind = changes.filter((change) => change.kind === kind);
  const events = ofKind.filter(isEvent);
  const values = ofKind.filter((change) => !isEvent(change));
  return [
    { kind: "heading", text: headings[kind] },
    ...(events.length === 0 ? [] : [{ kind: "list" as const, lines: events.map(eventLine) }]),
    ...(values.length === 0 ? [] : [tableOf(values)]),
    ...sourceLine(ofKind, sources),
  ];
}

const namedAtMost = 4;

/** Short names of who says so, those cited first first. */
function sourceLine(
  changes: readonly CitedChange[],
  sources: ChangesAnswer["sources"],
): readonly Block[] {
  const ids = new Set(changes.flatMap((change) => change.sources));
  const cited = sources.filter(({ id }) => ids.has(id));
  const names = [...new Set(cited.map(({ name, observedOn }) => `${name} ${observedOn}`))];
  if (names.length === 0) return [];
  const rest = names.length - namedAtMost;
  const text = names.slice(0, namedAtMost).join(", ") + (rest > 0 ? ` +${rest}` : "");
  const line = [{ text: `Sources: ${text}.`, tone: "dim" }] as const;
  return [{ kind: "paragraph", line, isSources: true }];
}

/** Told as a sentence: there is no pair of values worth a row. */
function isEvent({ kind, property }: CitedChange): boolean {
  return kind === "lifecycle" || property === "listed";
}

function eventLine({ text, after, model, subject, sources }: CitedChange): Line {
  const isEnd = after.state === "known" && after.value === "retired";
  const to: Target = { kind: "model", id: model };
  const names = [{ name: idOf(subject), to }, ...nameIn(text, to)];
  return opening(linked(text, names, isEnd ? "retired" : undefined), sources);
}

/** A sentence of a change begins with the name of what changed. */
function nameIn(text: string, to: Target): readonly NamedTarget[] {
  const [, name] = /^(.+?)(?: at |,|:| is | retired )/.exec(text) ?? [];
  return name === undefined ? [] : [{ name, to }];
}

function idOf(subject: string): string {
  return subject.slice(subject.indexOf(":") + 1);
}

function tableOf(changes: readonly CitedChange[]): Block {
  return {
    kind: "table",
    columns: [
      { header: "Of", align: "left" },
      { header: "What", align: "left" },
      { header: "Before", align: "right" },
      { header: "After", align: "right" },
      { header: "Step", align: "right" },
      { header: "On", align: "left" },
    ],
    rows: changes.map((change) => [
      [linkTo({ kind: "model", id: change.model }, idOf(change.subject))],
      whatOf(change),
      valueCell(change.before, whatOf(change)),
      valueCell(change.after, whatOf(change)),
      stepText(change),
      `${change.on.day}${change.on.is === "observed" ? " seen" : ""}`,
    ]),
  };
}

function whatOf(change: CitedChange): string {
  const { property, conditions } = change;
  const label = labelOf({ property, conditions: conditions ?? {} });
  return change.isDecidedAnew ? `${label} (another source decides)` : label;
}

function stepText({ changePercent, kind, before, after }: CitedChange): string {
  return stepOf({ kind, changePercent, before, after }).replace(/^, /, "");
}

function valueCell(value: ChangedValue, what: string): Line {
  if (value.state === "unknown") return cell(value);
  return opening(cell(value), value.sources, [`${what}: ${value.text}.`]);
}

function cell(value: ChangedValue): Line {
  switch (value.state) {
    case "known":
      return shortOf(value.text);
    case "disputed":
      return [{ text: value.text, tone: "disputed" }];
    case "unknown":
      return [{ text: value.text, tone: "unknown" }];
  }
}
