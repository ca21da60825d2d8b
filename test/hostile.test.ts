import { XMLParser, XMLValidator } from "fast-xml-parser";
import { describe, expect, test } from "vitest";
import type { Catalog } from "../src/core/catalog/catalog.ts";
import { sitemapOf } from "../src/core/report/sitemap.ts";
import { operationTools } from "../src/faces/mcp/tools.ts";
import type { OperationName } from "../src/operations/index.ts";
import { remoteDeps } from "../src/operations/remote-deps.ts";
import { parseFactsFile } from "../src/sources/facts-file/parse-facts-file.ts";
import { smallServer } from "./api/small-api.ts";
import { depsOf } from "./builders/deps-of.ts";
import {
  factsFileOf,
  harmlessCatalog,
  hostileCatalog,
  hostileProvider,
  hostileTexts,
  strangeColour,
} from "./builders/hostile-facts.ts";
import { outlineOf, tagsIn } from "./builders/outline-of.ts";
import { runLine } from "./cli/run-line.ts";

const assets = { styles: "/a.css", theme: "/a.js", script: "/b.js" };
const site = { origin: "https://example.org", stamp: "today", assets };
const serverOver = (catalog: Catalog) =>
  smallServer(
    { web: { site, files: new Map() } },
    { catalog: async () => ({ ok: true, value: catalog }) },
  );
const hostile = serverOver(hostileCatalog);
const harmless = serverOver(harmlessCatalog);
const seller = encodeURIComponent(hostileProvider);

/** Controls but line ends, and marks that cannot be seen. */
const invisible = /[^\P{Cc}\n]|\p{Cf}/u;

/** Each kind of page, and whether facts of a team stand on it. */
const pages: readonly (readonly [address: string, isShown: boolean])[] = [
  ["/", true],
  ["/compare/gpt-4.1-vs-qwen3.5-4b", true],
  ["/compare/gpt-4.1-vs-qwen3.5-4b?constraint=region%3Deu&task=rag", true],
  ["/compare?models=gpt,alert", false],
  ["/models/openai/gpt-4.1", true],
  ["/models/qwen/qwen3.5-4b", true],
  ["/providers/openai", true],
  [`/providers/${seller}`, true],
  ["/benchmarks/mmlu-pro", false],
  ["/find", true],
  ["/find?constraint=tools", true],
  ["/scan?code=model%20%3D%20%22gpt-4.1%22", true],
  ["/evidence", true],
  ["/changes?from=2026-11-01", true],
  ["/method", false],
  ["/api", false],
  [`/providers/${seller}x`, true],
];

async function pageAt(server: typeof hostile, address: string): Promise<string> {
  const response = await server.request(address, { headers: { Accept: "text/html" } });
  expect([200, 404]).toContain(response.status);
  expect(response.headers.get("Content-Security-Policy")).toContain("script-src 'self'");
  return response.text();
}

