import type { CitedSource } from "../../../core/evidence/source-book.ts";
import { cleanText } from "../../../core/report/clean-text.ts";
import { describeSourceKind } from "../../../core/report/describe-source.ts";
import { type Html, html } from "../html.ts";

/** Where it stands, who speaks, and the day. */
export function sourceHtml({ name, ref, kind, observedOn }: CitedSource): Html {
  const words = cleanText(name);
  const address = cleanText(ref);
  const shown = /^https?:\/\//.test(address)
    ? html`<a href="${address}">${words}</a>`
    : `${words} (${address})`;
  return html`${shown} ${describeSourceKind(kind)}, ${observedOn}`;
}
