import { readdirSync, readFileSync, writeFileSync } from "node:fs";

const folder = new URL("../src/faces/web/styles/", import.meta.url);
const charts = new URL("../src/faces/web/charts/charts.css", import.meta.url);
const sheets = readdirSync(folder)
  .sort()
  .map((name) => new URL(name, folder));

/** The style of all pages, in the order of its files. */
const text = [...sheets, charts].map((sheet) => readFileSync(sheet, "utf8")).join("\n");
const lean = text
  .replace(/\/\*.*?\*\//gs, "")
  .replace(/\s+/g, " ")
  .replace(/ ?([{};,]) ?/g, "$1");
writeFileSync(new URL("../dist/web/site.css", import.meta.url), lean);
