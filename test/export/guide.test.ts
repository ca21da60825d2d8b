import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { exportSite } from "../../src/faces/export/main.ts";
import { openCatalog } from "../../src/store/compiled-catalog.ts";
import { runLine } from "../cli/run-line.ts";
import { parseGuide, shellWords } from "../guides/guide.ts";
import { cutCatalog } from "./cut-catalog.ts";
import { depsWith } from "./exported.ts";

const guide = readFileSync(new URL("../../docs/export.md", import.meta.url), "utf8");
const models = [
  ...["openai/gpt-4.1", "openai/gpt-5.6-sol", "openai/gpt-6-luna", "qwen/qwen3.5-4b"],
  "anthropic/claude-sonnet-4.6",
];

/** On a catalog of a few models: what is said is the same but for its figures. */
const unfigured = (text: string) => text.replace(/\d[\d,.]*/g, "#");

test("the page about exports shows what its commands say", { timeout: 60_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), "steelyard-export-guide-"));
  const deps = depsWith(cutCatalog(await openCatalog(), models));
  const names = new Set(["site", "ours", "pairs.txt"]);
  const said: string[] = [];
  for (const part of parseGuide(guide)) {
    if (part.kind === "file") writeFileSync(join(folder, part.name), part.content);
    if (part.kind !== "console") continue;
    for (const command of part.commands) {
      const [, ...words] = shellWords(command);
      const argv = words.map((word) => (names.has(word) ? join(folder, word) : word));
      const { stdout } = await runLine(argv, {
        deps,
        processes: { export: async () => exportSite },
      });
      said.push(`$ ${command}\n${stdout.replaceAll(`${folder}/`, "")}`);
    }
  }
  const shown = [...guide.matchAll(/^```console\n([\s\S]*?)^```/gm)].map(([, text = ""]) => text);
  expect(said.length).toBeGreaterThan(0);
  expect(said.map(unfigured)).toEqual(shown.map(unfigured));
});
