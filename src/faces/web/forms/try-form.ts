import type { TriedField } from "../../../core/report/reference/tried-fields.ts";
import { tryWords } from "../../../core/report/reference/try-words.ts";
import { type Html, html } from "../html.ts";

/** Asks one operation by its address. What is left empty is not asked. */
export function tryForm(name: string, fields: readonly TriedField[]): Html {
  return html`<details><summary>${tryWords.legend}</summary><form action="/api/${name}">${fields.map(fieldHtml)}<label>format<select name=format>${tryWords.formats.map((format) => html`<option>${format}`)}</select></label><p><button>${tryWords.submit}</button></form></details>`;
}

function fieldHtml({ name, control, choices, value, isRequired }: TriedField): Html {
  const required = isRequired ? html` required` : "";
  switch (control) {
    case "text":
      return html`<label>${name}<input name="${name}" value="${value}"${required} autocomplete=off></label>`;
    case "number":
      return html`<label>${name}<input name="${name}" value="${value}"${required} inputmode=decimal autocomplete=off></label>`;
    case "day":
      return html`<label>${name}<input type=date name="${name}" value="${value}"${required}></label>`;
    case "flag":
      return html`<label class=check><input type=checkbox name="${name}" value=true${value === "true" ? html` checked` : ""}>${name}</label>`;
    case "choice":
      return html`<label>${name}<select name="${name}">${["", ...choices].map((choice) => html`<option${choice === value ? html` selected` : ""}>${choice}`)}</select></label>`;
  }
}
