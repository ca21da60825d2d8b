import type { CitedSource } from "../../../core/evidence/source-book.ts";
import { cleanText } from "../../../core/report/clean-text.ts";
import type { Mark } from "../../../core/report/document.ts";
import { html } from "../html.ts";
import type { Marks } from "./marks.ts";
import { sourceHtml } from "./source-html.ts";

interface Story {
  readonly lines: readonly string[];
  readonly sources: readonly CitedSource[];
}

/** Marks that open all that is told of their figure, then its sources. Alike ones open the same. */
export function storyMarks(sources: readonly CitedSource[]): Marks {
  const byId = new Map(sources.map((source) => [source.id, source]));
  const numbers = new Map<string, number>();
  const stories: Story[] = [];
  const numberOf = ({ sources: ids, lines = [] }: Mark) => {
    const key = [...ids, ...lines].join("\n");
    const known = numbers.get(key);
    if (known !== undefined) return known;
    stories.push({ lines, sources: ids.flatMap((id) => byId.get(id) ?? []) });
    numbers.set(key, stories.length);
    return stories.length;
  };
  return {
    markHtml: (mark) => {
      const number = numberOf(mark);
      return html`\u00a0<button popovertarget=m${number}>${number}</button>`;
    },
    openedHtml: () => html`<div id=marks>${stories.map(storyHtml)}</div>`,
    sourcesHtml: () =>
      html`<ol class=sources>${sources.map((source) => html`<li>${sourceHtml(source)}`)}</ol>`,
  };
}

function storyHtml({ lines, sources }: Story, index: number) {
  return html`<ul popover id=m${index + 1}>${lines.map((line) => html`<li>${cleanText(line)}`)}${sources.map((source) => html`<li>${sourceHtml(source)}`)}</ul>`;
}
