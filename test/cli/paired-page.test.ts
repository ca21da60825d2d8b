import { readFileSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { mcNemarItems } from "../../src/core/stats/power.ts";
import { runLine } from "./run-line.ts";
import { parseTranscript } from "./transcript.ts";

const file = new URL("../../docs/paired.md", import.meta.url);
const page = readFileSync(file, "utf8");

test("docs/paired.md shows what is printed", async () => {
  const { UPDATE_TRANSCRIPTS } = process.env;
  let now = page;
  for (const { command, argv } of parseTranscript(page)) {
    const { stdout, exitCode } = await runLine(argv);
    const end = exitCode === 0 ? "" : `(exit code ${exitCode})\n`;
    const start = now.indexOf(`$ ${command}\n`);
    const body = start + command.length + 3;
    now = now.slice(0, body) + stdout + end + now.slice(now.indexOf("```\n", body));
  }
  if (UPDATE_TRANSCRIPTS === "1") writeFileSync(file, now);
  else expect(now).toBe(page);
});

const rows = [...page.matchAll(/^\| (\d+) points? \| (\d+) %.* \| ([\d,]+) \|$/gm)].map(
  ([, points, percent, prompts]) => ({
    delta: Number(points) / 100,
    discordance: Number(percent) / 100,
    prompts: Number(prompts?.replace(",", "")),
  }),
);

test.each(rows)("docs/paired.md counts $prompts prompts as the rule does", (row) => {
  expect(Math.ceil(mcNemarItems(row))).toBe(row.prompts);
});