describe("a page with hostile facts", async () => {
  const outlines = pages.map(async ([address]) =>
    outlineOf(await pageAt(harmless, address.replace(seller, "kind"))),
  );
  const known = new Set((await Promise.all(outlines)).flatMap((outline) => [...outline]));
  /** Labels of a chart make way for each other. */
  known.add("text dx");

  test.each(pages)("has no element and no attribute of theirs: %s", async (address, isShown) => {
    const html = await pageAt(hostile, address);
    expect(html.includes("alert(1)")).toBe(isShown);
    expect([...outlineOf(html)].filter((each) => !known.has(each))).toEqual([]);
    expect(invisible.test(html)).toBe(false);
  });

  test.each(pages)("leads to addresses and places alone: %s", async (address) => {
    const html = await pageAt(hostile, address);
    const led = tagsIn(html).flatMap(({ attributes }) =>
      ["href", "src", "action"].flatMap((name) => attributes.get(name) ?? []),
    );
    expect(led.filter((each) => !/^(https?:\/\/|\/(?!\/)|#)/.test(each))).toEqual([]);
  });

  test("keeps what it says to machines one piece of data", async () => {
    const html = await pageAt(hostile, "/compare/gpt-4.1-vs-qwen3.5-4b");
    const told = [...html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/g)];
    expect(told.length).toBeGreaterThan(0);
    for (const [, text = ""] of told) expect(JSON.parse(text)).toHaveProperty("@context");
  });
});

/** Questions whose answers hold texts of the facts. */
const asked: readonly (readonly [OperationName, readonly string[], object])[] = [
  ["compare", ["gpt-4.1", "qwen3.5-4b"], { models: ["gpt-4.1", "qwen3.5-4b"] }],
  ["find", ["--constraint", "tools"], { constraints: ["tools"] }],
  ["switch", ["gpt-4.1", "qwen3.5-4b"], { from: "gpt-4.1", to: "qwen3.5-4b" }],
  ["cost", ["qwen3.5-4b"], { routes: ["qwen3.5-4b"] }],
  ["explain", ["gpt-4.1", "model.license"], { subject: "gpt-4.1", property: "model.license" }],
  ["changes", ["--from", "2026-11-01"], { from: "2026-11-01" }],
  ["evidence", [], {}],
  ["model", ["gpt-4.1"], { name: "gpt-4.1" }],
  ["provider", [hostileProvider], { id: hostileProvider }],
  ["providers", [], {}],
  ["routes", [], {}],
];
const deps = { catalog: async () => ({ ok: true, value: hostileCatalog }) as const };

describe("an answer with hostile facts", async () => {
  const tools = await operationTools(remoteDeps(depsOf(deps)), {
    version: "0.0.0",
    reportBug: (error) => {
      throw error;
    },
  });

  test.each(asked)("of %s does nothing to a terminal", async (name, words) => {
    const argv = [name, ...words];
    const { stdout, stderr } = await runLine(argv, { deps });
    expect(stdout).toContain("alert(1)");
    expect(invisible.test(stdout + stderr)).toBe(false);
    const painted = await runLine([...argv, "--color", "always"], { deps });
    expect(painted.stdout).not.toContain(strangeColour);
    expect(invisible.test(painted.stdout.replaceAll(ownColours, ""))).toBe(false);
  });

  test.each(asked)("of %s brings no markup into Markdown", async (name, words) => {
    const { stdout } = await runLine([name, ...words, "--format", "markdown"], { deps });
    expect(invisible.test(stdout)).toBe(false);
    const prose = stdout.replace(/^(`{3,})[\s\S]*?^\1$/gm, "");
    expect(prose.match(/(?<!\\)<(?!https?:\/\/[^\s<>]*>).{0,40}/g) ?? []).toEqual([]);
    expect(prose.match(/(?<!\\)\](?=[([:]).{0,40}/g) ?? []).toEqual([]);
    expect(prose.match(/^\s*(?:#|- |\|)+\s*alert\(1\).*/gm) ?? []).toEqual([]);
  });

  test.each(asked)("of %s is data over REST", async (name, _, input) => {
    const response = await hostile.request(`/v1/${name}`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(input),
    });
    const text = await response.text();
    expect(response.headers.get("Content-Type")).toBe("application/json");
    expect(response.headers.get("X-Content-Type-Options")).toBe("nosniff");
    expect(invisible.test(text)).toBe(false);
    expect(JSON.stringify(JSON.parse(text))).toContain("alert(1)");
  });

  test.each(asked)("of %s is words and data for an agent", async (name, _, input) => {
    const tool = tools.find((each) => each.name === name);
    const { content, isError } = (await tool?.call(input)) ?? { content: [] };
    expect(isError).not.toBe(true);
    const [first] = content;
    const text = first?.type === "text" ? first.text : "";
    expect(text.length).toBeGreaterThan(0);
    expect(invisible.test(text)).toBe(false);
  });

  test("of changes is an Atom feed", async () => {
    const { stdout } = await runLine(["changes", "--from", "2026-11-01", "--format", "atom"], {
      deps,
    });
    const response = await hostile.request("/changes.atom");
    for (const text of [stdout, await response.text()]) {
      expect(XMLValidator.validate(text)).toBe(true);
      const { feed }: { feed: object } = new XMLParser({ ignoreAttributes: false }).parse(text);
      const names = ["@_xmlns", "author", "entry", "id", "link", "title", "updated"];
      expect(names).toEqual(expect.arrayContaining(Object.keys(feed)));
      expect(invisible.test(text)).toBe(false);
      expect(text).toContain("alert(1)");
    }
  });

  test("stands in a sitemap as an address", () => {
    for (const [, text] of sitemapOf("https://example.org", [`/providers/${seller}`, "/a?b&c"])) {
      expect(XMLValidator.validate(text)).toBe(true);
      expect(text).not.toContain(hostileProvider);
    }
  });
});

const ownColours = new RegExp(`${String.fromCodePoint(0x1b)}\\[\\d{1,2}m`, "g");

describe("a facts file with a text of a megabyte", () => {
  const long = "x".repeat(1_000_000);

  test.each(["source", "note", "value", "subject"])("is refused in a few words: %s", (field) => {
    const [fact] = JSON.parse(factsFileOf(["fine"], "kind", "gpt")).slice(3);
    const value = field === "subject" ? `model:openai/${long}` : long;
    const outcome = parseFactsFile(JSON.stringify([{ ...fact, [field]: value }]), "facts.yaml");
    expect(outcome).toMatchObject({ ok: false, problem: { code: "file-invalid", field } });
    expect(JSON.stringify(outcome).length).toBeLessThan(500);
    expect(JSON.stringify(outcome)).toMatch(/at most/);
  });

  test("is read up to its bounds", () => {
    const fits = factsFileOf(
      hostileTexts.map((text) => text.padEnd(500, "x")).slice(0, 7),
      "kind",
      "gpt",
    );
    expect(parseFactsFile(fits, "facts.yaml")).toMatchObject({ ok: true });
  });
});
