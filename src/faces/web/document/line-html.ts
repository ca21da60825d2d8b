import { cleanLines } from "../../../core/report/clean-lines.ts";
import { cleanText } from "../../../core/report/clean-text.ts";
import type { Line, Span, Target, Tone } from "../../../core/report/document.ts";
import { type Html, html } from "../html.ts";
import type { Marks } from "./marks.ts";

/** What the lines of one page share. */
export interface PageSetting {
  readonly marks: Marks;
  /** The page of what a text names; undefined: it has none, or stands linked nearby already. */
  readonly addressOf: (target: Target) => string | undefined;
  /** There is little room, as in a cell of a table or a line of a list. */
  readonly isNarrow?: boolean;
}

export function lineHtml(line: Line, setting: PageSetting): Html | string {
  return typeof line === "string"
    ? withRuns(line)
    : html`${line.map((span) => spanHtml(span, setting))}`;
}

/** The names of sources give way to a number that opens them. */
function spanHtml(span: Span, setting: PageSetting): Html | string {
  const { anchor, ...plainSpan } = span;
  if (anchor !== undefined)
    return html`<span id="${anchor}"></span>${spanHtml(plainSpan, setting)}`;
  const { text, tone, mark, to, isForeign } = span;
  if (isForeign) return html`<span class=said>${cleanLines(text, text.length)}</span>`;
  if (mark !== undefined && mark.sources.length + (mark.lines?.length ?? 0) > 0) {
    return setting.marks.markHtml(mark, setting.isNarrow);
  }
  const address = to === undefined ? undefined : setting.addressOf(to);
  const words =
    address === undefined ? withRuns(text) : html`<a href="${address}">${cleanText(text)}</a>`;
  return tone === undefined ? words : toned[tone](words);
}

const toned: Readonly<Record<Tone, (words: Html | string) => Html>> = {
  strong: (words) => html`<b>${words}</b>`,
  dim: (words) => html`<small>${words}</small>`,
  unknown: (words) => html`<i>${words}</i>`,
  disputed: (words) => html`<i class=disputed>${words}</i>`,
  retired: (words) => html`<i class=retired>${words}</i>`,
};

/** An address in a sentence can be followed, a word between backticks is code; the rest stays text. */
export function withRuns(text: string): Html | string {
  const clean = cleanText(text);
  if (!clean.includes("://") && !clean.includes("`")) return clean;
  return html`${clean.split(runs).map((part, index) => (index % 2 === 1 ? runHtml(part) : part))}`;
}

const runs = /(https?:\/\/[^\s<>"`|\\]*[^\s<>"`|\\.,;:!?)\]}'*_~…]|`[^`]+`)/;

function runHtml(run: string): Html {
  return run.startsWith("`")
    ? html`<code>${run.slice(1, -1)}</code>`
    : html`<a href="${run}">${run}</a>`;
}
