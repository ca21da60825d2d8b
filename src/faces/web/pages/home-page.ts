import { dayAfter } from "../../../core/calendar.ts";
import { addressOf } from "../../../core/catalog/page-address.ts";
import { widelySoldPairs } from "../../../core/catalog/widely-sold-pairs.ts";
import { pickWords } from "../../../core/report/asked-fields.ts";
import { siteWords } from "../../../core/report/site-words.ts";
import { changes } from "../../../operations/changes.ts";
import { drawnDocument } from "../document/drawn-document.ts";
import { storyMarks } from "../document/story-marks.ts";
import { askedBy } from "../forms/asked-by.ts";
import { pickForm } from "../forms/pick-form.ts";
import { html } from "../html.ts";
import { type PageRule, refused, shown } from "../page.ts";

const pairsShown = 12;

export const homePage: PageRule = async ({ query }, deps) => {
  const catalog = await deps.catalog([]);
  if (!catalog.ok) return refused(catalog.problem);
  const asked = await askedBy(query, deps);
  if (!asked.ok) return refused(asked.problem);
  const recent = await changes.answer({ from: dayAfter(deps.today(), -30), limit: 8 }, deps);
  if (!recent.ok) return refused(recent.problem);
  const { opening, sections, popovers } = drawnDocument(
    recent.value.report({ brief: false, withSources: false }),
    catalog.value,
    storyMarks,
  );
  const nameOf = new Map(catalog.value.models.map(({ id, name }) => [id, name]));
  const pairs = widelySoldPairs(catalog.value, pairsShown).flatMap((models) => {
    const address = addressOf(catalog.value, { kind: "comparison", models });
    const names = models.map((id) => nameOf.get(id) ?? id);
    return address === undefined ? [] : [html`<li><a href="${address}">${names.join(" or ")}</a>`];
  });
  return shown({
    kind: "home",
    address: "/",
    title: siteWords.name,
    description: siteWords.claim,
    main: html`<header><h1>${siteWords.claim}</h1></header>${pickForm("", asked.value.month)}<section><h2>${pickWords.widely}</h2><p><small>${pickWords.widelyWhy}</small><ul class=pairs>${pairs}</ul></section><section><h2>${pickWords.recent}</h2>${opening}${sections.filter(({ id }) => id !== "sources").map(({ content }) => content)}<p><a href=/changes>${pickWords.all}</a></section>${popovers}`,
  });
};
