import { readFileSync, writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { buildDeps } from "../src/deps.ts";
import { composedApp, openSite } from "../src/faces/serve/main.ts";
import { replayRequests } from "./api/replay-requests.ts";

const file = "docs/pages.md";
const deps = buildDeps(new URL("../dist/catalog/", import.meta.url));
const opened = await openSite(deps, { facts: [], asOf: "2026-11-20", origin: "", withRuns: false });
if (!opened.ok) throw new Error("No catalog: run `npm run build`.");
const hosts = ["localhost", "models.example.org"];
const options = { version: "0.0.0", asOf: "2026-11-20", hosts, web: opened.value };
const app = composedApp(opened.value.deps, options);

/** `UPDATE_TRANSCRIPTS=1 npx vitest run test/pages-page.test.ts` writes down what is said now. */
const { UPDATE_TRANSCRIPTS } = process.env;
const isUpdating = UPDATE_TRANSCRIPTS === "1";

describe("the page about the pages", () => {
  const page = readFileSync(file, "utf8");

  test("shows what its requests are answered", { timeout: 60_000 }, async () => {
    const now = await replayRequests(page, app);
    if (isUpdating) writeFileSync(file, now);
    expect(now).toBe(isUpdating ? now : page);
  });

  const addresses = [...page.matchAll(/^\| `(\/[^`]*)` \|/gm)].map(([, address = ""]) => address);

  test.each(addresses)("names %s, which is there", async (address) => {
    const response = await app.request(`http://localhost${address}`, {
      headers: { Accept: "text/html" },
    });
    expect(response.status).toBe(200);
  });

  test("names every page that the head of a page leads to", () => {
    const led = ["/", "/find", "/scan", "/changes", "/evidence", "/method", "/api"];
    expect(addresses).toEqual(expect.arrayContaining(led));
  });
});
