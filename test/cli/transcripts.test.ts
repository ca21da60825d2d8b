import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { runLine } from "./run-line.ts";
import { parseTranscript, printTranscript } from "./transcript.ts";

const folder = new URL("./", import.meta.url);
const files = readdirSync(folder)
  .filter((name) => name.endsWith(".md"))
  .sort();

/** `UPDATE_TRANSCRIPTS=1 npx vitest run test/cli` writes down what is said now. */
const { UPDATE_TRANSCRIPTS } = process.env;
const isUpdating = UPDATE_TRANSCRIPTS === "1";

describe("the command line says what its transcripts say", () => {
  test.each(files)("%s", async (name) => {
    const file = new URL(name, folder);
    const transcript = readFileSync(file, "utf8");
    const parts = parseTranscript(transcript);
    const replayed = [];
    for (const part of parts) replayed.push({ ...part, ...(await runLine(part.argv)) });
    const now = printTranscript(replayed);
    if (isUpdating) writeFileSync(file, now);
    expect(now).toBe(isUpdating ? now : transcript);
  });
});
