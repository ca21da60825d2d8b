import { describe, expect, test } from "vitest";
import { exampleRequests } from "../src/core/report/reference/example-requests.ts";
import { describedOperations } from "../src/operations/described-operations.ts";
import { post, smallApi, smallServer } from "./api/small-api.ts";
import { runLine } from "./cli/run-line.ts";

const assets = { styles: "/a.css", theme: "/a.js", script: "/b.js" };
const site = { origin: "", stamp: "", assets };
const server = smallServer({ web: { site, files: new Map() } });
const response = await server.request("/api", { headers: { Accept: "text/html" } });
const page = await response.text();
const described = await describedOperations();
const ids = [...page.matchAll(/ id="?([^\s">]+)/g)].map(([, id = ""]) => id);

describe("the reference", () => {
  test("is a page of at most 150 kB", () => {
    expect(response.status).toBe(200);
    expect(Buffer.byteLength(page)).toBeLessThan(150_000);
  });

  test.each(described)("shows $name with every field of its question", ({ name, input }) => {
    const [, section = ""] =
      new RegExp(`<section id=${name}>([\\s\\S]*?)</section>`).exec(page) ?? [];
    for (const field of Object.keys(input.properties ?? {})) expect(section).toContain(field);
    expect(section).toContain(`/v1/${name}`);
  });

  test.each(described)("asks $name by a form where it has an address", ({ name, writes }) => {
    expect(page.includes(`action="/api/${name}"`)).toBe(!writes);
  });

  test("leads to places that are there, each once", () => {
    expect(new Set(ids).size).toBe(ids.length);
    const places = [...page.matchAll(/href="?#([^\s">]+)/g)].map(([, id = ""]) => id);
    expect(places.length).toBeGreaterThan(described.length);
    expect(places.filter((id) => !ids.includes(id))).toEqual([]);
  });

  test("leads to the description for programs, and to a page for each problem", async () => {
    const paths = [...page.matchAll(/href="(\/[^"]*)"/g)].map(([, path = ""]) => path);
    expect(paths).toContain("/openapi.json");
    for (const path of paths.filter((each) => /^\/(problems|openapi)/.test(each))) {
      expect((await server.request(path)).status, path).toBe(200);
    }
  });
});

describe("an example of the reference", () => {
  const asked = described.filter(({ writes }) => !writes);
  const app = smallApi();

  test.each(asked)("of $name is answered alike by address and by JSON", async (operation) => {
    const { name, example } = operation;
    const texts = exampleRequests(operation).map(({ text }) => text);
    const [, address = ""] = /'http:\/\/[^/]+(\/v1\/[^']*)'/.exec(texts[0] ?? "") ?? [];
    const byAddress = await app.request(address);
    expect(byAddress.status).toBe(200);
    const byBody = await app.request(`/v1/${name}`, post(example.input));
    expect(await byAddress.text()).toBe(await byBody.text());
  });

  test.each(asked)("of $name is answered alike on the command line", async (operation) => {
    const { name, example } = operation;
    const { words = ["--input", "-"] } = example;
    const body = JSON.stringify(example.input);
    const line = await runLine([name, ...words, "--format", "json"], { stdin: only(body) });
    const byBody = await app.request(`/v1/${name}`, post(example.input));
    expect(line.stdout).toBe(await byBody.text());
  });

  test.each(described)("of $name fits what its schema takes", async ({ example, name }) => {
    const refused = await app.request(`/v1/${name}`, post({ ...example.input, nonsense: 1 }));
    expect(await refused.json()).toMatchObject({ code: "invalid-input", where: "nonsense" });
  });
});

describe("a form of the reference", () => {
  test.each`
    asked                                    | led                            | because
    ${"/api/compare?models=a,+b&tau=&task="} | ${"/v1/compare?models=a%2C+b"} | ${"what is left empty is not asked"}
    ${"/api/providers?search=&limit="}       | ${"/v1/providers"}             | ${"nothing filled in asks for all"}
  `("$because", async ({ asked, led }) => {
    const moved = await server.request(asked);
    expect(moved.status).toBe(302);
    expect(moved.headers.get("Location")).toBe(led);
  });

  test.each(["/api/decide?file=a.md", "/api/nothing"])("leads nowhere from %s", async (asked) => {
    const response = await server.request(asked, { headers: { Accept: "text/html" } });
    expect(response.status).toBe(404);
  });
});

async function* only(text: string): AsyncGenerator<string> {
  yield text;
}
