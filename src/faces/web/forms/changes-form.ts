import { dayAfter } from "../../../core/calendar.ts";
import { askedWords, changesWords } from "../../../core/report/asked-fields.ts";
import type { IsoDate } from "../../../core/units.ts";
import { type Html, html } from "../html.ts";

interface ChangesInput {
  readonly from: string;
  readonly to?: string;
  readonly models?: readonly string[];
  readonly limit: number;
}

/** So far back the page looks by itself. */
const usualDays = 30;
const rowsAtMost = 500;

export function changesInput(query: URLSearchParams, today: IsoDate): ChangesInput {
  const text = (name: string) => query.get(name)?.trim() || undefined;
  const to = text("to");
  const models = (text("models") ?? "").split(",").flatMap((each) => each.trim() || []);
  return {
    from: text("from") ?? dayAfter(to ?? today, -usualDays),
    ...(to === undefined ? {} : { to }),
    ...(models.length === 0 ? {} : { models }),
    limit: rowsAtMost,
  };
}

export function changesForm({ from, to = "", models = [] }: ChangesInput): Html {
  return html`<form class=ask autocomplete=off action=/changes><fieldset><legend>${changesWords.legend}</legend><label>${changesWords.from}<input type=date name=from value="${from}"></label><label>${changesWords.to}<input type=date name=to value="${to}"></label><label>${changesWords.models}<input name=models value="${models.join(", ")}"></label></fieldset><p><button>${askedWords.submit}</button><p id=problem role=status></p></form>`;
}
