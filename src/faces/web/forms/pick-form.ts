import type { StatedMonth } from "../../../core/cost/stated-month.ts";
import { monthFields, pickWords } from "../../../core/report/asked-fields.ts";
import { type Html, html } from "../html.ts";
import { monthHtml } from "./question-form.ts";

/** One field for the models; with a month given, its first three numbers beneath. */
export function pickForm(models: string, month?: StatedMonth): Html {
  const numbers =
    month === undefined ? "" : monthHtml({ month, input: {} }, monthFields.slice(0, 3));
  return html`<form class=pick autocomplete=off action=/compare><label>${pickWords.models}<input name=models value="${models}" placeholder="${pickWords.example}" spellcheck=false required data-search></label>${numbers}<p><button>${pickWords.submit}</button></form>`;
}
