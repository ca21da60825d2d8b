import { request } from "node:http";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Deps } from "../../src/operations/operation.ts";
import { remoteDeps } from "../../src/operations/remote-deps.ts";
import { depsOf } from "../builders/deps-of.ts";
import { smallCatalog } from "../cli/small-catalog.ts";
import { greeting, RawStdio } from "./raw-stdio.ts";
import { overHttp, type Served } from "./servers.ts";

const small: Partial<Deps> = { catalog: async () => ({ ok: true, value: smallCatalog }) };

describe("over stdio", () => {
  test.each([
    ["2024-11-05", "2024-11-05"],
    ["2025-06-18", "2025-06-18"],
    ["2026-07-28", "2025-11-25"],
    ["1999-01-01", "2025-11-25"],
  ])("who greets with protocol %s is answered in %s", async (asked, spoken) => {
    const server = new RawStdio();
    expect(await server.ask(1, "initialize", greeting(asked))).toMatchObject({
      id: 1,
      result: { protocolVersion: spoken, serverInfo: { name: "steelyard" } },
    });
    server.write('{"jsonrpc":"2.0","method":"notifications/initialized"}');
    const params = { name: "gap", arguments: { scoreA: 1 } };
    expect(await server.ask(2, "tools/call", params)).toMatchObject({
      id: 2,
      result: { isError: true },
    });
    server.hangUp();
    expect(await server.ended).toEqual({ exitCode: 0, signal: null, stderr: "" });
  });

  test("what is no message is told in the log, and the next one is answered", async () => {
    const server = new RawStdio();
    await server.ask(1, "initialize", greeting("2025-11-25"));
    server.write('{"jsonrpc": "2.0", "id": 7, "method"');
    server.write("[1, 2]");
    expect(await server.ask(2, "tools/call", { name: "cost", arguments: "all" })).toMatchObject({
      id: 2,
      error: { code: -32602 },
    });
    expect(await server.ask(3, "no/such/method")).toMatchObject({ id: 3, error: { code: -32601 } });
    expect(await server.ask(4, "tools/call", { name: "gap" })).toMatchObject({
      result: { isError: true, structuredContent: { code: "invalid-input" } },
    });
    server.hangUp();
    const { exitCode, stderr } = await server.ended;
    expect(exitCode).toBe(0);
    expect(stderr).toMatch(/^steelyard: /);
  });

  test.each(["SIGTERM", "SIGINT"] as const)("ends cleanly on %s", async (signal) => {
    const server = new RawStdio();
    await server.ask(1, "initialize", greeting("2025-11-25"));
    server.kill(signal);
    expect(await server.ended).toEqual({ exitCode: 0, signal: null, stderr: "" });
  });

  test.each([
    [["--as-of", "tomorrow"], /`asOf` is not valid/],
    [["--facts", "no-such-file.yaml"], /no-such-file\.yaml/],
    [["loud"], /too many arguments/],
  ])("does not start with %j", async (args, said) => {
    const server = new RawStdio(args);
    const { exitCode, stderr } = await server.ended;
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(said);
  });
});

describe("over HTTP", () => {
  let served: Served;

  beforeAll(async () => {
    served = await overHttp(depsOf(small));
  });

  afterAll(() => served.stop());

  const post = (body: string, headers: Readonly<Record<string, string>> = {}) =>
    new Promise<{ readonly status: number; readonly text: string }>((resolve, reject) => {
      const sent = request(
        served.url,
        {
          method: "POST",
          headers: {
            "content-type": "application/json",
            accept: "application/json, text/event-stream",
            ...headers,
          },
        },
        (response) => {
          let text = "";
          response.on("data", (chunk) => {
            text += String(chunk);
          });
          response.on("end", () => resolve({ status: response.statusCode ?? 0, text }));
        },
      );
      sent.on("error", reject);
      sent.end(body);
    });
  const call = JSON.stringify({
    jsonrpc: "2.0",
    id: 1,
    method: "tools/call",
    params: { name: "models", arguments: { limit: 1 } },
  });

  test("a plain request is answered without a session", async () => {
    const { status, text } = await post(call);
    expect(status).toBe(200);
    expect(text).toContain("openai/gpt-4.1");
  });

  test.each([
    ["another name of this machine, as a rebound page would use", { host: "evil.example" }],
    ["a page of another site", { origin: "https://evil.example" }],
    ["a page of no site", { origin: "null" }],
  ])("refuses %s", async (_, headers) => {
    expect(await post(call, headers)).toMatchObject({ status: 403 });
  });

  test.each([
    ["localhost", { host: "localhost:4400" }],
    ["a page of this machine", { origin: "http://localhost:5173" }],
  ])("answers %s", async (_, headers) => {
    expect(await post(call, headers)).toMatchObject({ status: 200 });
  });

  test.each([
    ["what is no JSON", "{", {}, 400],
    ["nothing", "", {}, 400],
    ["a form", "a=1", { "content-type": "application/x-www-form-urlencoded" }, 415],
  ])("refuses %s", async (_, body, headers, status) => {
    expect(await post(body, headers)).toMatchObject({ status });
  });

  test("keeps no stream open for who asks for one", async () => {
    const { status } = await fetch(served.url, { headers: { accept: "text/event-stream" } });
    expect(status).toBe(405);
  });

  test.each([
    ["scan", { path: "/etc" }],
    ["cost", { routes: ["openai/gpt-4.1"], facts: ["/etc/passwd"] }],
    ["cost", { routes: ["openai/gpt-4.1"], text: "/etc/passwd" }],
    ["find", { workload: "/etc/passwd" }],
    ["changes", { from: "/etc" }],
    ["decide", { file: "/etc/record.md", models: ["gpt-4.1", "qwen3.5-4b"] }],
  ])("opens nothing of the server's own disk: %s %j", async (name, input) => {
    const remote = await overHttp(remoteDeps(depsOf(small)));
    const client = await remote.connect();
    const { isError, structuredContent } = await client.callTool({ name, arguments: input });
    expect(isError).toBe(true);
    expect(structuredContent).toMatchObject({ code: "not-served-here" });
    await client.close();
    await remote.stop();
  });

  test("waits for no changes, since there are none", async () => {
    const client = await served.connect("auto");
    const listening = client.listen({ toolsListChanged: true });
    await expect(listening).rejects.toThrow(/limit/i);
    await client.close();
  });

  test("a bug is reported apart, not to who asked", async () => {
    const broken = await overHttp(
      depsOf({
        catalog: async () => {
          throw new Error("/home/somebody is not there");
        },
      }),
    );
    const client = await broken.connect();
    const { isError, content } = await client.callTool({ name: "models" });
    expect(isError).toBe(true);
    expect(JSON.stringify(content)).toContain("Something went wrong in steelyard itself.");
    expect(JSON.stringify(content)).not.toContain("somebody");
    expect(broken.reported.join("\n")).toContain("somebody");
    await expect(client.readResource({ uri: "steelyard://catalog" })).rejects.toThrow(/went wrong/);
    await client.close();
    await broken.stop();
  });
});
