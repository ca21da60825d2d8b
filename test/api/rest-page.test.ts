import { readFileSync, writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { buildDeps } from "../../src/deps.ts";
import { composedApp } from "../../src/faces/serve/main.ts";
import { filtered } from "../guides/filtered.ts";
import { consoleBlock, parseGuide, shellWords } from "../guides/guide.ts";

const file = new URL("../../docs/rest.md", import.meta.url);
const catalog = new URL("../../dist/catalog/", import.meta.url);
const app = composedApp(buildDeps(catalog), { version: "0.0.0", asOf: "2026-11-20" });

/** `UPDATE_TRANSCRIPTS=1 npx vitest run test/api/rest-page.test.ts` writes down what is said now. */
const { UPDATE_TRANSCRIPTS } = process.env;
const isUpdating = UPDATE_TRANSCRIPTS === "1";

describe("the page about REST", () => {
  test("shows what its requests are answered", { timeout: 20_000 }, async () => {
    const page = readFileSync(file, "utf8");
    const now = await replay(page);
    if (isUpdating) writeFileSync(file, now);
    expect(onAnyCatalog(now)).toBe(onAnyCatalog(isUpdating ? now : page));
  });
});

function onAnyCatalog(text: string): string {
  return text.replace(/\bcatalog [0-9a-f]{7} of [\d-]+/g, "catalog …");
}

async function replay(markdown: string): Promise<string> {
  const printed: string[] = [];
  for (const part of parseGuide(markdown)) {
    if (part.kind !== "console") {
      printed.push(part.text);
      continue;
    }
    const said = [];
    for (const command of part.commands) {
      const [first = "", filter] = command.split(" | ");
      const stdout = await curl(shellWords(first));
      const kept = filter === undefined ? { stdout } : filtered(stdout, shellWords(filter));
      said.push({ command, exitCode: 0, stderr: "", stdout: kept.stdout });
    }
    printed.push(consoleBlock(said));
  }
  return printed.join("");
}

/** What `curl` would print, for the few options that the page uses. */
async function curl([name = "", ...words]: readonly string[]): Promise<string> {
  if (name !== "curl") throw new Error(`The page runs \`${name}\`, which its test does not know.`);
  const headers = new Headers();
  let [address, body, shown]: (string | undefined)[] = [];
  for (let index = 0; index < words.length; index++) {
    const word = words[index] ?? "";
    const next = () => words[++index] ?? "";
    if (word === "-H") {
      const [header = "", value = ""] = next().split(": ");
      headers.set(header, value);
    } else if (word === "-d") body = next();
    else if (word === "-o") next();
    else if (word === "-w") shown = next();
    else if (word !== "-s") address = word;
  }
  const method = body === undefined ? "GET" : "POST";
  const response = await app.request(`http://${address}`, {
    method,
    headers,
    ...(body !== undefined && { body }),
  });
  return shown === undefined ? response.text() : String(response.status);
}
