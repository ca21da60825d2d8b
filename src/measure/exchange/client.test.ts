import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import {
  certificate,
  type FaultyEndpoint,
  openFaultyEndpoint,
} from "../../../test/endpoints/faulty-endpoint.ts";
import type { Endpoint } from "../../core/runs/endpoint.ts";
import type { Asked } from "./asked.ts";
import { type Client, type ClientOptions, openClient } from "./client.ts";

const key = "sk-test-0123456789abcdef";
const environment = { TEST_KEY: key };
const limits = {
  firstByteTimeoutMs: 10_000,
  idleTimeoutMs: 10_000,
  totalTimeoutMs: 20_000,
  attempts: 3,
  maxBodyBytes: 4 * 1024 * 1024,
  isInsecureAllowed: false,
};

let server: FaultyEndpoint;
const clients: Client[] = [];

beforeAll(async () => {
  server = await openFaultyEndpoint();
});
afterEach(async () => {
  await Promise.all(clients.splice(0).map((client) => client.close()));
});
afterAll(() => server.close());

function open(change: Partial<Endpoint> = {}, options: Partial<ClientOptions> = {}): Client {
  const endpoint: Endpoint = {
    ...{ id: "test", baseUrl: server.baseUrl, model: "m", dialect: "chat-completions" },
    ...{ keyVariable: "TEST_KEY", parameters: { temperature: 0 }, isStreamed: true, limits },
    ...change,
  };
  const opened = openClient(endpoint, { environment, ...options });
  if (!opened.ok) throw new Error(JSON.stringify(opened.problem));
  clients.push(opened.value);
  return opened.value;
}

function ask(client: Client, text: string, number = 1): Promise<Asked> {
  const prompt = { id: "p", messages: [{ role: "user" as const, content: text }] };
  return client.ask(prompt, { cell: "c", number, dueAt: client.clock.now() });
}

const said = ({ attempt: { outcome } }: Asked) =>
  outcome.ok ? outcome.answer.text : outcome.failure.code;

describe("an answer", () => {
  test.each([true, false])("is read with its usage, streamed: %s", async (isStreamed) => {
    const { attempt } = await ask(open({ isStreamed }), "hello");
    expect(attempt.outcome).toEqual({
      ok: true,
      answer: {
        ...{ text: "The answer to your question is forty-two.", reasoning: "", toolCalls: [] },
        finish: { raw: "stop", normal: "stop" },
        usage: {
          ...{ inputTokens: 7, outputTokens: 7 },
          ...{ cachedInputTokens: null, reasoningTokens: null },
        },
        ...{ servedModel: "m", fingerprint: "fp_test", provider: null },
      },
    });
  });

  test("has the time of its first content, of each piece and of its end", async () => {
    const { timings } = (await ask(open(), "[[paced:5]]")).attempt;
    const { firstByteMs, firstContentMs, endMs, chunkMs } = timings;
    expect(chunkMs).toHaveLength(7);
    expect(firstByteMs).toBeLessThanOrEqual(firstContentMs ?? 0);
    expect(chunkMs[0]).toBe(firstContentMs);
    expect(chunkMs.toSorted((a, b) => a - b)).toEqual(chunkMs);
    expect(chunkMs.at(-1)).toBeLessThanOrEqual(endMs);
    expect(timings.isBurst).toBe(false);
  });

  test("that comes at once is no stream", async () => {
    expect((await ask(open(), "at once")).attempt.timings.isBurst).toBe(true);
    const whole = await ask(open({ isStreamed: false }), "whole");
    expect(whole.attempt.timings.isBurst).toBe(false);
  });

  test("does not count the wait for a free connection", async () => {
    const client = open({}, { connections: 1 });
    const startedAt = client.clock.now();
    const both = await Promise.all([ask(client, "[[slow:80]] 1"), ask(client, "[[slow:80]] 2")]);
    const timings = both.map(({ attempt }) => attempt.timings);
    const elapsedMs = client.clock.now() - startedAt;
    expect(Math.max(...timings.map(({ queuedMs }) => queuedMs))).toBeGreaterThanOrEqual(75);
    expect(timings.reduce((sum, { endMs }) => sum + endMs, 0)).toBeLessThanOrEqual(elapsedMs);
  });

  test("is complete when the endpoint says so, though it keeps the connection open", async () => {
    const startedAt = performance.now();
    const asked = await ask(open(), "[[never-ends]]");
    const waitedMs = performance.now() - startedAt - asked.attempt.timings.endMs;
    expect(said(asked)).toContain("forty-two");
    expect(waitedMs).toBeGreaterThan(200);
  });
});

