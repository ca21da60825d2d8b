import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { buildDeps } from "../../src/deps.ts";
import { composedApp, openSite } from "../../src/faces/serve/main.ts";

const deps = buildDeps(new URL("../../dist/catalog/", import.meta.url));
const opened = await openSite(deps, {
  facts: [],
  withRuns: false,
  asOf: "2026-11-21",
  origin: "https://example.org",
});
if (!opened.ok) throw new Error(opened.problem.code);
const { site, files, today } = opened.value;
const app = composedApp(opened.value.deps, { version: "test", asOf: today, web: { site, files } });

const ask = (address: string, init: RequestInit = {}) =>
  app.request(`http://localhost${address}`, { headers: { Accept: "text/html" }, ...init });

describe("an address of a comparison", () => {
  it.each([
    ["/compare/qwen3.5-4b-vs-gpt-4.1", "because names stand in the order of the alphabet"],
    ["/compare/gpt-4.1-vs-Qwen3.5-4B", "because capital letters do not matter"],
    ["/compare/openai.gpt-4.1-vs-qwen%2Fqwen3.5-4b", "because ids mean the same"],
  ])("leads to the one that stands for good: %s, %s", async (address) => {
    const answer = await ask(`${address}?requests=1k`);
    expect(answer.status).toBe(301);
    expect(answer.headers.get("Location")).toBe("/compare/gpt-4.1-vs-qwen3.5-4b?requests=1k");
  });

  it.each([
    ["/compare/gpt-4.1-vs-nothing-like-it", 404, "because no model is called so"],
    ["/compare/gpt-4.1", 422, "because one model is no comparison"],
    ["/compare/gpt-4.1-vs-gpt-4.1", 422, "because it is one model twice"],
    ["/compare/gpt-4.1-vs-qwen3.5-4b?in-each=lots", 400, "because that is no number"],
    ["/compare/gpt-4.1-vs-qwen3.5-4b?task=cooking", 400, "because nobody tests that"],
    ["/compare/gpt-4.1-vs-qwen3.5-4b?constraint=nice", 400, "because that is no must"],
    ["/compare/gpt-4.1-vs-qwen3.5-4b?failed-task=a+lot", 400, "because that is no sum"],
    ["/compare/gpt-4.1-vs-qwen3.5-4b?as-of=yesterday", 400, "because that is no day"],
    ["/models/openai/gpt-9000", 404, "because there is none"],
    ["/nowhere", 404, "because nothing stands there"],
    ["/compare/%E0%A4%A", 404, "because it cannot be read"],
  ])("is refused as a page that says why: %s", async (address, status) => {
    const answer = await ask(address);
    const page = await answer.text();
    expect(answer.status).toBe(status);
    expect(page).toMatch(/<h1>.+<\/h1><\/header><p>.+/);
    expect(page).toContain('<meta name="robots" content="noindex">');
  });

  it.each([
    ["/models/openai/gpt-9", "/models/openai/gpt-4"],
    ["/providers/deepinfr", "/providers/deepinfra"],
    ["/benchmarks/mmlu-pra", "/benchmarks/mmlu-pro"],
  ])("that is misspelt leads on: %s to %s", async (address, meant) => {
    expect(await (await ask(address)).text()).toContain(`<a href="${meant}">`);
  });

  it("keeps the question where it can be mended", async () => {
    const page = await (
      await ask("/compare/gpt-4.1-vs-qwen3.5-4b?in-each=lots&batch=20%25")
    ).text();
    expect(page).toContain('name=in-each value="lots"');
    expect(page).toContain('name=batch value="20%"');
  });

  it("carries its traffic into the answer", async () => {
    const page = await (
      await ask("/compare/gpt-4.1-vs-qwen3.5-4b?requests=1M&in-each=1k&out-each=100")
    ).text();
    expect(page).toContain("1B tokens in, 100M out a month");
  });
});

describe("names typed into the first page", () => {
  it("lead to their comparison with what else was stated", async () => {
    const answer = await ask("/compare?models=gpt41%2C+Qwen+3.5+4b&requests=1k&task=");
    expect(answer.status).toBe(302);
    expect(answer.headers.get("Location")).toBe("/compare/gpt-4.1-vs-qwen3.5-4b?requests=1k");
  });

  it("are asked about when they mean no one model", async () => {
    const page = await (await ask("/compare?models=gpt-4.1%2C+qwne3.5-4b")).text();
    expect(page).toContain("Which do you mean?");
    expect(page).toMatch(/href="\/compare\?models=gpt-4\.1%2C\+qwen%2Fqwen3\.5-4b"/);
  });
});

describe("a page", () => {
  it("is not sent again to who has it", async () => {
    const first = await ask("/models/openai/gpt-4.1");
    const etag = first.headers.get("ETag") ?? "";
    const again = await ask("/models/openai/gpt-4.1", { headers: { "If-None-Match": etag } });
    expect(again.status).toBe(304);
  });

  it("has one address for search engines, and tells them what it answers", async () => {
    const page = await (await ask("/compare/gpt-4.1-vs-qwen3.5-4b?requests=1k")).text();
    expect(page).toContain(
      '<link rel="canonical" href="https://example.org/compare/gpt-4.1-vs-qwen3.5-4b">',
    );
    const data = [...page.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/g)];
    const kinds = data.map(([, text = ""]) => JSON.parse(text)["@type"]);
    expect(kinds).toEqual(["BreadcrumbList", "FAQPage"]);
  });

  it("of pasted code is kept nowhere", async () => {
    const body = new URLSearchParams({ code: 'const model = "gpt-4-turbo";' });
    const answer = await app.request("http://localhost/scan", { method: "POST", body });
    expect(answer.headers.get("Cache-Control")).toBe("no-store");
    expect(await answer.text()).toContain("GPT-4 Turbo");
  });
});

describe("the weight of a comparison", () => {
  it.each([
    "gpt-4.1-vs-qwen3.5-4b",
    "gpt-5.4-mini-vs-gpt-oss-120b",
    "claude-haiku-4.5-vs-gpt-5.4-mini",
    "claude-sonnet-5-vs-kimi-k3",
  ])("is at most 60 kB, 15 kB compressed: %s", async (slug) => {
    const page = new Uint8Array(await (await ask(`/compare/${slug}`)).arrayBuffer());
    expect(page.byteLength).toBeLessThanOrEqual(60_000);
    expect(gzipSync(page).byteLength).toBeLessThanOrEqual(15_000);
  });

  it("has at most 20 kB of compressed script before a question is touched", async () => {
    const page = await (await ask("/compare/gpt-4.1-vs-qwen3.5-4b")).text();
    const scripts = [...page.matchAll(/<script[^>]* src="([^"]+)"/g)].map(
      ([, address = ""]) => address,
    );
    expect(scripts).toHaveLength(2);
    const loaded = new Set<string>();
    const load = (address: string) => {
      if (loaded.has(address)) return;
      loaded.add(address);
      const text = new TextDecoder().decode(files.get(address)?.bytes);
      for (const [, name = ""] of text.matchAll(/from"\.\/([^"]+)"/g)) load(`/assets/${name}`);
    };
    for (const address of scripts) load(address);
    const bytes = [...loaded].map(
      (address) => gzipSync(files.get(address)?.bytes ?? "").byteLength,
    );
    expect(bytes.reduce((sum, each) => sum + each, 0)).toBeLessThanOrEqual(20_000);
  });
});
