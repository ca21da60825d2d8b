import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { fileLimitBytes } from "./left-out.ts";
import { readCodeBase } from "./read-code-base.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "steelyard-code-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function put(files: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
}

/** Files read below the folder, without it, and what was left out. */
function read(...paths: readonly string[]) {
  const files: string[] = [];
  const texts: string[] = [];
  const asked = paths.length === 0 ? [folder] : paths.map((path) => join(folder, path));
  const outcome = readCodeBase(asked, (file) => {
    files.push(file.file.replace(`${folder}/`, ""));
    texts.push(file.text());
  });
  return { files, texts, outcome };
}

describe("a code base", () => {
  test("is read folder by folder, sorted by name", () => {
    put({ "b.ts": "b", "a/z.py": "z", "a/b/c.go": "c", ".env": "e" });
    expect(read().files).toEqual([".env", "a/b/c.go", "a/z.py", "b.ts"]);
  });

  test("is read without what its .gitignore files leave out, the nearest deciding", () => {
    put({
      ".gitignore": "*.log\n/out/\nsecret/*\n!secret/kept.ts\n",
      "a.log": "",
      "out/a.ts": "",
      "deep/out/a.ts": "",
      "secret/a.ts": "",
      "secret/kept.ts": "",
      "app/.gitignore": "!wanted.log\nlocal.ts\n",
      "app/wanted.log": "",
      "app/other.log": "",
      "app/local.ts": "",
      "local.ts": "",
    });
    expect(read().files).toEqual([
      ".gitignore",
      "app/.gitignore",
      "app/wanted.log",
      "deep/out/a.ts",
      "local.ts",
      "secret/kept.ts",
    ]);
  });

  test("is read as git lists it", () => {
    put({
      ".gitignore": "build\n*.tmp\n!keep.tmp\ndocs/**/draft.md\n\\#x\nfoo/\n",
      "build/a": "",
      "x/build": "",
      "keep.tmp": "",
      "a.tmp": "",
      "docs/a/b/draft.md": "",
      "docs/draft.md": "",
      "docs/final.md": "",
      "#x": "",
      foo: "",
      "y/foo/a": "",
      "y/.gitignore": "/z\n!a.tmp\n",
      "y/z/a": "",
      "y/a.tmp": "",
      "y/q/z": "",
    });
    const git = (...args: readonly string[]) =>
      execFileSync("git", ["-C", folder, ...args], { encoding: "utf8" });
    git("init", "-q");
    const listed = git("ls-files", "--others", "--exclude-standard").trim().split("\n");
    expect(read().files).toEqual(listed.sort());
  });

  test("is read without vendored, generated and binary files", () => {
    put({
      "node_modules/x/index.js": "",
      "vendor/x.go": "",
      ".git/config": "",
      "package-lock.json": "",
      "app.min.js": "",
      "logo.png": "",
      data: Uint8Array.of(65, 0, 66),
      "a.ts": "",
    });
    const { files, outcome } = read();
    expect(files).toEqual(["a.ts"]);
    expect(outcome).toMatchObject({ ok: true, value: { binary: 2, generated: 2 } });
  });

  test("is read though it is written in UTF-16, or marked as UTF-8", () => {
    put({
      "little.txt": Buffer.from("\ufeffgpt-4.1", "utf16le"),
      "big.txt": Buffer.from("\ufeffgpt-4.1", "utf16le").swap16(),
      "marked.txt": "\ufeffgpt-4.1",
    });
    expect(read().texts.map((text) => text.replace("\ufeff", ""))).toEqual(
      Array(3).fill("gpt-4.1"),
    );
  });

  test("keeps a file larger than the limit out, and names it", () => {
    put({
      "dump.json": Buffer.alloc(fileLimitBytes + 1, 32),
      "large.json": Buffer.alloc(fileLimitBytes - 1, 32),
    });
    const { files, outcome } = read();
    expect(files).toEqual(["large.json"]);
    expect(outcome).toMatchObject({ value: { tooLarge: [join(folder, "dump.json")] } });
  });

  test("leads nowhere else: no link is followed, in or out", () => {
    const outside = mkdtempSync(join(tmpdir(), "steelyard-outside-"));
    writeFileSync(join(outside, "a.ts"), "secret");
    put({ "real/a.ts": "", "b.ts": "" });
    symlinkSync(outside, join(folder, "out"));
    symlinkSync(join(outside, "a.ts"), join(folder, "out.ts"));
    symlinkSync(folder, join(folder, "real", "circle"));
    symlinkSync("/nowhere", join(folder, "broken"));
    const { files, outcome } = read();
    rmSync(outside, { recursive: true });
    expect(files).toEqual(["b.ts", "real/a.ts"]);
    expect(outcome).toMatchObject({ value: { links: 4 } });
  });

  test("is read where it is named, though rules leave it out, and once", () => {
    put({ ".gitignore": "a.ts", "a.ts": "", "yarn.lock": "" });
    expect(read("a.ts", "yarn.lock", "a.ts").files).toEqual(["a.ts", "yarn.lock"]);
    expect(read(".", ".gitignore").files).toEqual([".gitignore"]);
  });

  test("that is not there is a problem that names it", () => {
    expect(read("nowhere").outcome).toMatchObject({
      ok: false,
      problem: {
        code: "file-unreadable",
        file: join(folder, "nowhere"),
        reason: "there is no such file or folder",
      },
    });
  });

  test("may hold what cannot be read: it is named, the rest is read", () => {
    put({ "a.ts": "", "closed/b.ts": "" });
    chmodSync(join(folder, "closed"), 0o000);
    const isRoot = process.getuid?.() === 0;
    const { files, outcome } = read();
    chmodSync(join(folder, "closed"), 0o700);
    expect(files).toEqual(isRoot ? ["a.ts", "closed/b.ts"] : ["a.ts"]);
    expect(outcome).toMatchObject({
      value: { unreadable: isRoot ? [] : [join(folder, "closed")] },
    });
  });

  test("waits for no pipe", () => {
    put({ "a.ts": "" });
    execFileSync("sh", ["-c", 'mkfifo "$0"', join(folder, "pipe")]);
    expect(read().files).toEqual(["a.ts"]);
    expect(read("pipe").outcome).toMatchObject({
      problem: { reason: "it is neither a file nor a folder" },
    });
  });
});
