import { type Html, html } from "../html.ts";
import { fitted } from "./fitted.ts";

const longestTitle = 300;
const longestWords = 1000;

/**
 * A drawing under its finding. Lengths across are percentages and lengths down are pixels, so that
 * it fills any width while its text keeps its size. Margins beside it are the style sheet's.
 */
export function figureOf(
  { kind, title, words }: { readonly kind: string; readonly title: string; readonly words: string },
  height: number,
  body: { readonly legend?: Html; readonly drawing: readonly Html[] },
): Html {
  return html`<figure class="chart chart-${kind}"><figcaption>${fitted(title, longestTitle)}</figcaption>${body.legend}<div><svg role="img" aria-label="${fitted(words, longestWords)}" width="100%" height="${px(height)}">${body.drawing}</svg></div></figure>`;
}

/** A box that is drawn from 0 to 100 across and stretched to the width there is; strokes keep theirs. */
export function stretched(height: number, paths: readonly Html[]): Html {
  const box = px(height);
  return html`<svg viewBox="0 0 100 ${box}" width="100%" height="${box}" preserveAspectRatio="none">${paths}</svg>`;
}

export function pathOf(className: string, d: string | null): Html | undefined {
  return d === null || d === "" ? undefined : html`<path class="${className}" d="${d}"/>`;
}

/** One decimal is as fine as a screen shows. */
export function px(length: number): number {
  return Math.round(length * 10) / 10;
}
