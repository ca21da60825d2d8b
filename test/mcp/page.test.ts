import { readFileSync, writeFileSync } from "node:fs";
import type { Client } from "@modelcontextprotocol/client";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { buildDeps } from "../../src/deps.ts";
import { processRules } from "../../src/faces/cli/process-rules.ts";
import { operationNames, operations } from "../../src/operations/index.ts";
import { overHttp, type Served } from "./servers.ts";

const file = new URL("../../docs/mcp.md", import.meta.url);
const page = readFileSync(file, "utf8");

/** `UPDATE_TRANSCRIPTS=1 npx vitest run test/mcp` writes down what is answered now. */
const { UPDATE_TRANSCRIPTS } = process.env;
const isUpdating = UPDATE_TRANSCRIPTS === "1";
const rewrite = (change: (written: string) => string) =>
  writeFileSync(file, change(readFileSync(file, "utf8")));

let served: Served;
let client: Client;

beforeAll(async () => {
  const deps = buildDeps(new URL("../../dist/catalog/", import.meta.url));
  served = await overHttp({ ...deps, today: () => "2026-11-20" });
  client = await served.connect();
});

afterAll(async () => {
  await client.close();
  await served.stop();
});

/** A call, what stands between it and its answer, and the answer. */
const call = /```json title="(\w+)"\n([^`]+)```\n\n````markdown\n([\s\S]*?)````\n/g;

const toolTable = /^\| tool \| \|\n\|---\|---\|\n((?:\| .*\n)+)/m;

const Server = z.object({ command: z.string(), args: z.array(z.string()) });
const configurations = [...page.matchAll(/```json title="(mcpServers|servers)"\n([^`]+)```/g)];

describe("the page about MCP", () => {
  test("shows what its calls are answered", async () => {
    const calls = [...page.matchAll(call)];
    expect(calls.map(([, name]) => name)).toEqual(["explain", "cost", "compare"]);
    for (const [whole, name = "", input = "", answer = ""] of calls) {
      const { content } = await client.callTool({ name, arguments: JSON.parse(input) });
      const text = content[0]?.type === "text" ? content[0].text : "";
      const end = whole.length - answer.length - "````\n".length;
      const replayed = `${whole.slice(0, end)}${text}\`\`\`\`\n`;
      if (isUpdating) rewrite((written) => written.replace(whole, () => replayed));
      else expect(onAnyCatalog(replayed)).toBe(onAnyCatalog(whole));
    }
  });

  test("lists the tools with what they say of themselves", async () => {
    const rows = operationNames.map(async (name) => {
      const { summary } = await operations[name]();
      return `| \`${name}\` | ${summary} |\n`;
    });
    const now = (await Promise.all(rows)).join("");
    const [, shown = ""] = toolTable.exec(page) ?? [];
    if (isUpdating)
      rewrite((text) => text.replace(toolTable, (whole) => whole.replace(shown, () => now)));
    else expect(shown).toBe(now);
  });

  test("shows configurations that start the process", () => {
    expect(configurations.map(([, key]) => key)).toEqual(["mcpServers", "servers"]);
    for (const [, key = "", text = ""] of configurations) {
      const { steelyard } =
        z.record(z.string(), z.object({ steelyard: Server })).parse(JSON.parse(text))[key] ?? {};
      expect(steelyard).toEqual({ command: "npx", args: ["-y", "steelyard", "mcp"] });
    }
    expect(Object.keys(processRules)).toContain("mcp");
  });

  test("names the options there are", () => {
    const named = [...page.matchAll(/^\| `(--[\w-]+) /gm)].map(([, name]) => name);
    const options = processRules.mcp.options.map(({ flags }) => flags.split(" ")[0]);
    expect(named).toEqual(options);
  });

  test("names every resource and prompt", async () => {
    const { resourceTemplates } = await client.listResourceTemplates();
    const { prompts } = await client.listPrompts();
    expect(page).toContain("| `steelyard://catalog` |");
    for (const { uriTemplate } of resourceTemplates)
      expect(page).toContain(`| \`${uriTemplate}\` |`);
    for (const { name, arguments: words = [] } of prompts) {
      expect(page).toContain(`\`${name}\` (${words.map((word) => word.name).join(", ")})`);
    }
  });
});

/** The catalog's own name changes with every fact; what a page shows need not. */
function onAnyCatalog(text: string): string {
  return text.replace(/\bcatalog [0-9a-f]{7}\b/g, "catalog …");
}
