import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { replayGuide } from "./replay-guide.ts";

const root = new URL("../../", import.meta.url);
const files = [
  "README.md",
  ...readdirSync(new URL("docs/guides/", root))
    .filter((name) => name.endsWith(".md"))
    .sort()
    .map((name) => `docs/guides/${name}`),
];

/** `UPDATE_TRANSCRIPTS=1 npx vitest run test/guides` writes down what is said now. */
const { UPDATE_TRANSCRIPTS } = process.env;
const isUpdating = UPDATE_TRANSCRIPTS === "1";

describe("the guides show what their commands print", () => {
  test.concurrent.each(files)("%s", { timeout: 180_000 }, async (name) => {
    const file = new URL(name, root);
    const guide = readFileSync(file, "utf8");
    const now = await replayGuide(guide);
    if (isUpdating) writeFileSync(file, now);
    expect(onAnyCatalog(now)).toBe(onAnyCatalog(isUpdating ? now : guide));
  });
});

/** The catalog's own name changes with every fact; what a page shows need not. */
function onAnyCatalog(text: string): string {
  return text
    .replace(/\bcatalog [0-9a-f]{7}\b/gi, "catalog …")
    .replace(/"hash": "[0-9a-f]{12}\+?"/g, '"hash": "…"');
}
