import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createContext, runInContext } from "node:vm";
import { describe, expect, test } from "vitest";
import { bundleForBrowser } from "../scripts/bundle-for-browser.ts";
import { libraryDoors, libraryPage } from "../scripts/library-page.ts";
import { comparerOf } from "../src/core/compare/compare.ts";
import { defaultTraffic } from "../src/core/cost/traffic.ts";
import { catalogBytes, openCatalog } from "../src/store/compiled-catalog.ts";

/** Processes are started and code is bundled. */
const patient = { timeout: 60_000 };

const page = readFileSync("docs/library.md", "utf8");
const exported = libraryDoors().flatMap(({ name: door, exports }) =>
  exports.map(({ name, comment }) => ({ door, name, comment })),
);

describe("the library", () => {
  test.each(exported)("says what $name of $door means", ({ comment }) => {
    expect(comment).not.toBe("");
  });

  test("has a page made of its doc comments (npm run docs)", () => {
    expect(libraryPage(page) === page).toBe(true);
  });
});

/** A folder with the package in it, as `npm install` would leave it. */
function consumer(): string {
  const folder = mkdtempSync(join(tmpdir(), "steelyard-library-"));
  mkdirSync(join(folder, "node_modules"));
  symlinkSync(resolve("."), join(folder, "node_modules", "steelyard"), "dir");
  symlinkSync(resolve("node_modules/@types"), join(folder, "node_modules", "@types"), "dir");
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
  return folder;
}

describe("an example of the page", patient, () => {
  const folder = consumer();
  const examples = [...page.matchAll(/```ts\n(import [\s\S]*?)```\n\n```text\n([\s\S]*?)```/g)].map(
    ([, code = "", printed = ""], index) => ({ file: `example-${index + 1}.ts`, code, printed }),
  );

  test("is there for both doors", () => {
    const doors = examples.map(({ code }) => /from "(steelyard[^"]*)"/.exec(code)?.[1]);
    expect(new Set(doors)).toEqual(new Set(["steelyard", "steelyard/core"]));
  });

  test.each(examples)("runs and prints what the page says: $file", ({ file, code, printed }) => {
    const script = join(folder, file.replace(/ts$/, "mjs"));
    writeFileSync(script, code.replaceAll(" as const", ""));
    expect(execFileSync(process.execPath, [script], { cwd: folder, encoding: "utf8" })).toBe(
      printed,
    );
  });

  test("has the types that it needs", () => {
    for (const { file, code } of examples) writeFileSync(join(folder, file), code);
    const flags = "--noEmit --strict --target es2023 --module nodenext --types node".split(" ");
    const files = examples.map(({ file }) => file);
    const tsc = resolve("node_modules/.bin/tsc");
    expect(() => execFileSync(tsc, [...flags, ...files], { cwd: folder })).not.toThrow();
  });
});

describe("the core in a browser", patient, async () => {
  const door = "../src/core/index.ts";
  const whole = await bundleForBrowser(`export * from "${door}";`);

  test("asks nothing of Node", () => {
    expect(whole.imports).toEqual([]);
    expect(/\b(?:require|import)\(["'`]/.test(whole.code)).toBe(false);
  });

  test("weighs what the page says, a tenth more or less", () => {
    const [, kilobytes = ""] = /\| everything \| ([\d.]+) \|/.exec(page) ?? [];
    expect(Math.abs(whole.rawBytes / 1000 / Number(kilobytes) - 1)).toBeLessThan(0.1);
  });

  test("brings along only what is imported", async () => {
    const { rawBytes } = await bundleForBrowser(`export { gapBetween } from "${door}";`);
    expect(rawBytes).toBeLessThan(8_000);
  });

  test("compares as it does on a server", async () => {
    const { code } = await bundleForBrowser(
      `export { comparerOf } from "${door}"; export { catalogOver } from "../src/store/catalog-over.ts";`,
      "iife",
    );
    const { index, facts } = catalogBytes(new URL("../dist/catalog/", import.meta.url));
    const terms = { asOf: "2026-11-20", askedOn: "2026-11-20", traffic: defaultTraffic };
    const asked = { ...terms, constraints: [] };
    const models = ["openai/gpt-4.1", "qwen/qwen3.5-4b"];
    const world = createContext({
      TextDecoder,
      index: new TextDecoder().decode(index),
      facts,
      asked,
      models,
    });
    runInContext(code, world);
    const answer: unknown = runInContext(
      "JSON.stringify(bundled.comparerOf(bundled.catalogOver(JSON.parse(index), () => facts), asked)(models))",
      world,
    );
    const here = comparerOf(await openCatalog(), asked)(models);
    expect(answer).toBe(JSON.stringify(here));
  });
});
