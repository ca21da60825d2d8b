import { comparisonAddress, comparisonSlug } from "../../../core/catalog/page-address.ts";
import { identifierFor } from "../../../core/identity/identifier.ts";
import { pickWords } from "../../../core/report/asked-fields.ts";
import { cleanText } from "../../../core/report/clean-text.ts";
import { search } from "../../../operations/search.ts";
import { pickForm } from "../forms/pick-form.ts";
import { type Html, html } from "../html.ts";
import { type PageRule, refused, shown } from "../page.ts";

/** Takes the names that somebody typed to the comparison, or asks back which models they mean. */
export const pickPage: PageRule = async ({ query }, deps) => {
  const catalog = await deps.catalog([]);
  if (!catalog.ok) return refused(catalog.problem);
  const names = namesIn(query);
  const identify = identifierFor(catalog.value);
  const models = names.map((name) => identify(name).model);
  const found = [...new Set(models.flatMap((model) => model ?? []))];
  const slug = models.includes(null) ? undefined : comparisonSlug(catalog.value, found);
  if (slug !== undefined) {
    const address = comparisonAddress(slug);
    return { kind: "moved", address: withRest(address, query), isForNow: true };
  }
  const choices: Html[] = [];
  for (const [index, name] of names.entries()) {
    if (models[index] !== null) continue;
    const answer = await search.answer({ text: name, kind: "model", limit: 6 }, deps);
    if (!answer.ok) return refused(answer.problem);
    const links = answer.value.value.results.map(({ id, title }) => {
      const chosen = new URLSearchParams(query);
      chosen.set("models", names.map((each) => (each === name ? id : each)).join(", "));
      return html`<li><a href="/compare?${chosen.toString()}">${cleanText(title)}</a> <small>${id}</small>`;
    });
    choices.push(html`<section><h2>${cleanText(name)}</h2><ul>${links}</ul></section>`);
  }
  return shown({
    kind: "pick",
    address: "/compare",
    title: pickWords.unclear,
    description: pickWords.models,
    main: html`<header><h1>${pickWords.unclear}</h1></header>${pickForm(names.join(", "))}${choices}`,
  });
};

const modelsAtMost = 20;

/** `a, b`, `a vs b`, or several fields. */
function namesIn(query: URLSearchParams): readonly string[] {
  const texts = query.getAll("models").flatMap((each) => each.split(/,|\n|\s+vs\.?\s+/));
  return texts.flatMap((each) => each.trim().slice(0, 200) || []).slice(0, modelsAtMost);
}

function withRest(address: string, query: URLSearchParams): string {
  const rest = new URLSearchParams(
    [...query].filter(([name, value]) => name !== "models" && value),
  );
  const text = rest.toString();
  return text === "" ? address : `${address}?${text}`;
}
