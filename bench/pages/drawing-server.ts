import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { join } from "node:path";
import { buildDeps } from "../../src/deps.ts";
import { openSite } from "../../src/faces/serve/main.ts";
import { askedBy } from "../../src/faces/web/forms/asked-by.ts";
import { pageHtml } from "../../src/faces/web/layout/page-html.ts";
import { drawnComparison } from "../../src/faces/web/pages/comparison-page.ts";
import type { Reckoned } from "./reckoned.ts";

/** `drawing-server.ts FOLDER DAY`: draws comparisons that are reckoned already, each read from its file. */
const [folder = ".", asOf] = process.argv.slice(2);
const opened = await openSite(buildDeps(), { facts: [], asOf, origin: "", withRuns: false });
if (!opened.ok) throw new Error(opened.problem.code);
const { catalog, site, deps } = opened.value;
const asked = await askedBy(new URLSearchParams(), deps);
if (!asked.ok) throw new Error(asked.problem.code);

const server = createServer(async (request, response) => {
  const name = request.url?.replace(/^\/compare\//, "");
  const text = await readFile(join(folder, `${name}.json`), "utf8");
  const { document, address, structured }: Reckoned = JSON.parse(text);
  const ground = { address, catalog, asked: asked.value, structured: [structured] };
  const page = String(pageHtml(drawnComparison(document, ground), site));
  response.writeHead(200, { "Content-Type": "text/html; charset=UTF-8" }).end(page);
});
server.listen(0, "127.0.0.1", () => {
  const place = server.address();
  const port = typeof place === "object" && place !== null ? place.port : 0;
  process.stderr.write(`http://127.0.0.1:${port}\n`);
});
