import type { CitedSource } from "../../../core/evidence/source-book.ts";
import { html } from "../html.ts";
import type { Marks } from "./marks.ts";
import { sourceHtml } from "./source-html.ts";

/** So many sources have a number beside a figure and behind a sentence; `…` after the last says that there are more. */
const shownAtMost = { narrow: 1, wide: 2 } as const;

/**
 * Marks that are the numbers of their sources; each opens its line of the list of sources. For pages
 * with hundreds of figures: nothing is written twice.
 */
export function sourceMarks(sources: readonly CitedSource[]): Marks {
  const numbers = new Map(sources.map(({ id }, index) => [id, index + 1]));
  return {
    markHtml: ({ sources: ids }, isNarrow = false) => {
      const atMost = isNarrow ? shownAtMost.narrow : shownAtMost.wide;
      const known = ids.flatMap((id) => numbers.get(id) ?? []);
      const more = known.length > atMost ? "…" : "";
      const buttons = known.slice(0, atMost).map((number, index) => {
        const ending = index === atMost - 1 ? more : "";
        return html`<button popovertarget=s${number}>${number}${ending}</button>`;
      });
      return html`\u00a0${buttons}`;
    },
    openedHtml: () => "",
    sourcesHtml: () =>
      html`<ol class=sources>${sources.map((source, index) => html`<li popover id=s${index + 1}>${sourceHtml(source)}`)}</ol>`,
  };
}
