import { type Html, html } from "../html.ts";
import type { Section } from "./sections.ts";

/** The parts of a page to jump to. */
export function contentsHtml(sections: readonly Section[]): Html {
  return html`<nav class=contents aria-label="On this page">${sections.map(({ id, title }) => html`<a href=#${id}>${title}</a> `)}</nav>`;
}
