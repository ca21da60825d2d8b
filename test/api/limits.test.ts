import { once } from "node:events";
import { connect } from "node:net";
import * as timers from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { stop } from "../../src/faces/serve/stopping.ts";
import { smallCatalog } from "../cli/small-catalog.ts";
import { ask, type Loopback, listenHere, send } from "./loopback-server.ts";

const head = (method: string, path: string, ...lines: readonly string[]) =>
  [`${method} ${path} HTTP/1.1`, "Host: localhost", "Connection: close", ...lines, "", ""].join(
    "\r\n",
  );
const json = "Content-Type: application/json";

let here: Loopback;
beforeAll(async () => {
  here = await listenHere();
});
afterAll(() => stop(here.server, 100));

describe("a path is taken as it is", () => {
  test.each`
    path                             | status | because
    ${"/v1/../healthz"}              | ${200} | ${"it names what it leads to, and that is open to all"}
    ${"/v1/%2e%2e/healthz"}          | ${200} | ${"likewise"}
    ${"/v1/..%2f..%2fetc%2fpasswd"}  | ${404} | ${"no operation is called so"}
    ${"/problems/..%2f..%2fpackage"} | ${404} | ${"no page is called so"}
    ${"/problems/%2e%2e%2fREADME"}   | ${404} | ${"likewise"}
    ${"/../../../../etc/passwd"}     | ${404} | ${"nothing lies above the root"}
    ${"/v1/compare%00"}              | ${404} | ${"a zero character is part of the name"}
    ${"/v1/compare%zz"}              | ${404} | ${"what is no escape stays as it is"}
    ${"/v1/__proto__"}               | ${404} | ${"what every object has is no operation"}
    ${"//v1//compare"}               | ${404} | ${"there is no such page"}
    ${"/v1/models?search=%00%ff"}    | ${200} | ${"no name holds it"}
    ${"/v1/models?%"}                | ${400} | ${"there is no such parameter"}
  `("$path is $status: $because", async ({ path, status }) => {
    expect((await ask(here, path)).status).toBe(status);
  });

  test.each`
    request                                                                                | status | because
    ${head("GET", "/v1\\..\\healthz")}                                                     | ${400} | ${"no address holds such a sign"}
    ${head("GET", "nonsense")}                                                             | ${400} | ${"an address begins with a slash"}
    ${"nonsense\r\n\r\n"}                                                                  | ${400} | ${"this is no request"}
    ${"GET /v1 HTTP/1.1\r\n\r\n"}                                                          | ${400} | ${"no host is named"}
    ${head("GET", `/v1/models?search=${"a".repeat(9e4)}`)}                                 | ${431} | ${"nobody asks so much in an address"}
    ${head("GET", "/v1", `X-Long: ${"a".repeat(9e4)}`)}                                    | ${431} | ${"nor in a header"}
    ${head("POST", "/v1/models", json, "Content-Length: 5", "Transfer-Encoding: chunked")} | ${400} | ${"it has two lengths"}
  `("$status: $because", async ({ request, status }) => {
    const answer = await send(here, request);
    expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
  });
});

describe("a body that is too large is not read to its end", () => {
  const part = "a".repeat(64 * 1024);

  test("when it says so itself", async () => {
    const request = head("POST", "/v1/models", json, "Content-Length: 104857600");
    expect(await send(here, request + part)).toMatch(/^HTTP\/1.1 413 /);
  });

  test("when it does not end", async () => {
    let sent = 0;
    const endless = async function* () {
      yield head("POST", "/v1/models", json, "Transfer-Encoding: chunked");
      for (; sent < 1600; sent++) {
        yield `10000\r\n${part}\r\n`;
        await timers.setTimeout(0);
      }
    };
    expect(await send(here, endless())).toMatch(/^HTTP\/1.1 413 /);
    expect(sent).toBeLessThan(1600);
  });
});

describe("who is slow holds nobody up", () => {
  test("headers that never end are cut off, and others are answered meanwhile", async () => {
    const quick = await listenHere({ headersMs: 300, requestMs: 300 });
    const slow = async function* () {
      yield "GET /v1 HTTP/1.1\r\nHost: localhost\r\n";
      for (let count = 0; count < 100; count++) {
        await timers.setTimeout(50);
        yield `X-${count}: a\r\n`;
      }
    };
    const cut = Promise.all(Array.from({ length: 20 }, () => send(quick, slow())));
    expect((await ask(quick, "/healthz")).status).toBe(200);
    for (const answer of await cut) expect(answer).toMatch(/^HTTP\/1.1 408 [\s\S]*too-slow/);
    await stop(quick.server, 100);
  });

  test("a body that never ends is cut off", async () => {
    const quick = await listenHere({ headersMs: 300, requestMs: 300 });
    const request = head("POST", "/v1/models", json, "Content-Length: 100");
    expect(await send(quick, `${request}{`)).not.toMatch(/^HTTP\/1.1 200 /);
    await stop(quick.server, 100);
  });
});

describe("who goes away in the middle", () => {
  test.each([json, `${json}\r\nTransfer-Encoding: chunked`])("is no bug: %j", async (line) => {
    const bugs: unknown[] = [];
    const told = await listenHere({}, {}, (error) => bugs.push(error));
    const length = line.includes("chunked") ? [] : ["Content-Length: 100"];
    const gone = connect(told.port, "127.0.0.1", () => {
      gone.write(`${head("POST", "/v1/models", line, ...length)}5\r\n{"a":`);
    });
    await once(told.server, "request");
    gone.destroy();
    await once(gone, "close");
    await stop(told.server, 100);
    expect(bugs).toEqual([]);
  });
});

describe("more at once than it takes", () => {
  test("are asked to come again", async () => {
    let open = () => {};
    const opened = new Promise<void>((resolve) => {
      open = resolve;
    });
    const catalog = async () => {
      await opened;
      return { ok: true, value: smallCatalog } as const;
    };
    const small = await listenHere({ requests: 2 }, { catalog });
    const waiting = [ask(small, "/v1/providers"), ask(small, "/v1/models")];
    const other = () => ask(small, "/problems/too-busy");
    let refused = await other();
    while (refused.status === 200) refused = await other();
    expect(refused).toMatchObject({ status: 503, body: expect.stringContaining("too-busy") });
    expect((await ask(small, "/healthz")).status).toBe(200);
    open();
    for (const answer of await Promise.all(waiting)) expect(answer.status).toBe(200);
    expect((await ask(small, "/v1/providers")).status).toBe(200);
    await stop(small.server, 100);
  });
});
