import { html } from "hono/html";
import { siteWords } from "../../../core/report/site-words.ts";
import { type PageRule, shown } from "../page.ts";

export const homePage: PageRule = {
  path: "/",
  load: async () =>
    shown({
      kind: "home",
      address: "/",
      title: siteWords.name,
      description: siteWords.claim,
      main: html`<h1>${siteWords.claim}</h1>`,
    }),
};