describe("a failure is put where it belongs", () => {
  test.each`
    fault                    | isStreamed | code                    | because
    ${"limited"}             | ${true}    | ${"rate-limited"}       | ${"429"}
    ${"status:500"}          | ${true}    | ${"server-error"}       | ${"500"}
    ${"status:503"}          | ${true}    | ${"server-error"}       | ${"503"}
    ${"status:529"}          | ${true}    | ${"server-error"}       | ${"a status of their own"}
    ${"status:400"}          | ${true}    | ${"bad-request"}        | ${"400"}
    ${"status:401"}          | ${true}    | ${"unauthorised"}       | ${"401"}
    ${"status:404"}          | ${true}    | ${"not-found"}          | ${"404"}
    ${"html"}                | ${true}    | ${"wrong-content-type"} | ${"HTML with 200"}
    ${"html"}                | ${false}   | ${"wrong-content-type"} | ${"HTML with 200"}
    ${"text-type"}           | ${false}   | ${"wrong-content-type"} | ${"JSON that calls itself text"}
    ${"gzip"}                | ${false}   | ${"wrong-content-type"} | ${"packed though nobody asked"}
    ${"no-choices"}          | ${false}   | ${"no-choices"}         | ${"choices: []"}
    ${"null"}                | ${false}   | ${"empty-answer"}       | ${"content: null"}
    ${"error-in-body"}       | ${false}   | ${"error-in-body"}      | ${"an error with 200"}
    ${"error-in-body"}       | ${true}    | ${"error-in-body"}      | ${"an error instead of a stream"}
    ${"error-in-stream"}     | ${true}    | ${"error-in-body"}      | ${"an error in the stream"}
    ${"cut"}                 | ${false}   | ${"truncated"}          | ${"half of the JSON"}
    ${"short"}               | ${false}   | ${"truncated"}          | ${"less than the length it states"}
    ${"empty"}               | ${false}   | ${"truncated"}          | ${"no body at all"}
    ${"cut-stream"}          | ${true}    | ${"truncated"}          | ${"a stream without an end"}
    ${"garbled"}             | ${false}   | ${"malformed-json"}     | ${"JSON that is wrong"}
    ${"garbled-stream"}      | ${true}    | ${"malformed-json"}     | ${"an event that is wrong"}
    ${"reset"}               | ${true}    | ${"reset"}              | ${"before the head"}
    ${"reset-in-body"}       | ${true}    | ${"reset"}              | ${"in the stream"}
    ${"reset-in-body"}       | ${false}   | ${"reset"}              | ${"in the body"}
    ${"endless"}             | ${true}    | ${"too-large"}          | ${"a gigabyte"}
    ${"redirect:http://a.b"} | ${true}    | ${"redirected"}         | ${"redirects are not followed"}
  `(
    "$fault, streamed $isStreamed: $code, because $because",
    async ({ fault, isStreamed, code }) => {
      const { attempt } = await ask(open({ isStreamed }), `[[${fault}]] ${isStreamed}`);
      expect(attempt.outcome).toMatchObject({ ok: false, failure: { code } });
      expect(Object.keys(failureKinds)).toContain(code);
      expect(attempt.timings.endMs).toBeLessThan(limits.totalTimeoutMs + 500);
    },
  );

  test("a stream without [DONE] that says why it ended is an answer", async () => {
    expect(said(await ask(open(), "[[no-done]]"))).toContain("forty-two");
  });

  test("a gigabyte is cut in little memory", async () => {
    const client = open({}, { rawLimitBytes: 0 });
    const before = process.memoryUsage().arrayBuffers;
    await ask(client, "[[endless]] twice");
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(64 * 1024 * 1024);
  });

  test.each`
    charset                 | text             | because
    ${"utf-8/utf8"}         | ${"né à Zürich"} | ${"as it says"}
    ${"iso-8859-1/latin1"}  | ${"né à Zürich"} | ${"another one is decoded"}
    ${"utf-16le/utf16le"}   | ${"né à Zürich"} | ${"of two bytes as well"}
    ${"utf-8/latin1"}       | ${"n� � Z�rich"} | ${"bytes that fit no character are marked"}
    ${"no-such-thing/utf8"} | ${"né à Zürich"} | ${"an unknown one is taken for UTF-8"}
  `("charset $charset is read, because $because", async ({ charset, text }) => {
    expect(said(await ask(open({ isStreamed: false }), `[[charset:${charset}]]`))).toBe(text);
  });

  test("an unknown host, a closed port and a bad certificate are the way's failures", async () => {
    const at = (baseUrl: string, options = {}) => ask(open({ baseUrl }, options), "hello");
    expect(said(await at("https://nowhere.invalid/v1"))).toBe("host-not-found");
    expect(said(await at("http://127.0.0.1:9/v1"))).toBe("refused");
    const secure = await openFaultyEndpoint(certificate("valid"));
    const expired = await openFaultyEndpoint(certificate("expired"));
    const trusting = (name: "valid" | "expired") => ({ certificateAuthority: certificate(name) });
    expect(said(await at(secure.baseUrl))).toBe("certificate");
    expect(said(await at(secure.baseUrl, trusting("valid")))).toContain("forty-two");
    expect(said(await at(expired.baseUrl, trusting("expired")))).toBe("certificate");
    await Promise.all([secure.close(), expired.close()]);
  });

  test("a signal ends a request under way, and one that waits for a connection", async () => {
    const client = open({}, { connections: 1 });
    const controller = new AbortController();
    const prompt = { id: "p", messages: [{ role: "user" as const, content: "[[stall]] abort" }] };
    const options = { cell: "c", number: 1, dueAt: 0, signal: controller.signal };
    const both = [client.ask(prompt, options), client.ask(prompt, options)];
    setTimeout(() => controller.abort(), 30);
    expect((await Promise.all(both)).map(said)).toEqual(["cancelled", "cancelled"]);
    expect(said(await client.ask(prompt, options))).toBe("cancelled");
    expect(said(await ask(client, "afterwards"))).toContain("forty-two");
  });
});

