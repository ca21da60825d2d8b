import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { describe, expect, it, onTestFinished } from "vitest";
import { seededRandom } from "../../src/core/stats/random.ts";
import { openFaultyEndpoint } from "../endpoints/faulty-endpoint.ts";
import { secretKey, suiteIn } from "./measured.ts";

async function endpoint() {
  const opened = await openFaultyEndpoint();
  onTestFinished(opened.close);
  return opened;
}

function suiteOf(baseUrl: string, rest: object = {}) {
  const common = { baseUrl, keyVariable: "TEST_KEY" };
  return {
    name: "A small suite",
    endpoints: [
      { id: "now", model: "model-a", ...common },
      { id: "next", model: "model-b", ...common },
    ],
    files: ["prompts.jsonl"],
    graders: [{ kind: "regex", pattern: "." }],
    load: { concurrency: 4 },
    ...rest,
  };
}

const prompts = (count: number, marker = "") =>
  Array.from({ length: count }, (_, index) => ({
    id: `p${index}`,
    text: `${marker} number ${index}`,
  }));

describe("a measurement", () => {
  it("asks each prompt once of each endpoint, and a second time nothing", async () => {
    const { baseUrl, seen } = await endpoint();
    const { measure } = suiteIn(suiteOf(baseUrl), prompts(20));
    const first = await measure("--format", "json");
    expect(first.stderr).toBe("");
    const report = JSON.parse(first.stdout);
    expect(report).toMatchObject({ end: { kind: "complete" }, done: 40, cells: 40 });
    expect(report.paired[0]).toMatchObject({ a: "now", b: "next", n: 20, difference: 0 });
    expect(seen).toHaveLength(40);

    const again = await measure("--format", "json");
    expect(JSON.parse(again.stdout)).toEqual(report);
    expect(seen).toHaveLength(40);
  });

  it("goes on after it was killed: nothing acknowledged is lost, and little is paid twice", async () => {
    const { baseUrl, seen } = await endpoint();
    const { begin, measure } = suiteIn(suiteOf(baseUrl), prompts(120, "[[paced:3]]"));
    const random = seededRandom(3);
    const kills = 4;
    for (let round = 0; round < kills; round += 1) {
      const { child, ended } = begin();
      await setTimeout(700 + 900 * random());
      child.kill("SIGKILL");
      await ended;
    }
    const last = await measure("--format", "json");
    expect(JSON.parse(last.stdout)).toMatchObject({ end: { kind: "complete" }, done: 240 });
    expect(seen.length).toBeGreaterThanOrEqual(240);
    expect(seen.length).toBeLessThanOrEqual(240 + kills * 4);
  });

  it("finishes what is under way when it is interrupted, and says how to go on", async () => {
    const { baseUrl, seen } = await endpoint();
    const { begin, measure } = suiteIn(suiteOf(baseUrl), prompts(100, "[[paced:3]]"));
    const { child, ended } = begin();
    while (seen.length < 10) await setTimeout(20);
    child.kill("SIGINT");
    const { stdout, exitCode } = await ended;
    expect(exitCode).toBe(0);
    expect(stdout).toContain("It was interrupted: the same command goes on.");
    const paid = seen.length;
    expect(stdout).toContain(`${paid} of 200 cells measured`);
    const { stdout: rest } = await measure();
    expect(rest).toContain("200 of 200 cells measured");
    expect(seen).toHaveLength(200);
  });

  it("sends what it warms up with before, and counts it for nothing", async () => {
    const { baseUrl, seen } = await endpoint();
    const { measure } = suiteIn(suiteOf(baseUrl, { warmUpRequests: 3 }), prompts(5));
    expect((await measure()).stdout).toContain("10 of 10 cells measured");
    expect(seen).toHaveLength(16);
    await measure();
    expect(seen).toHaveLength(16);
  });

  it("ends before a limit is crossed", async () => {
    const { baseUrl, seen } = await endpoint();
    const suite = suiteOf(baseUrl, { limits: { requests: 15 } });
    const { measure } = suiteIn(suite, prompts(20));
    const { stdout } = await measure();
    expect(stdout).toContain("It ended at the limit of requests");
    expect(seen).toHaveLength(15);
  });

  it.each([
    ["", 0, "shown to be not worse"],
    ["[[null]]", 1, "Nothing can be compared"],
  ])("answers what was to be decided: %s", async (marker, exitCode, words) => {
    const { baseUrl } = await endpoint();
    const decision = { baseline: "now", notWorseByPoints: 10, cheaper: false };
    const { measure } = suiteIn(suiteOf(baseUrl, { decision }), prompts(60, marker));
    const ended = await measure();
    expect(ended.stdout).toContain(words);
    expect(ended.exitCode).toBe(exitCode);
  });

  it("sends its key to the endpoint and shows it nowhere", async () => {
    const { baseUrl, seen } = await endpoint();
    const mixed = [
      ...prompts(5),
      ...prompts(5, "[[echo]]").map((each) => ({ ...each, id: `e${each.id}` })),
    ];
    const { folder, measure } = suiteIn(suiteOf(baseUrl), mixed);
    const { stdout, stderr } = await measure();
    expect(seen[0]?.authorization).toBe(`Bearer ${secretKey}`);
    expect(stdout + stderr).not.toContain(secretKey);
    const kept = join(folder, ".steelyard");
    for (const file of readdirSync(kept)) {
      expect(readFileSync(join(kept, file)).includes(secretKey)).toBe(false);
    }
  });

  it.each([
    [
      ["--format", "xml"],
      "Expected text, json, markdown, csv or junit",
      "because there is no such format",
    ],
    [["--store", "prompts.jsonl"], "prompts.jsonl", "because that file is no store"],
  ])("is refused before anything is sent: %s", async (flags, words) => {
    const { baseUrl, seen } = await endpoint();
    const { measure } = suiteIn(suiteOf(baseUrl), prompts(1));
    const { stdout, stderr, exitCode } = await measure(...flags);
    expect(exitCode).toBeGreaterThanOrEqual(2);
    expect(stdout).toBe("");
    expect(stderr).toContain(words);
    expect(seen).toHaveLength(0);
  });
});
