import type { Catalog } from "../core/catalog/catalog.ts";
import { type Property, properties } from "../core/catalog/property.ts";
import type { AnswerValue } from "../core/compare/comparison.ts";
import type { CitedSource } from "../core/evidence/source-book.ts";
import { closestNames } from "../core/identity/closest-names.ts";
import type { Outcome, Problem } from "../core/problems/problem.ts";
import { catalogName } from "../core/report/catalog-name.ts";
import { describeValue } from "../core/report/describe-value.ts";
import type { Block, Line } from "../core/report/document.ts";
import { storyLines } from "../core/report/mark-lines.ts";
import { opening } from "../core/report/marked.ts";
import type { IsoDate } from "../core/units.ts";

type NotFound = Problem & { readonly code: "not-found" };

/** What every list says beside its rows. */
export interface ListHead {
  readonly catalog: { readonly hash: string; readonly compiledOn: IsoDate };
  /** `matching` may exceed the rows shown when a limit was given. */
  readonly counts: { readonly total: number; readonly matching: number; readonly shown: number };
}

export function catalogStamp({ hash, compiledOn }: Catalog): ListHead["catalog"] {
  return { hash, compiledOn };
}

/** The figure as a cell that opens to its sources; what is unknown or disputed says so in words. */
export function figureCell(
  figure: AnswerValue,
  property: Property,
  sources: readonly CitedSource[],
): Line {
  const ids =
    figure.state === "known"
      ? figure.sources
      : figure.state === "disputed"
        ? figure.values.flatMap((each) => each.sources)
        : [];
  const lines =
    figure.state === "unknown" ? [] : storyLines(properties[property].label, figure, sources);
  return opening(figureText(figure, property), ids, lines);
}

function figureText(figure: AnswerValue, property: Property): Line {
  switch (figure.state) {
    case "known":
      return describeValue(property, figure.value);
    case "disputed":
      return [{ text: "disputed", tone: "disputed" }];
    case "unknown":
      return [{ text: "unknown", tone: "unknown" }];
  }
}

/** Words of a search, all of which one of the texts must contain, whatever their case. */
export function matches(search: string | undefined, texts: readonly string[]): boolean {
  if (search === undefined) return true;
  const searched = texts.join(" ").toLowerCase();
  return search
    .toLowerCase()
    .split(/\s+/)
    .every((word) => searched.includes(word));
}

/** The id among those that exist, whatever its case. */
export function knownId(
  asked: string,
  what: NotFound["what"],
  ids: readonly string[],
): Outcome<string> {
  const found = ids.find((id) => id.toLowerCase() === asked.toLowerCase());
  if (found !== undefined) return { ok: true, value: found };
  const closest = closestNames(ids.map((id) => ({ id, words: id.toLowerCase() })));
  const problem = {
    code: "not-found",
    what,
    asked,
    closest: closest(asked.toLowerCase(), 3),
  } as const;
  return { ok: false, problem };
}

export function optionalId(
  asked: string | undefined,
  what: NotFound["what"],
  ids: readonly string[],
): Outcome<string | undefined> {
  return asked === undefined ? { ok: true, value: undefined } : knownId(asked, what, ids);
}

/** `12 of 803 models.` and how the list was cut. */
export function countBlock(head: ListHead, what: string): Block {
  const { total, matching, shown } = head.counts;
  const cut = shown < matching ? `, the first ${shown} shown` : "";
  return { kind: "paragraph", line: `${matching} of ${total} ${what}${cut}.` };
}

export function stampOf({ catalog }: ListHead, asOf?: IsoDate): string {
  const name = catalogName(catalog);
  return asOf === undefined ? name : `${asOf} · ${name}`;
}

/** Short name and day of the first source behind some figures, and how many there are beside it. */
export function sourceCell(
  figures: readonly AnswerValue[],
  sources: readonly CitedSource[],
): string {
  const ids = figures.flatMap((figure) => (figure.state === "known" ? figure.sources : []));
  return sourceNames([...new Set(ids)], sources);
}

export function sourceNames(ids: readonly string[], sources: readonly CitedSource[]): string {
  const first = sources.find(({ id }) => id === ids[0]);
  if (first === undefined) return "";
  return `${first.name} ${first.observedOn}${ids.length > 1 ? ` +${ids.length - 1}` : ""}`;
}
