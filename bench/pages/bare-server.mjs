import { readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";

/** `node bare-server.mjs FOLDER`: sends files from memory, and does nothing else. */
const [folder = "."] = process.argv.slice(2);
const pages = new Map(
  readdirSync(folder).map((name) => [`/compare/${name}`, readFileSync(join(folder, name))]),
);
const server = createServer((request, response) => {
  const page = pages.get(request.url ?? "");
  if (page === undefined) return response.writeHead(404).end();
  response.writeHead(200, {
    "Content-Type": "text/html; charset=UTF-8",
    "Content-Length": page.length,
  });
  return response.end(page);
});
server.listen(0, "127.0.0.1", () => {
  process.stderr.write(`http://127.0.0.1:${server.address().port}\n`);
});
