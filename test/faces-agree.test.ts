import type { Client } from "@modelcontextprotocol/client";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { apiApp } from "../src/faces/api/api-app.ts";
import { operationNames } from "../src/operations/index.ts";
import { remoteDeps } from "../src/operations/remote-deps.ts";
import { openCatalog } from "../src/store/compiled-catalog.ts";
import { openSizing } from "../src/store/sizing-file.ts";
import { post } from "./api/small-api.ts";
import { depsOf } from "./builders/deps-of.ts";
import { type Question, randomQuestions } from "./builders/random-questions.ts";
import { smallRuns } from "./builders/small-runs.ts";
import { runLine, textStream } from "./cli/run-line.ts";
import { overHttp, type Served } from "./mcp/servers.ts";

const catalog = await openCatalog();
const sizing = openSizing();
const deps = depsOf({
  catalog: async () => ({ ok: true, value: catalog }),
  sizing: async () => ({ ok: true, value: sizing }),
  runs: async () => ({ ok: true, value: await smallRuns() }),
});
const remote = remoteDeps(deps, { withRuns: true });
const api = apiApp(remote, { version: "0.0.0" });
const questions = randomQuestions(catalog, 6);

const statuses: number[] = [];

const Refusal = z.looseObject({ code: z.string(), title: z.string(), remedy: z.string() });

let served: Served;
let agent: Client;

beforeAll(async () => {
  served = await overHttp(remote);
  agent = await served.connect();
});

afterAll(async () => {
  await agent.close();
  await served.stop();
});

/** A question asked over REST, of an agent's tool and on the command line. */
async function askedThreeTimes({ operation, input }: Question) {
  const body = JSON.stringify(input);
  const rest = await api.request(`/v1/${operation}`, post(input));
  const tool = await agent.callTool({ name: operation, arguments: { ...input } });
  const line = await runLine([operation, "--input", "-", "--format", "json"], {
    stdin: textStream(body),
    deps,
  });
  return { rest: { status: rest.status, text: await rest.text() }, tool, line };
}

describe("REST, agents' tools and the command line agree", () => {
  test("about every operation that only answers, a hundred questions and more", () => {
    const asked = new Set(questions.map(({ operation }) => operation));
    expect([...asked].sort()).toEqual(operationNames.filter((name) => name !== "decide").sort());
    expect(questions.length).toBeGreaterThanOrEqual(100);
  });

  test.each(operationNames.filter((name) => name !== "decide"))(
    "on %s",
    { timeout: 30_000 },
    async (name) => {
      for (const question of questions.filter(({ operation }) => operation === name)) {
        const { rest, tool, line } = await askedThreeTimes(question);
        statuses.push(rest.status);
        const because = JSON.stringify(question);
        if (rest.status === 200) {
          expect(line.stdout, because).toBe(rest.text);
          expect(tool.structuredContent, because).toEqual(JSON.parse(rest.text));
          expect(line.exitCode, because).toBeLessThanOrEqual(1);
        } else {
          const { code, title, remedy } = Refusal.parse(JSON.parse(rest.text));
          expect(tool.isError, because).toBe(true);
          expect(tool.structuredContent, because).toEqual({ code, title, remedy });
          expect(line.stderr, because).toBe(`steelyard: ${title}\n${remedy}\n`);
        }
      }
    },
  );

  test("and most of the questions have an answer", () => {
    const answered = statuses.filter((status) => status === 200);
    expect(answered.length).toBeGreaterThan(questions.length / 2);
  });
});
