import { html } from "hono/html";
import type { CitedSource } from "../../../core/evidence/source-book.ts";
import { groupBy } from "../../../core/group-by.ts";
import { cleanText } from "../../../core/report/clean-text.ts";
import { describeSourceKind } from "../../../core/report/describe-source.ts";
import type { Html } from "./html.ts";
import type { MarkBook } from "./mark-book.ts";

/** So many sources stand in what a mark opens; the rest in the list of the page. */
const listedAtMost = 4;

/** What the marks of a page open, at its end. A source's name leads to its line in the list. */
export function popoversHtml(marks: MarkBook): Html {
  return html`<div id=marks>${marks.list().map(({ lines, sources }, index) => {
    const listed = sources.slice(0, listedAtMost);
    const rest = sources.length - listed.length;
    const lead = lines.map((line) => html`<li>${cleanText(line)}`);
    const more = rest === 0 ? "" : html`<li><a href=#sources>${rest} more</a>`;
    return html`<ul popover id=m${index + 1}>${lead}${listed.map(citedHtml)}${more}</ul>`;
  })}</div>`;
}

function citedHtml({ id, name, observedOn }: CitedSource): Html {
  return html`<li><a href=#${id}>${cleanText(name)}</a> ${observedOn}`;
}

/** Every source of a page by who speaks, with its address and day. */
export function sourceListHtml(sources: readonly CitedSource[]): Html {
  const groups = [...groupBy(sources, ({ kind }) => kind)];
  return html`<dl class=sources>${groups.map(
    ([kind, cited]) => html`<dt>${describeSourceKind(kind)}${cited.map(sourceHtml)}`,
  )}</dl>`;
}

function sourceHtml({ id, name, ref, observedOn }: CitedSource): Html {
  const words = cleanText(name);
  const address = cleanText(ref);
  const shown = /^https?:\/\//.test(address)
    ? html`<a href="${address}">${words}</a>`
    : `${words} (${address})`;
  return html`<dd id=${id}>${shown} ${observedOn}`;
}
