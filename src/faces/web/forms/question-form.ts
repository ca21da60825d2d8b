import type { StatedMonth } from "../../../core/cost/stated-month.ts";
import {
  askedWords,
  type MonthField,
  monthFields,
  type NeedField,
  needFields,
} from "../../../core/report/asked-fields.ts";
import { tasks } from "../../../core/verdict/tasks.ts";
import { type Html, html } from "../html.ts";
import type { AskedInput } from "./asked-query.ts";

/** What a form shows as it stands: the month, and what else was asked. */
export interface Asked {
  readonly month: StatedMonth;
  readonly input: AskedInput;
}

/** @param address where the answer to the form stands */
export function questionForm(address: string, asked: Asked): Html {
  return formHtml(address, html`${monthHtml(asked, monthFields)}${workHtml(asked, [])}`);
}

/** The same with every must that has a field of its own. */
export function needsForm(address: string, asked: Asked): Html {
  return formHtml(address, html`${workHtml(asked, needFields)}${monthHtml(asked, monthFields)}`);
}

function formHtml(address: string, fields: Html): Html {
  return html`<form class=ask autocomplete=off action="${address}">${fields}<p><button>${askedWords.submit}</button> <a href="${address}">${askedWords.reset}</a><p id=problem role=status></p></form>`;
}

/** The team's month of use: every field is text, to which a script adds a slider. */
export function monthHtml(
  { month, input: { traffic } }: Asked,
  fields: readonly MonthField[],
): Html {
  return html`<fieldset><legend>${askedWords.traffic}</legend>${fields.map(
    ({ name, label, scale, min, max }) =>
      html`<div><label>${label}<input name=${name} value="${traffic?.[name] ?? month[name]}" data-scale="${scale} ${min} ${max}"></label></div>`,
  )}</fieldset>`;
}

/** What a model must have, and what the work is. */
function workHtml({ input }: Asked, needs: readonly NeedField[]): Html {
  const { constraints = [], task, failedTaskUsd, asOf } = input;
  const fields = needs.map((need) => ({ need, ...standing(need, constraints) }));
  const taken = new Set(fields.flatMap(({ constraint }) => constraint));
  const others = constraints.filter((each) => !taken.has(each));
  return html`<fieldset><legend>${askedWords.more}</legend><label>${askedWords.task}<select name=task><option value="">${askedWords.anyTask}${tasks.map(
    ({ id, label }) => html`<option value=${id}${id === task ? " selected" : ""}>${label}`,
  )}</select></label>${fields.map(({ need, value }) => needHtml(need, value))}<label>${askedWords.constraints}<input name=constraint value="${others.join("; ")}" placeholder="${askedWords.constraintsHint}"></label><label>${askedWords.failedTask}<input name=failed-task value="${failedTaskUsd ?? ""}" inputmode=decimal></label><label>${askedWords.asOf}<input name=as-of type=date value="${asOf ?? ""}"></label></fieldset>`;
}

/** How a field stands by what was asked: its constraint, and what the field shows of it. */
function standing(
  need: NeedField,
  constraints: readonly string[],
): { readonly constraint: readonly string[]; readonly value: string } {
  const start = need.kind === "check" ? need.constraint : need.start;
  const found = constraints.find((each) =>
    need.kind === "check" ? each === start : each.startsWith(start),
  );
  return found === undefined
    ? { constraint: [], value: "" }
    : { constraint: [found], value: found.slice(need.kind === "check" ? 0 : start.length) };
}

function needHtml(need: NeedField, value: string): Html {
  return need.kind === "check"
    ? html`<label class=check><input type=checkbox name=constraint value="${need.constraint}"${value === "" ? "" : " checked"}>${need.label}</label>`
    : html`<label>${need.label}<input name=${need.name} value="${value}" placeholder="${need.hint}"></label>`;
}
