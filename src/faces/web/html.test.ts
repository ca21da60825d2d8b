import { expect, test } from "vitest";
import { html, type Part, raw } from "./html.ts";

test.each<{ readonly part: Part; readonly written: string; readonly because: string }>([
  {
    part: "a < b & \"c\" 'd' >",
    written: "a &lt; b &amp; &quot;c&quot; &#39;d&#39; &gt;",
    because: "text is text",
  },
  {
    part: html`<b>${"<i>"}</b>`,
    written: "<b>&lt;i&gt;</b>",
    because: "markup stays, and what is in it is escaped once",
  },
  { part: raw("<hr>"), written: "<hr>", because: "it was said to be markup" },
  {
    part: ["a", [html`<br>`, 1], undefined, false],
    written: "a<br>1",
    because: "lists are joined, and what is absent leaves nothing",
  },
  { part: 0, written: "0", because: "nought is a number" },
  { part: "", written: "", because: "an empty text is empty" },
])("$written: $because", ({ part, written }) => {
  expect(String(html`[${part}]`)).toBe(`[${written}]`);
});