describe("what may be mended at once", () => {
  test("a connection that was closed in between is told, and a fresh one is opened", async () => {
    const client = open();
    const failed = await ask(client, "[[reset x1]]");
    expect(failed.again).toBe("on-a-fresh-connection");
    const before = server.connections();
    const prompt = { id: "p", messages: [{ role: "user" as const, content: "[[reset x1]]" }] };
    const again = await client.ask(prompt, { cell: "c", number: 2, dueAt: 0, isFresh: true });
    expect(again.attempt.outcome.ok).toBe(true);
    expect(server.connections()).toBe(before + 1);
  });

  test("an endpoint that refuses to be asked for usage is asked without from then on", async () => {
    const client = open();
    const refused = await ask(client, "[[refuses-usage]]");
    expect([said(refused), refused.again]).toEqual(["bad-request", "without-usage"]);
    expect(said(await ask(client, "[[refuses-usage]]", 2))).toContain("forty-two");
    expect(server.seen.at(-1)?.body).not.toContain("stream_options");
  });
});

describe("the key", () => {
  test.each(["answer", "error", "redirect", "split"])("never comes back: %s", async (where) => {
    const asked = await ask(open({ isStreamed: where === "split" }), `[[echo:${where}]]`);
    const kept = `${JSON.stringify(asked.attempt)}${Buffer.from(asked.raw ?? []).toString()}`;
    expect(server.seen.at(-1)?.authorization).toBe(`Bearer ${key}`);
    expect(kept).not.toContain(key);
    expect(kept).not.toContain(Buffer.from(key).toString("base64"));
    expect(kept).toContain("[key]");
  });

  test("is not sent where a redirect points", async () => {
    const other = await openFaultyEndpoint();
    await ask(open(), `[[redirect:${other.baseUrl}/chat/completions]]`);
    expect(other.seen).toEqual([]);
    await other.close();
  });

  test("stands in the raw exchange by the name of its variable", async () => {
    const { raw } = await ask(open(), "raw");
    const text = Buffer.from(raw ?? []).toString();
    expect(text).toContain("authorization: Bearer $TEST_KEY");
    expect(text).toContain("data: [DONE]");
  });
});

test.each`
  change                                          | where                    | because
  ${{ baseUrl: "nothing" }}                       | ${"test: baseUrl"}       | ${"no address"}
  ${{ baseUrl: "ftp://a.b" }}                     | ${"test: baseUrl"}       | ${"not the web"}
  ${{ baseUrl: "http://example.com/v1" }}         | ${"test: baseUrl"}       | ${"keys would be readable"}
  ${{ baseUrl: "https://me:secret@example.com" }} | ${"test: baseUrl"}       | ${"a secret in an address"}
  ${{ keyVariable: "NOT_SET" }}                   | ${"test: authorization"} | ${"no key"}
  ${{ keyVariable: "sk-abc" }}                    | ${"test: keyVariable"}   | ${"the key itself"}
  ${{ headers: { "api-key": "$NOT_SET" } }}       | ${"test: api-key"}       | ${"nothing to fill in"}
  ${{ headers: { Host: "example.com" } }}         | ${"test: headers.host"}  | ${"a header of the connection"}
  ${{ headers: { "x-a": "b\r\nx-c: d" } }}        | ${"test: x-a"}           | ${"a header in a header"}
`("an endpoint is refused at $where, because $because", ({ change, where }) => {
  const endpoint = {
    ...{ id: "test", baseUrl: "https://example.com", model: "m", parameters: {}, limits },
    ...{ dialect: "chat-completions" as const, isStreamed: true, ...change },
  };
  const opened = openClient(endpoint, { environment });
  expect(opened).toMatchObject({ ok: false, problem: { code: "invalid-input", where } });
});
