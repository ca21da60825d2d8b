import { html } from "hono/html";
import type { StatedMonth } from "../../../core/cost/stated-month.ts";
import { askedWords, type MonthField, monthFields } from "../../../core/report/asked-fields.ts";
import { tasks } from "../../../core/verdict/tasks.ts";
import type { Html } from "../document/html.ts";
import type { AskedInput } from "./asked-query.ts";

/** What a form shows as it stands: the month, and what else was asked. */
export interface Asked {
  readonly month: StatedMonth;
  readonly input: AskedInput;
}

/** The team's month of use: every field is text, to which a script adds a slider. */
function monthHtml({ month, input: { traffic } }: Asked): Html {
  return html`<fieldset><legend>${askedWords.traffic}</legend>${monthFields.map((field) => monthFieldHtml(field, traffic?.[field.name] ?? month[field.name]))}</fieldset>`;
}

function monthFieldHtml({ name, label, scale, min, max }: MonthField, value: string): Html {
  return html`<label>${label}<input name="${name}" value="${value}" inputmode="text" autocomplete="off" data-scale="${scale} ${min} ${max}"></label>`;
}

/** What a model must have, and what the work is. */
function needsHtml({ input }: Asked): Html {
  const { constraints = [], task, failedTaskUsd, asOf } = input;
  return html`<fieldset><legend>${askedWords.more}</legend><label>${askedWords.task}<select name="task"><option value="">${askedWords.anyTask}${tasks.map(({ id, label }) => html`<option value="${id}"${id === task ? " selected" : ""}>${label}`)}</select></label><label>${askedWords.constraints}<input name="constraint" value="${constraints.join("; ")}" placeholder="${askedWords.constraintsHint}" autocomplete="off"></label><label>${askedWords.failedTask}<input name="failed-task" value="${failedTaskUsd ?? ""}" inputmode="decimal" autocomplete="off"></label><label>${askedWords.asOf}<input name="as-of" type="date" value="${asOf ?? ""}"></label></fieldset>`;
}

/** @param address where the answer to the form stands */
export function questionForm(address: string, asked: Asked): Html {
  return html`<form class="ask" action="${address}">${monthHtml(asked)}${needsHtml(asked)}<p><button>${askedWords.submit}</button> <a href="${address}">${askedWords.reset}</a></p></form>`;
}
