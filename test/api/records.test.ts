import { mkdtempSync, readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { readDecision, writeDecision } from "../../src/store/decision-file.ts";
import { post, smallServer } from "./small-api.ts";

const token = "a-token-of-this-test";
const shown = { Authorization: `Bearer ${token}` };
const record = { file: "2026-11-model.md", models: ["gpt-4.1", "qwen3.5-4b"] };

let records = "";
beforeEach(() => {
  records = mkdtempSync(join(tmpdir(), "steelyard-records-"));
});

const server = (options: { readonly token?: string } = { token }) =>
  smallServer({ records, ...options }, { readDecision, writeDecision });

describe("a decision record", () => {
  test("is written by who shows the token, and held against today by anybody", async () => {
    const app = server();
    const written = await app.request("/v1/decide", post(record, shown));
    expect(written.status).toBe(200);
    expect(await written.json()).toMatchObject({ done: "written", file: record.file });
    expect(readdirSync(records)).toEqual([record.file]);
    const check = { file: record.file, check: true };
    const checked = await app.request("/v1/decide", post(check));
    expect(await checked.json()).toMatchObject({ done: "checked", stands: true });
    const again = await app.request("/v1/decide", post(record, shown));
    expect(again.status).toBe(409);
  });

  test.each([
    { because: "none is shown", headers: {} },
    { because: "it is another", headers: { Authorization: "Bearer another" } },
    { because: "it is a part", headers: { Authorization: `Bearer ${token.slice(1)}` } },
    { because: "it is shown otherwise", headers: { Authorization: `Basic ${token}` } },
    { because: "it is empty", headers: { Authorization: "Bearer " } },
  ])("is not written without the token: $because", async ({ headers }) => {
    const response = await server().request("/v1/decide", post(record, headers));
    expect(response.status).toBe(401);
    expect(response.headers.get("WWW-Authenticate")).toContain("Bearer");
    expect(await response.json()).toMatchObject({ code: "token-needed" });
    expect(readdirSync(records)).toEqual([]);
  });

  test("is written by nobody where the server has no token", async () => {
    const response = await server({}).request("/v1/decide", post(record, shown));
    expect(response.status).toBe(401);
  });

  test.each(["../a.md", "/tmp/a.md", "a/b.md", "..", ".hidden.md", "a.txt", "a\0.md", "a\\b.md"])(
    "is not called %j",
    async (file) => {
      for (const asked of [
        { ...record, file },
        { file, check: true },
      ]) {
        const response = await server().request("/v1/decide", post(asked, shown));
        expect(response.status).toBe(400);
        expect(await response.json()).toMatchObject({ code: "invalid-input", where: "file" });
      }
    },
  );

  test("that is not there is called as it was asked for", async () => {
    const response = await server().request("/v1/decide", post({ file: "none.md", check: true }));
    expect(response.status).toBe(404);
    expect(await response.text()).not.toContain(records);
  });
});
