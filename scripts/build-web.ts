import { cpSync, readdirSync, readFileSync, writeFileSync } from "node:fs";

const from = new URL("../src/faces/web/", import.meta.url);
const to = new URL("../dist/web/", import.meta.url);

/** The style of all pages, in the order of its files. */
const sheets = readdirSync(new URL("styles/", from))
  .sort()
  .map((name) => new URL(`styles/${name}`, from));
const text = [...sheets, new URL("charts/charts.css", from)]
  .map((sheet) => readFileSync(sheet, "utf8"))
  .join("\n");
const lean = text
  .replace(/\/\*.*?\*\//gs, "")
  .replace(/\s+/g, " ")
  .replace(/ ?([{};,]) ?/g, "$1");
writeFileSync(new URL("site.css", to), lean);

cpSync(new URL("still/", from), new URL("still/", to), { recursive: true });
