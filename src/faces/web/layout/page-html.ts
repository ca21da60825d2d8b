import { cleanText } from "../../../core/report/clean-text.ts";
import { siteWords } from "../../../core/report/site-words.ts";
import { type StructuredData, trailData } from "../../../core/report/structured-data.ts";
import { type Html, html, raw } from "../html.ts";
import type { Page } from "../page.ts";
import type { Site } from "./site.ts";

/**
 * A whole page.
 *
 * @param asked the query it answers: a host of files knows the path alone, so that a script has to see
 *   whether this is the page that its address asks for
 */
export function pageHtml(page: Page, site: Site, asked = ""): Html {
  const query = asked === "" ? "" : html` data-asked="${asked}"`;
  return html`<!doctype html><html lang="en">${headHtml(page, site)}<body class="${page.kind}"${query}><a class="skip" href="#main">${siteWords.skip}</a>${frameHeadHtml(page)}<main id="main">${page.main}</main>${frameFootHtml(site)}</body></html>`;
}

/** What the window of a page is called. */
export function windowTitle(page: Pick<Page, "title">): string {
  const title = cleanText(page.title);
  return title === siteWords.name ? title : `${title} · ${siteWords.name}`;
}

function headHtml(page: Page, { origin, assets }: Site): Html {
  const title = cleanText(page.title);
  const description = cleanText(page.description);
  return html`<head><meta charset="utf-8"><title>${windowTitle(page)}</title><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="description" content="${description}">${page.isProblem ? html`<meta name="robots" content="noindex">` : ""}<meta property="og:title" content="${title}"><meta property="og:description" content="${description}">${origin === "" || page.isProblem ? "" : wholeHtml(page, origin)}<link rel="icon" href="/icon.svg" type="image/svg+xml"><link rel="alternate" type="application/atom+xml" href="/changes.atom"><link rel="stylesheet" href="${assets.styles}"><script src="${assets.theme}"></script><script type="module" src="${assets.script}"></script>${structuredOf(page, origin).map(structuredHtml)}</head>`;
}

/** What search engines and previews elsewhere need whole addresses for. */
function wholeHtml({ address }: Page, origin: string): Html {
  return html`<link rel="canonical" href="${origin}${address}"><meta property="og:url" content="${origin}${address}"><meta property="og:image" content="${origin}/picture.png">`;
}

/** Where the page stands can be told only of a site that knows its own address. */
function structuredOf(page: Page, origin: string): readonly StructuredData[] {
  const { structured = [], address, title } = page;
  if (origin === "" || address === "/" || page.isProblem) return structured;
  const home = { name: siteWords.name, url: `${origin}/` };
  return [trailData([home, { name: title, url: `${origin}${address}` }]), ...structured];
}

/** Data, not markup: nothing in it may end its element. */
function structuredHtml(data: StructuredData): Html {
  const text = JSON.stringify(data).replaceAll("<", "\\u003c");
  return html`<script type="application/ld+json">${raw(text)}</script>`;
}

function frameHeadHtml({ address }: Page): Html {
  return html`<header class="frame"><a class="name" href="/">${siteWords.name}</a><nav aria-label="Site">${siteWords.pages.map((each) => html`<a href="${each.address}"${each.address === address ? html` aria-current="page"` : ""}>${each.label}</a>`)}</nav>${themeHtml()}</header>`;
}

/** Works by style alone; a script remembers it. */
function themeHtml(): Html {
  return html`<fieldset class="theme"><legend>${siteWords.theme}</legend>${siteWords.themes.map(({ id, label }) => html`<label><input type="radio" name="theme" value="${id}"${id === "auto" ? " checked" : ""}><span>${label}</span></label>`)}</fieldset>`;
}

function frameFootHtml({ stamp }: Site): Html {
  return html`<footer class="frame"><p>${siteWords.name} · ${stamp} · <a href="/method">how each figure is made</a></p></footer>`;
}
