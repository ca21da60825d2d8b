import type { Hono } from "hono";
import { describe, expect, test } from "vitest";
import { smallCatalog } from "../cli/small-catalog.ts";
import { post, smallApi } from "./small-api.ts";

const address = "/v1/explain?subject=gpt-4.1&property=price.input";

async function etagOf(app: Hono, asked = address, accept = "*/*"): Promise<string> {
  const response = await app.request(asked, { headers: { Accept: accept } });
  return response.headers.get("ETag") ?? "";
}

const withOwnFacts = async () =>
  ({ ok: true, value: { ...smallCatalog, hash: `${smallCatalog.hash}+1a2b3c4d` } }) as const;

describe("an answer has a name", () => {
  test("that spares who holds it the answer", async () => {
    const app = smallApi();
    const etag = await etagOf(app);
    for (const held of [etag, `"other", ${etag}`, etag.replace("W/", ""), "*"]) {
      const response = await app.request(address, { headers: { "If-None-Match": held } });
      expect(response.status).toBe(304);
      expect(await response.text()).toBe("");
      expect(response.headers.get("ETag")).toBe(etag);
    }
  });

  test("that must be asked for again each time", async () => {
    const response = await smallApi().request(address);
    expect(response.headers.get("Cache-Control")).toBe("no-cache");
  });

  test("which another name does not match", async () => {
    const headers = { "If-None-Match": 'W/"other"' };
    expect((await smallApi().request(address, { headers })).status).toBe(200);
  });

  test.each([
    { because: "another question", app: smallApi(), asked: `${address}&asOf=2026-11-01` },
    { because: "another format", app: smallApi(), asked: `${address}&format=text` },
    { because: "another type accepted", app: smallApi(), accept: "text/markdown" },
    { because: "another day", app: smallApi({ today: () => "2026-11-21" }) },
    { because: "own facts over the catalog", app: smallApi({ catalog: withOwnFacts }) },
    { because: "another version of the program", app: smallApi({}, "0.0.1") },
  ])("that differs for $because", async ({ app, asked, accept }) => {
    expect(await etagOf(app, asked, accept)).not.toBe(await etagOf(smallApi()));
  });

  test("that is the same wherever the same is asked", async () => {
    const input = { subject: "gpt-4.1", property: "price.input" };
    const response = await smallApi().request("/v1/explain", post(input));
    expect(response.headers.get("ETag")).toBe(await etagOf(smallApi()));
  });

  test("and a problem has none", async () => {
    const response = await smallApi().request("/v1/explain?subject=nothing-like-this");
    expect(response.headers.get("ETag")).toBeNull();
    expect(response.headers.get("Cache-Control")).toBe("no-store");
  });

  test("HEAD tells it without the answer", async () => {
    const response = await smallApi().request(address, { method: "HEAD" });
    expect(response.status).toBe(200);
    expect(response.headers.get("ETag")).toBe(await etagOf(smallApi()));
    expect(await response.text()).toBe("");
  });
});

describe("pages of other sites", () => {
  const origin = { Origin: "https://example.org" };

  test.each([address, "/v1", "/openapi.json", "/v1/compre"])("may read %s", async (asked) => {
    const response = await smallApi().request(asked, { headers: origin });
    expect(response.headers.get("Access-Control-Allow-Origin")).toBe("*");
  });

  test("may ask before they send JSON", async () => {
    const headers = {
      ...origin,
      "Access-Control-Request-Method": "POST",
      "Access-Control-Request-Headers": "content-type",
    };
    const response = await smallApi().request("/v1/compare", { method: "OPTIONS", headers });
    expect(response.status).toBe(204);
    expect(response.headers.get("Access-Control-Allow-Origin")).toBe("*");
    expect(response.headers.get("Access-Control-Allow-Methods")).toContain("POST");
    expect(response.headers.get("Access-Control-Allow-Headers")).toContain("Content-Type");
    expect(response.headers.get("Access-Control-Allow-Headers")).not.toContain("Authorization");
  });

  test("do not read what a team's own facts say", async () => {
    const response = await smallApi({ catalog: withOwnFacts }).request(address, {
      headers: origin,
    });
    expect(response.status).toBe(200);
    expect(response.headers.get("Access-Control-Allow-Origin")).toBeNull();
  });
});
