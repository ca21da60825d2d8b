import { readFileSync, writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { buildDeps } from "../../src/deps.ts";
import { composedApp } from "../../src/faces/serve/main.ts";
import { replayRequests } from "./replay-requests.ts";

const file = new URL("../../docs/rest.md", import.meta.url);
const catalog = new URL("../../dist/catalog/", import.meta.url);
const app = composedApp(buildDeps(catalog), { version: "0.0.0", asOf: "2026-11-20" });

/** `UPDATE_TRANSCRIPTS=1 npx vitest run test/api/rest-page.test.ts` writes down what is said now. */
const { UPDATE_TRANSCRIPTS } = process.env;
const isUpdating = UPDATE_TRANSCRIPTS === "1";

describe("the page about REST", () => {
  test("shows what its requests are answered", { timeout: 20_000 }, async () => {
    const page = readFileSync(file, "utf8");
    const now = await replayRequests(page, app);
    if (isUpdating) writeFileSync(file, now);
    expect(onAnyCatalog(now)).toBe(onAnyCatalog(isUpdating ? now : page));
  });
});

function onAnyCatalog(text: string): string {
  return text.replace(/\bcatalog [0-9a-f]{7} of [\d-]+/g, "catalog …");
}
