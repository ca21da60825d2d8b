import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, writeFileSync } from "node:fs";
import * as http from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { priceFact, steelyard } from "../answers/built-cli.ts";

const main = fileURLToPath(new URL("../../dist/faces/cli/main.js", import.meta.url));

/** The command as it is shipped, once it has said where it listens. */
async function serving(files: Readonly<Record<string, string>> = {}) {
  const cwd = mkdtempSync(join(tmpdir(), "steelyard-serve-"));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(cwd, name), content);
  const child = spawn(process.execPath, [main, "serve", "--port", "0"], { cwd });
  const ended = once(child, "exit");
  const [line] = await once(child.stderr, "data");
  const [address = ""] = /http:\S+/.exec(String(line)) ?? [];
  return { child, ended, address, line: String(line) };
}

const question = JSON.stringify({ models: ["gpt-4.1", "qwen3.5-4b"] });

describe("the server as a process", { timeout: 20_000 }, () => {
  test("finishes what is under way when it is told to stop, and takes nothing new", async () => {
    const { child, ended, address } = await serving();
    const request = http.request(`${address}/v1/compare`, {
      method: "POST",
      agent: false,
      headers: { "Content-Type": "application/json", "Content-Length": question.length },
    });
    const answered = once(request, "response");
    await new Promise((resolve) => request.write(question.slice(0, 9), resolve));
    expect((await fetch(`${address}/readyz`)).status).toBe(200);
    child.kill("SIGTERM");
    await refused(address);
    request.end(question.slice(9));
    const [response] = await answered;
    expect(response.statusCode).toBe(200);
    expect(JSON.parse(await text(response))).toMatchObject({ models: [{}, {}] });
    expect(await ended).toEqual([0, null]);
  });

  test("lays the facts of its folder over the catalog, and takes no work from there", async () => {
    const { child, ended, address, line } = await serving({
      "steelyard.facts.yaml": priceFact("route:openai/gpt-4.1", "price.input", { value: "1.25" }),
      "steelyard.yaml": "models: [gpt-4.1, qwen3.5-4b]\n",
    });
    expect(line).toContain("own facts");
    const asked = "subject=openai/gpt-4.1&property=price.input";
    const explained = await fetch(`${address}/v1/explain?${asked}`);
    expect(await explained.text()).toContain("contract 2026-14");
    expect((await fetch(`${address}/v1/compare`)).status).toBe(422);
    child.kill("SIGINT");
    expect(await ended).toEqual([0, null]);
  });

  test("says which address it cannot have", async () => {
    const { child, ended, address } = await serving();
    const { port } = new URL(address);
    const second = steelyard(["serve", "--port", port]);
    expect(second).toMatchObject({ exitCode: 3, stdout: "" });
    expect(second.stderr).toContain(`127.0.0.1:${port} cannot be listened on`);
    child.kill("SIGTERM");
    await ended;
  });

  test.each`
    argv                         | exitCode | says                                  | because
    ${["--port", "http"]}        | ${2}     | ${"`port` is not valid"}              | ${"a port is a number"}
    ${["--port", "70000"]}       | ${2}     | ${"`port` is not valid"}              | ${"there is no such port"}
    ${["--as-of", "yesterday"]}  | ${2}     | ${"`asOf` is not valid"}              | ${"this is no day"}
    ${["--facts", "none.yaml"]}  | ${2}     | ${"none.yaml"}                        | ${"its facts are not there"}
    ${["--records", "nowhere"]}  | ${2}     | ${"nowhere"}                          | ${"its records are not there"}
    ${["--host", "203.0.113.1"]} | ${3}     | ${"this machine has no such address"} | ${"it is another one's address"}
    ${["--nonsense"]}            | ${2}     | ${"unknown option"}                   | ${"there is no such option"}
  `("does not start: $because", ({ argv, exitCode, says }) => {
    const said = steelyard(["serve", ...argv]);
    expect(said).toMatchObject({ exitCode, stdout: "" });
    expect(said.stderr).toContain(says);
  });
});

/** Until nobody listens there any more. */
async function refused(address: string): Promise<void> {
  for (;;) {
    try {
      await (await fetch(`${address}/healthz`, { headers: { Connection: "close" } })).text();
    } catch {
      return;
    }
  }
}
