import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { post, smallApi, smallServer } from "./small-api.ts";

const address = "/v1/compare?models=gpt-4.1,qwen3.5-4b";

describe("what is served", () => {
  test.each`
    path                       | status | because
    ${"/healthz"}              | ${200} | ${"the process lives"}
    ${"/readyz"}               | ${200} | ${"its catalog is open"}
    ${"/problems/too-busy"}    | ${200} | ${"each problem has a page"}
    ${"/problems/none"}        | ${404} | ${"this is no problem"}
    ${"/problems/..%2f..%2fx"} | ${404} | ${"no way leads out"}
    ${"/nowhere"}              | ${404} | ${"there is no such page"}
  `("$path is $status: $because", async ({ path, status }) => {
    expect((await smallServer().request(path)).status).toBe(status);
  });

  test("is not ready while it stops, nor without its catalog", async () => {
    const stopping = await smallServer({ isStopping: () => true }).request("/readyz");
    expect(stopping.status).toBe(503);
    const problem = { code: "catalog-unreadable", reason: "there is none" } as const;
    const catalog = async () => ({ ok: false, problem }) as const;
    expect((await smallServer({}, { catalog }).request("/readyz")).status).toBe(503);
  });

  test("opens its catalog once", async () => {
    let opened = 0;
    const catalog = async () => {
      opened++;
      return { ok: false, problem: { code: "catalog-unreadable", reason: "" } } as const;
    };
    const app = smallServer({}, { catalog });
    await Promise.all([app.request("/readyz"), app.request("/readyz")]);
    expect(opened).toBe(1);
  });

  test("lays the facts files it was started with over every answer", async () => {
    const asked: (readonly string[])[] = [];
    const catalog = async (files: readonly string[]) => {
      asked.push(files);
      return { ok: false, problem: { code: "catalog-unreadable", reason: "" } } as const;
    };
    await smallServer({ facts: ["own.yaml"] }, { catalog }).request("/v1/models");
    expect(new Set(asked.flat())).toEqual(new Set(["own.yaml"]));
  });

  test.each([address, "/nowhere", "/v1/compare", "/healthz"])(
    "is guarded by its headers: %s",
    async (path) => {
      const { headers } = await smallServer().request(path);
      expect(headers.get("Content-Security-Policy")).toContain("default-src 'none'");
      expect(headers.get("X-Content-Type-Options")).toBe("nosniff");
      expect(headers.get("Referrer-Policy")).toBe("no-referrer");
    },
  );
});

describe("compression", () => {
  const plain = async () => (await smallApi().request(address)).text();

  test.each`
    accepted           | encoding  | because
    ${"br, gzip"}      | ${"br"}   | ${"it is the smaller"}
    ${"gzip, deflate"} | ${"gzip"} | ${"it is what is accepted"}
    ${"gzip, br;q=0"}  | ${"gzip"} | ${"the other is refused"}
    ${"identity"}      | ${null}   | ${"none is accepted"}
    ${""}              | ${null}   | ${"none is named"}
  `("by $encoding for '$accepted': $because", async ({ accepted, encoding }) => {
    const app = smallServer();
    for (const _ of ["computed", "kept"]) {
      const headers = { "Accept-Encoding": accepted };
      const response = await app.request(address, { headers });
      expect(response.headers.get("Content-Encoding")).toBe(encoding);
      expect(response.headers.get("Vary")).toContain("Accept-Encoding");
      expect(response.headers.get("ETag")).toMatch(/^W\//);
      const body = Buffer.from(await response.arrayBuffer());
      const unpack = { br: brotliDecompressSync, gzip: gunzipSync }[String(encoding)];
      expect((unpack?.(body) ?? body).toString("utf8")).toBe(await plain());
    }
  });

  test("is not for what fits a packet as it is", async () => {
    const headers = { "Accept-Encoding": "br" };
    const response = await smallServer().request("/v1/nothing", { headers });
    expect(response.headers.get("Content-Encoding")).toBeNull();
  });
});

describe("who asks too much is refused", () => {
  const large = post({ search: "a".repeat(1_100_000) });

  test.each`
    path                                         | request  | status | because
    ${`/v1/models?search=${"a".repeat(20_000)}`} | ${{}}    | ${414} | ${"the address is too long"}
    ${"/v1/models"}                              | ${large} | ${413} | ${"the body is too large"}
    ${"/mcp"}                                    | ${large} | ${413} | ${"whatever it is for"}
  `("with $status: $because", async ({ path, request, status }) => {
    const response = await smallServer().request(path, request);
    expect(response.status).toBe(status);
    expect(response.headers.get("Content-Type")).toBe("application/problem+json");
  });

  test.each`
    url                               | status | because
    ${"http://localhost:4400/v1"}     | ${200} | ${"it is this machine"}
    ${"http://127.0.0.1:4400/v1"}     | ${200} | ${"likewise"}
    ${"http://[::1]:4400/v1"}         | ${200} | ${"likewise"}
    ${"http://evil.example:4400/v1"}  | ${421} | ${"another name was made to lead here"}
    ${"http://localhost.evil.org/v1"} | ${421} | ${"a name may begin like ours"}
  `("asked as $url, $status: $because", async ({ url, status }) => {
    const hosts = ["localhost", "127.0.0.1", "[::1]"];
    expect((await smallServer({ hosts }).request(url)).status).toBe(status);
  });
});
