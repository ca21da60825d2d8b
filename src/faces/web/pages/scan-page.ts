import { scanWords } from "../../../core/report/asked-fields.ts";
import { cleanText } from "../../../core/report/clean-text.ts";
import { scan } from "../../../operations/scan.ts";
import { type Html, html } from "../html.ts";
import { type PageRule, refused, shown } from "../page.ts";
import { documentPage } from "./document-page.ts";

export const scanPage: PageRule = async ({ query }, deps) => {
  /** A form sends lines as `\r\n`, however they were pasted. */
  const code = (query.get("code") ?? "").replaceAll("\r\n", "\n");
  if (code.trim() === "") {
    return shown({
      kind: "scan",
      address: "/scan",
      title: scanWords.title,
      description: scanWords.lead,
      main: html`<header><h1>${scanWords.title}</h1><p>${scanWords.lead}</header>${formHtml("")}`,
    });
  }
  const catalog = await deps.catalog([]);
  if (!catalog.ok) return refused(catalog.problem);
  const pasted = [{ file: "pasted code", text: code }];
  const answer = await scan.answer({ code: pasted }, deps);
  if (!answer.ok) return refused(answer.problem);
  const document = answer.value.report({ brief: false, withSources: false });
  const page = documentPage(document, { kind: "scan", address: "/scan", catalog: catalog.value });
  return shown({ ...page, main: html`${page.main}${formHtml(code)}` });
};

/** Sent in the body: code is too long for an address, and no server should log it. */
function formHtml(code: string): Html {
  const lines = code.split("\n").map(cleanText).join("\n");
  return html`<form class=code action=/scan method=post><label>${scanWords.code}<textarea name=code required spellcheck=false>
${lines}</textarea></label><p><button>${scanWords.submit}</button> <small>${scanWords.kept}</small></form>`;
}
