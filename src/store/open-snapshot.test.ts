import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { openSnapshot } from "./open-snapshot.ts";

const kept = fileURLToPath(new URL("../../test/snapshots/format-1", import.meta.url));
const index = readFileSync(join(kept, "index.json"), "utf8");
const facts = readFileSync(join(kept, "facts.jsonl"), "utf8");

function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), "steelyard-snapshot-"));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

/** As somebody would who knows how a catalog is signed. */
function signed(changed: Readonly<Record<string, unknown>>, withFacts = facts) {
  const { hash: _, ...rest } = { ...JSON.parse(index), ...changed };
  const digest = createHash("sha256").update(JSON.stringify(rest)).update(withFacts).digest("hex");
  const text = JSON.stringify({ ...rest, hash: digest.slice(0, 12) });
  return { "index.json": text, "facts.jsonl": withFacts };
}

describe("a catalog somebody kept", () => {
  test("is read as it was, whatever this version writes", async () => {
    const opened = await openSnapshot(kept);
    if (!opened.ok) throw new Error("it is refused");
    const { value: catalog } = opened;
    expect(catalog.compiledOn).toBe("2026-08-01");
    expect(catalog.models.map(({ id }) => id)).toEqual(["openai/gpt-4.1", "qwen/qwen3.5-4b"]);
    const prices = catalog
      .claimsAbout("route:openai/gpt-4.1")
      .filter(({ property }) => property === "price.output");
    expect(prices.map(({ value }) => value)).toEqual(["10"]);
    expect(catalog.scoresOf("openai/gpt-4.1").map(({ score }) => score)).toEqual([81.6]);
  });

  test("may hold what only another version knows", async () => {
    const further = facts.replace('"limit.context"', '"limit.of_tomorrow"');
    const difference = further.length - facts.length;
    const { models } = JSON.parse(index);
    models[0][4] += difference;
    const opened = await openSnapshot(folderWith(signed({ models, further: [1] }, further)));
    if (!opened.ok) throw new Error("it is refused");
    const claims = opened.value.claimsAbout("model:openai/gpt-4.1");
    expect(claims.map(({ property }) => property)).not.toContain("limit.context");
    expect(claims.length).toBeGreaterThan(0);
  });

  const { models, routes } = JSON.parse(index);
  test.each([
    { because: "there is no such folder", files: undefined },
    { because: "there is no index.json in it", files: {} },
    { because: "there is no facts.jsonl in it", files: { "index.json": index } },
    { because: "index.json is not JSON", files: { "index.json": "{", "facts.jsonl": facts } },
    {
      because: "it is of format 2, and this version reads format 1",
      files: signed({ format: 2 }),
    },
    {
      because: "it is of format unknown, and this version reads format 1",
      files: { "index.json": "[]", "facts.jsonl": facts },
    },
    { because: "index.json has another shape at `routes`", files: signed({ routes: 7 }) },
    {
      because: "index.json names what it does not list",
      files: signed({ routes: [...routes, [99, "x", 0]] }),
    },
    {
      because: "its two files do not belong together",
      files: { "index.json": index, "facts.jsonl": facts.slice(0, -2) },
    },
    {
      because: "its content is not what its hash says: it was changed or cut",
      files: { "index.json": index, "facts.jsonl": facts.replace('"10"', '"11"') },
    },
    {
      because: "facts.jsonl, at openai/gpt-4.1, is not JSON",
      files: signed({ models }, facts.replace("{", "[")),
    },
    {
      because: "facts.jsonl, at openai/gpt-4.1, has another shape at `sources.0.kind`",
      files: signed({ models }, facts.replace('"first-party"', '"third-party"')),
    },
  ])("is refused when $because", async ({ because, files }) => {
    const folder = files === undefined ? join(kept, "nowhere") : folderWith(files);
    expect(await openSnapshot(folder)).toEqual({
      ok: false,
      problem: { code: "snapshot-unreadable", folder, reason: because },
    });
  });

  test("is a folder, not a file", async () => {
    const file = join(kept, "index.json");
    expect(await openSnapshot(file)).toMatchObject({
      problem: { reason: "it is a file, not a folder" },
    });
  });
});
