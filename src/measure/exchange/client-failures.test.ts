import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { asker, limits, promptOf, said } from "../../../test/endpoints/asker.ts";
import {
  certificate,
  type FaultyEndpoint,
  openFaultyEndpoint,
} from "../../../test/endpoints/faulty-endpoint.ts";

let server: FaultyEndpoint;
const { open, ask, closeAll } = asker(() => server.baseUrl);

beforeAll(async () => {
  server = await openFaultyEndpoint();
});
afterEach(closeAll);
afterAll(() => server.close());

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
    },
  );

  test.each`
    fault            | isStreamed | short                   | code                    | because
    ${"slow:60000"}  | ${true}    | ${"firstByteTimeoutMs"} | ${"first-byte-timeout"} | ${"no byte in time"}
    ${"silent-head"} | ${true}    | ${"firstByteTimeoutMs"} | ${"first-byte-timeout"} | ${"a head alone is no answer"}
    ${"stall"}       | ${true}    | ${"idleTimeoutMs"}      | ${"stalled"}            | ${"silence in the stream"}
    ${"stall"}       | ${false}   | ${"idleTimeoutMs"}      | ${"stalled"}            | ${"silence in the body"}
    ${"comments:20"} | ${true}    | ${"totalTimeoutMs"}     | ${"total-timeout"}      | ${"comments for ever"}
  `(
    "$fault ends after $short: $code, because $because",
    async ({ fault, isStreamed, short, code }) => {
      const client = open({ isStreamed, limits: { ...limits, [short]: 100 } });
      const { attempt } = await ask(client, `[[${fault}]] ${isStreamed}`);
      expect(attempt.outcome).toMatchObject({ ok: false, failure: { code } });
      expect(attempt.timings.endMs).toBeGreaterThanOrEqual(100);
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

  test("requests that wait for a connection fail with it", async () => {
    const client = open({ baseUrl: "http://127.0.0.1:9/v1" }, { connections: 1 });
    const all = await Promise.all([1, 2, 3, 4].map((each) => ask(client, `wait ${each}`)));
    expect(all.map(said)).toEqual(Array(4).fill("refused"));
  });

  test("a client that is closed ends its requests", async () => {
    const client = open({}, { connections: 1 });
    const both = Promise.all([1, 2].map((each) => ask(client, `[[slow:60000]] close ${each}`)));
    setTimeout(() => client.close(), 30);
    expect((await both).map(said)).toEqual(["cancelled", "cancelled"]);
    expect(said(await ask(client, "afterwards"))).toBe("cancelled");
  });

  test("a signal ends a request under way, and one that waits for a connection", async () => {
    const client = open({}, { connections: 1 });
    const controller = new AbortController();
    const prompt = promptOf("[[stall]] abort");
    const options = { cell: "c", number: 1, dueAt: 0, signal: controller.signal };
    const both = [client.ask(prompt, options), client.ask(prompt, options)];
    setTimeout(() => controller.abort(), 30);
    expect((await Promise.all(both)).map(said)).toEqual(["cancelled", "cancelled"]);
    expect(said(await client.ask(prompt, options))).toBe("cancelled");
    expect(said(await ask(client, "afterwards"))).toContain("forty-two");
  });
});
