import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { describe, expect, it, onTestFinished } from "vitest";
import { probeReport } from "../../src/core/probes/probe-report.ts";
import type { CellResult } from "../../src/core/runs/result.ts";
import type { RunStore } from "../../src/core/runs/run-store.ts";
import { openRunStore } from "../../src/store/runs/open-run-store.ts";
import { openCapableEndpoint } from "./capable-endpoint.ts";
import type { Switches } from "./switches.ts";

const command = fileURLToPath(new URL("../../dist/faces/cli/main.js", import.meta.url));
const secretKey = "sk-do-not-show-0123456789abcdef";

async function endpointOf(switches: Partial<Switches> = {}) {
  const endpoint = await openCapableEndpoint({ key: secretKey, ...switches });
  onTestFinished(endpoint.close);
  return endpoint;
}

function folderOf(): string {
  const folder = mkdtempSync(join(tmpdir(), "steelyard-probe-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

function begin(folder: string, ...words: readonly string[]) {
  const child = spawn(process.execPath, [command, "probe", ...words], {
    cwd: folder,
    env: { ...process.env, TEST_KEY: secretKey },
    stdio: ["ignore", "pipe", "pipe"],
  });
  return { child, ended: endOf(child) };
}

async function endOf(child: ChildProcess) {
  const written = { stdout: "", stderr: "" };
  child.stdout?.on("data", (chunk) => {
    written.stdout += String(chunk);
  });
  child.stderr?.on("data", (chunk) => {
    written.stderr += String(chunk);
  });
  const [exitCode] = await once(child, "close");
  return { exitCode, ...written };
}

const asked = (baseUrl: string, ...more: readonly string[]) => [
  ...[baseUrl, "--model", "m", "--key-variable", "TEST_KEY", "--repetitions", "3"],
  ...["--context-tokens", "2048", ...more],
];

async function storeIn(folder: string): Promise<RunStore> {
  const opened = await openRunStore(join(folder, ".steelyard/runs.db"), "measure");
  if (!opened.ok) throw new Error(JSON.stringify(opened.problem));
  onTestFinished(opened.value.close);
  return opened.value;
}

async function collected<T>(all: AsyncIterable<T>): Promise<readonly T[]> {
  const list: T[] = [];
  for await (const each of all) list.push(each);
  return list;
}

describe("the probe command", () => {
  it("says what works and what does not, and that this is no failure", async () => {
    const { baseUrl } = await endpointOf({ ways: { forced: "ignored" } });
    const folder = folderOf();
    const { stdout, stderr, exitCode } = await begin(folder, ...asked(baseUrl)).ended;
    expect(exitCode).toBe(0);
    expect(stderr).toMatch(/^25 probes, \d+ requests, about/);
    expect(stdout).toContain("25 probes: 23 supported and 2 unsupported.");
    expect(stdout).toMatch(/Forced tool choice is not kept \(0 of 3; ignored with 200/);
    expect(readdirSync(folder)).toEqual([]);
  });

  it("keeps a session as a run, from which its report follows again, here and where it is imported", async () => {
    const { baseUrl } = await endpointOf({ ways: { schema: "ignored" } });
    const folder = folderOf();
    const words = asked(baseUrl, "--save", "--format", "json", "--route", "openai/gpt-4.1");
    const { stdout } = await begin(folder, ...words).ended;
    const said = JSON.parse(stdout);
    const store = await storeIn(folder);
    const [run] = await store.runs();
    const results: readonly CellResult[] = await collected(store.results(run?.id ?? ""));
    expect(said).toMatchObject({ ...(run && probeReport(run, results)), end: said.end });
    const [attempt] = await collected(store.attempts(run?.id ?? ""));
    const raw = await store.payload(attempt?.attempt?.rawHash ?? "");
    expect(new TextDecoder().decode(raw)).toContain("POST");

    const [evidence] = await store.evidence();
    expect(evidence).toMatchObject({ kind: "probe", endpoints: [{ route: "openai/gpt-4.1" }] });
    const found = evidence?.endpoints[0]?.found;
    expect(found).toContainEqual({ property: "cap.tools", value: true, n: 3, note: "3 of 3" });
    expect(found).toContainEqual(
      expect.objectContaining({ property: "cap.structured_output", value: false }),
    );

    const other = await openRunStore(join(folder, "other.db"), "measure");
    if (!other.ok) throw new Error("no store");
    const imported = await other.value.importRun(store.exportRun(run?.id ?? ""), "here");
    expect(imported).toMatchObject({ ok: true, value: { results: results.length } });
    const again = await collected(other.value.results(run?.id ?? ""));
    expect(run && probeReport(run, again)).toEqual(run && probeReport(run, results));
    expect(await store.deleteRun(run?.id ?? "")).toBe(true);
    await other.value.close();
  });

  it("shows its key nowhere: not in what it prints, not in what it keeps", async () => {
    const { baseUrl } = await endpointOf();
    const folder = folderOf();
    const { stdout, stderr } = await begin(folder, ...asked(baseUrl, "--save")).ended;
    expect(stdout + stderr).not.toContain(secretKey);
    const kept = join(folder, ".steelyard");
    expect(readdirSync(kept)).toContain("runs.db");
    for (const file of readdirSync(kept)) {
      expect(readFileSync(join(kept, file)).includes(secretKey)).toBe(false);
    }
  });

  it("ends before a limit is crossed, and reports what it has", async () => {
    const { baseUrl, seen } = await endpointOf();
    const words = asked(baseUrl, "--max-requests", "20");
    const { stdout, exitCode } = await begin(folderOf(), ...words).ended;
    expect(exitCode).toBe(0);
    expect(seen.filter(({ body }) => body !== null)).toHaveLength(20);
    expect(stdout).toContain("It ended at the limit of --max-requests");
  });

  it("finishes what is under way when it is interrupted, and reports what it has", async () => {
    const { baseUrl, seen } = await endpointOf();
    const { child, ended } = begin(folderOf(), ...asked(baseUrl, "--repetitions", "100"));
    while (seen.length < 30) await setTimeout(5);
    child.kill("SIGINT");
    const { stdout, exitCode } = await ended;
    expect(exitCode).toBe(0);
    expect(stdout).toContain("It was interrupted");
    expect(seen.length).toBeLessThan(200);
  });

  it("sends nothing where it only says what it would take", async () => {
    const { baseUrl, seen } = await endpointOf();
    const { stdout, exitCode } = await begin(folderOf(), ...asked(baseUrl, "--dry-run")).ended;
    expect(exitCode).toBe(0);
    expect(stdout).toContain("Nothing was sent.");
    expect(stdout).toContain("tools-forced");
    expect(seen).toEqual([]);
  });

  it("stops at once where not even a plain request is answered", async () => {
    const { baseUrl, seen } = await endpointOf({ key: "another-key" });
    const { stdout, stderr, exitCode } = await begin(folderOf(), ...asked(baseUrl)).ended;
    expect(exitCode).toBe(3);
    expect(stdout).toBe("");
    expect(stderr).toContain("does not answer as m: unauthorised");
    expect(seen.length).toBeLessThanOrEqual(3);
  });

  it.each([
    [["http://127.0.0.1:1/v1"], "--model", "because no model is named"],
    [["nowhere", "--model", "m"], "baseUrl", "because that is no address"],
    [["http://example.com/v1", "--model", "m"], "https", "because plain HTTP leaves this machine"],
    [
      ["http://127.0.0.1:1/v1", "--model", "m", "--only", "magic"],
      "tools-forced",
      "because there is no such probe",
    ],
    [
      ["http://127.0.0.1:1/v1", "--model", "m", "--key-variable", "NOT_SET"],
      "NOT_SET",
      "because no key is there",
    ],
    [
      ["http://127.0.0.1:1/v1", "--model", "m", "--key-variable", "sk-1"],
      "environment variable",
      "because that is a key",
    ],
    [
      ["http://127.0.0.1:1/v1", "--model", "m", "--store", "x.db"],
      "--save",
      "because nothing is kept",
    ],
    [
      ["http://127.0.0.1:1/v1", "--model", "m", "--max-usd", "1"],
      "--route",
      "because no price is known",
    ],
    [
      ["http://127.0.0.1:1/v1", "--model", "m", "--route", "no/such"],
      "no/such",
      "because there is no such route",
    ],
    [
      ["http://127.0.0.1:1/v1", "--model", "m", "--repetitions", "0"],
      "1 to 200",
      "because nothing would be tried",
    ],
    [
      ["http://127.0.0.1:1/v1", "--model", "m", "--dialect", "telex"],
      "chat-completions",
      "because there is no such format",
    ],
  ])("is refused before anything is sent: %s", async (words, said) => {
    const { stdout, stderr, exitCode } = await begin(folderOf(), ...words).ended;
    expect(exitCode).toBe(2);
    expect(stdout).toBe("");
    expect(stderr).toContain(said);
  });
});
