import { html } from "hono/html";
import type { CitedSource } from "../../../core/evidence/source-book.ts";
import type { Marks } from "./marks.ts";
import { sourceHtml } from "./source-html.ts";

/** So many sources of a figure have a number beside it; `…` says that there are more. */
const shownAtMost = 2;

/**
 * Marks that are the numbers of their sources; each opens its line of the list of sources. For pages
 * with hundreds of figures: nothing is written twice.
 */
export function sourceMarks(sources: readonly CitedSource[]): Marks {
  const numbers = new Map(sources.map(({ id }, index) => [id, index + 1]));
  return {
    markHtml: ({ sources: ids }) => {
      const known = ids.flatMap((id) => numbers.get(id) ?? []);
      const buttons = known
        .slice(0, shownAtMost)
        .map((number) => html`<button popovertarget=s${number}>${number}</button>`);
      return html`\u00a0${buttons}${known.length > shownAtMost ? "…" : ""}`;
    },
    openedHtml: () => "",
    sourcesHtml: () =>
      html`<ol class=sources>${sources.map((source, index) => html`<li popover id=s${index + 1}>${sourceHtml(source)}`)}</ol>`,
  };
}
