import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { asker, key, limits, promptOf, said } from "../../../test/endpoints/asker.ts";
import {
  type FaultyEndpoint,
  openFaultyEndpoint,
} from "../../../test/endpoints/faulty-endpoint.ts";
import { openClient } from "./client.ts";

let server: FaultyEndpoint;
const { open, ask, closeAll } = asker(() => server.baseUrl);

beforeAll(async () => {
  server = await openFaultyEndpoint();
});
afterEach(closeAll);
afterAll(() => server.close());

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

  test("is complete once its reason to end came, though nothing follows", async () => {
    const client = open({ limits: { ...limits, idleTimeoutMs: 100 } });
    const startedAt = performance.now();
    const { attempt } = await ask(client, "[[silent-end]]");
    const waitedMs = performance.now() - startedAt - attempt.timings.endMs;
    expect(attempt.outcome.ok).toBe(true);
    expect(waitedMs).toBeGreaterThan(90);
  });

  test("tells how late our own event loop ran meanwhile", async () => {
    const asked = ask(open(), "[[slow:80]] lag");
    setTimeout(() => {
      for (const end = performance.now() + 60; performance.now() < end; );
    }, 20);
    expect((await asked).attempt.timings.loopLagMs).toBeGreaterThan(40);
  });
});

describe("what may be mended at once", () => {
  test("a connection that was closed in between is told, and a fresh one is opened", async () => {
    const client = open();
    const failed = await ask(client, "[[reset x1]]");
    expect(failed.again).toBe("on-a-fresh-connection");
    const before = server.connections();
    const prompt = promptOf("[[reset x1]]");
    const again = await client.ask(prompt, { cell: "c", number: 2, dueAt: 0, isFresh: true });
    expect(again.attempt.outcome.ok).toBe(true);
    expect(server.connections()).toBe(before + 1);
  });

  test("connections that are closed after each answer spoil none", async () => {
    const client = open();
    for (let each = 0; each < 20; each++) {
      const asked = await ask(client, `[[closes-after]] ${each}`);
      if (!asked.attempt.outcome.ok) expect(asked.again).toBe("on-a-fresh-connection");
    }
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
  const opened = openClient(endpoint, { environment: { TEST_KEY: key } });
  expect(opened).toMatchObject({ ok: false, problem: { code: "invalid-input", where } });
});
