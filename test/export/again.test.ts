import {
  cpSync,
  existsSync,
  mkdirSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import type { Catalog } from "../../src/core/catalog/catalog.ts";
import { smallCatalog } from "../cli/small-catalog.ts";
import { depsWith, exported, filesIn, newFolder } from "./exported.ts";

const manifest = ".steelyard-export.json";
const deps = depsWith(smallCatalog);

/** The same, but for a price in it; of the same name, which stands on every page. */
function repriced(catalog: Catalog): Catalog {
  return {
    ...catalog,
    claimsAbout: (subject) =>
      catalog
        .claimsAbout(subject)
        .map((claim) => (claim.property === "price.input" ? { ...claim, value: "7.5" } : claim)),
  };
}

/** The same with a page that cannot be drawn. */
function broken(catalog: Catalog): Catalog {
  return {
    ...catalog,
    hash: "ba9876543210",
    scoresOf: (model) => {
      if (model === "qwen/qwen3.5-4b") throw new Error("the scores are lost");
      return catalog.scoresOf(model);
    },
  };
}

let whole: string;

beforeAll(async () => {
  whole = newFolder();
  expect((await exported(deps, { folder: whole })).ended).toBe(0);
}, 60_000);

/** A folder that has been exported into. */
function exportedOnce(): string {
  const folder = newFolder();
  cpSync(whole, folder, { recursive: true });
  return folder;
}

const longAgo = 1_000_000;

describe("exported a second time", () => {
  test("draws nothing when all it rests on is the same", async () => {
    const folder = exportedOnce();
    const again = await exported(deps, { folder });
    expect(again.stdout).toContain("no page was drawn");
  });

  test("rewrites the pages whose bytes have changed, and no others", async () => {
    const folder = exportedOnce();
    const before = filesIn(folder);
    for (const path of before.keys()) utimesSync(join(folder, path), longAgo, longAgo);
    const again = await exported(depsWith(repriced(smallCatalog)), { folder, pairs: "none" });
    const after = [...filesIn(folder)];
    const changed = after.filter(([path, text]) => before.get(path) !== text);
    const written = after.filter(([path]) => statSync(join(folder, path)).mtimeMs > longAgo * 1000);
    const paths = changed.map(([path]) => path);
    expect(written.map(([path]) => path)).toEqual(paths);
    expect(paths).toContain("models/openai/gpt-4.1/index.html");
    expect(paths).not.toContain("scan/index.html");
    expect(again.stdout).toContain(`${paths.length - 1} written, `);
  });

  test("comes to the same as a first export of the new facts", async () => {
    const folder = exportedOnce();
    const changed = depsWith(repriced(smallCatalog));
    await exported(changed, { folder, pairs: "none" });
    const fresh = newFolder();
    await exported(changed, { folder: fresh, pairs: "none" });
    expect(filesIn(folder)).toEqual(filesIn(fresh));
  });

  test("removes pages that are gone, and the folders left empty", async () => {
    const folder = exportedOnce();
    expect(existsSync(join(folder, "sitemap.xml"))).toBe(false);
    await exported(deps, { folder, site: "https://example.org" });
    expect(existsSync(join(folder, "sitemap.xml"))).toBe(true);
    const less = { ...smallCatalog, hash: "00aa", benchmarks: [], scoresOf: () => [] };
    const again = await exported(depsWith(less), { folder });
    expect(again.stdout).toMatch(/, [1-9]\d* removed, /);
    expect(existsSync(join(folder, "sitemap.xml"))).toBe(false);
    expect(existsSync(join(folder, "benchmarks"))).toBe(false);
  });

  test("leaves what is not its own alone", async () => {
    const folder = exportedOnce();
    const notes = join(folder, "benchmarks", "notes.txt");
    writeFileSync(notes, "mine");
    const less = { ...smallCatalog, hash: "00bb", benchmarks: [], scoresOf: () => [] };
    await exported(depsWith(less), { folder });
    expect(filesIn(join(folder, "benchmarks"))).toEqual(new Map([["notes.txt", "mine"]]));
  });

  test.each([
    { what: "a page is lost", harm: (folder: string) => rmSync(join(folder, "find/index.html")) },
    {
      what: "a page is cut short",
      harm: (folder: string) => writeFileSync(join(folder, "find/index.html"), "<!doc"),
    },
    {
      what: "an export was killed while it drew",
      harm: (folder: string) => {
        mkdirSync(join(folder, ".steelyard-export.new/find"), { recursive: true });
        writeFileSync(join(folder, ".steelyard-export.new/find/index.html"), "half");
        rmSync(join(folder, "find/index.html"));
      },
    },
  ])("mends the site when $what", async ({ harm }) => {
    const folder = exportedOnce();
    const before = filesIn(folder);
    harm(folder);
    expect((await exported(deps, { folder })).ended).toBe(0);
    expect(filesIn(folder)).toEqual(before);
  });

  test("mends the site when an export was killed while it replaced files", async () => {
    const folder = exportedOnce();
    const before = filesIn(folder);
    const kept = JSON.parse(before.get(manifest) ?? "");
    kept.files["find/index.html"] = { hash: "", bytes: 0 };
    kept.files["find/gone.html"] = { hash: "", bytes: 0 };
    writeFileSync(join(folder, manifest), JSON.stringify({ ...kept, drawnFrom: "" }));
    writeFileSync(join(folder, "find/index.html"), "of another day");
    writeFileSync(join(folder, "find/gone.html"), "of another day");
    expect((await exported(deps, { folder })).ended).toBe(0);
    expect(filesIn(folder)).toEqual(before);
  });
});

describe("an export that cannot be whole", () => {
  test("names the page and leaves the site as it was", async () => {
    const folder = exportedOnce();
    const before = filesIn(folder);
    const { ended } = await exported(depsWith(broken(smallCatalog)), { folder, pairs: "none" });
    expect(ended).toEqual({
      code: "page-broken",
      address: "/find",
      reason: "the scores are lost",
    });
    expect(filesIn(folder)).toEqual(before);
  });

  test("does not begin where files lie that no export wrote", async () => {
    const folder = newFolder();
    mkdirSync(folder);
    writeFileSync(join(folder, "notes.txt"), "mine");
    const refused = await exported(deps, { folder });
    expect(refused.ended).toEqual({ code: "folder-taken", folder, file: "notes.txt" });
    expect(filesIn(folder)).toEqual(new Map([["notes.txt", "mine"]]));
    const shared = await exported(deps, { folder, intoExisting: true });
    expect(shared.ended).toBe(0);
    expect(filesIn(folder).get("notes.txt")).toBe("mine");
  });

  test("overwrites no file of somebody else", async () => {
    const folder = newFolder();
    mkdirSync(folder);
    writeFileSync(join(folder, "index.html"), "mine");
    const { ended } = await exported(deps, { folder, intoExisting: true });
    expect(ended).toEqual({ code: "file-in-the-way", file: join(folder, "index.html") });
    expect(filesIn(folder)).toEqual(new Map([["index.html", "mine"]]));
  });

  test.each([
    ["../../index.html", "a way out of the folder"],
    ["/etc/passwd", "a way out of the folder"],
  ])("removes nothing by a manifest that names %s: %s", async (path) => {
    const folder = exportedOnce();
    const forged = { format: 1, drawnFrom: "", files: { [path]: { hash: "", bytes: 0 } } };
    writeFileSync(join(folder, manifest), JSON.stringify(forged));
    expect((await exported(deps, { folder })).ended).toMatchObject({ code: "file-invalid" });
  });

  test("says what it could not write", async () => {
    const file = join(newFolder(), "..", "a-file");
    writeFileSync(file, "");
    const { ended } = await exported(deps, { folder: join(file, "site") });
    expect(ended).toMatchObject({ code: "file-unwritable" });
  });

  test.each([
    [{}, "folder"],
    [{ folder: "x", site: "example.org" }, "site"],
    [{ folder: "x", site: "https://example.org/docs" }, "site"],
    [{ folder: "x", asOf: "2026-02-30" }, "asOf"],
  ])("refuses %j", async (fields, where) => {
    expect((await exported(deps, fields)).ended).toMatchObject({ code: "invalid-input", where });
  });
});

describe("a list of comparisons", () => {
  const listing = async (text: string) => {
    const folder = newFolder();
    const pairs = `${folder}-pairs.txt`;
    writeFileSync(pairs, text);
    const { ended } = await exported(deps, { folder, pairs });
    return { ended, files: filesIn(folder) };
  };

  test.each([
    ["gpt-4.1 vs qwen3.5-4b"],
    ["qwen3.5-4b, gpt-4.1"],
    ["# both\n\nGPT-4.1 vs. qwen/qwen3.5-4b\r\ngpt-4.1,qwen3.5-4b\n"],
  ])("%j is one page", async (text) => {
    const { ended, files } = await listing(text);
    expect(ended).toBe(0);
    expect(files.has("compare/gpt-4.1-vs-qwen3.5-4b/index.html")).toBe(true);
  });

  test.each([
    ["gpt-4.1 vs gpt-9", 1, '"gpt-9"'],
    ["# one\ngpt-4.1", 2, '"gpt-4.1"'],
    ["gpt-4.1, gpt-4.1", 1, '"gpt-4.1, gpt-4.1"'],
  ])("%j is refused with its line", async (text, line, found) => {
    expect((await listing(text)).ended).toMatchObject({ code: "file-invalid", line, found });
  });

  test("that is not there is named", async () => {
    const { ended } = await exported(deps, { folder: newFolder(), pairs: "nowhere.txt" });
    expect(ended).toMatchObject({ code: "file-unreadable", file: "nowhere.txt" });
  });
});
