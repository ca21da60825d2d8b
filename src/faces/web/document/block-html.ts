import { cleanText } from "../../../core/report/clean-text.ts";
import { type Block, type Column, plain, type TableBlock } from "../../../core/report/document.ts";
import { chartOf } from "../charts/chart-of.ts";
import { type Html, html } from "../html.ts";
import { lineHtml, type PageSetting } from "./line-html.ts";

export function blockHtml(block: Block, setting: PageSetting): Html {
  switch (block.kind) {
    case "heading":
      return html`<h3>${cleanText(block.text)}</h3>`;
    case "lead":
      return html`<div class=lead>${block.lines.map((line) => html`<p>${lineHtml(line, setting)}`)}</div>`;
    case "paragraph":
      if (block.isSources) return html``;
      return html`<p>${lineHtml(block.line, setting)}`;
    case "list":
      return html`<ul>${block.lines.map((line) => html`<li>${lineHtml(line, { ...setting, isNarrow: true })}`)}</ul>`;
    case "code":
      return html`<pre tabindex=0><code>${block.text.split("\n").map(cleanText).join("\n")}</code></pre>`;
    case "figure":
      return block.chart === undefined ? html`<p>${cleanText(block.words)}` : chartOf(block.chart);
    case "chart":
      return chartOf(block.chart);
    case "table":
      return tableHtml(block, setting);
  }
}

function tableHtml({ columns, rows }: TableBlock, setting: PageSetting): Html {
  const right = columns.flatMap(({ align }, index) => (align === "right" ? `r${index + 1}` : []));
  const isHeaded = columns.some(({ header }) => header !== "");
  const head = html`<thead><tr>${columns.map((column) => headHtml(column, setting))}`;
  return html`<div tabindex=0><table${right.length === 0 ? "" : html` class="${right.join(" ")}"`}>${isHeaded ? head : ""}<tbody>${rows.map((cells) => rowHtml(cells, columns.length, setting))}</table></div>`;
}

function headHtml({ header, to }: Column, setting: PageSetting): Html {
  if (header === "") return html`<td>`;
  return html`<th scope=col>${lineHtml(to === undefined ? header : [{ text: header, to }], setting)}`;
}

/** The first cell names its row, unless it stands empty under the name above. */
function rowHtml(cells: TableBlock["rows"][number], width: number, setting: PageSetting): Html {
  const [name = "", ...rest] = cells;
  const cell = { ...setting, isNarrow: true };
  const words = lineHtml(name, cell);
  const filled = Array.from({ length: width - 1 }, (_, index) => rest[index] ?? "");
  const first = plain(name) === "" ? html`<td>` : html`<th scope=row>${words}`;
  return html`<tr>${first}${filled.map((text) => html`<td>${lineHtml(text, cell)}`)}`;
}
