import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { buildDeps } from "../src/deps.ts";
import { measureSuite } from "../src/faces/measure/main.ts";

/**
 * Whole runs whose truth is known, over HTTP against a server that answers by chance: how often two
 * endpoints with one model are told apart, and how soon a planted loss is found.
 */
const equalRuns = 100;
const lossRuns = 20;
const prompts = { equal: 200, loss: 469 };
const lossPoints = 10;

const Report = z.object({
  end: z.object({ kind: z.string() }),
  done: z.number(),
  paired: z.array(z.object({ label: z.string(), difference: z.number(), n: z.number() })),
});

/** What a model always gets right, what it never does, and what it gets right six times of ten. */
const kinds = [
  { share: 0.75, ease: 0.995 },
  { share: 0.15, ease: 0.02 },
  { share: 0.1, ease: 0.6 },
] as const;
const meanEase = kinds.reduce((sum, { share, ease }) => sum + share * ease, 0);

/** How many points fewer `b` gets right. */
let loss = 0;

const server = createServer(async (request, response) => {
  let body = "";
  for await (const part of request) body += part;
  const { model, messages } = Body.parse(JSON.parse(body));
  const text = messages.at(-1)?.content ?? "";
  const isLost = model === "b" && lotOf(`loss ${text}`) < loss / 100 / meanEase;
  const isRight = !isLost && lotOf(`${model} ${text}`) < easeOf(lotOf(text));
  response.setHeader("content-type", "application/json");
  response.end(
    JSON.stringify({
      model: "one-and-the-same",
      choices: [{ message: { content: isRight ? "right" : "wrong" }, finish_reason: "stop" }],
      usage: { prompt_tokens: 5, completion_tokens: 1 },
    }),
  );
});
const Body = z.object({
  model: z.string(),
  messages: z.array(z.object({ content: z.string() })),
});

function easeOf(lot: number): number {
  let left = lot;
  for (const { share, ease } of kinds) {
    if (left < share) return ease;
    left -= share;
  }
  return 0;
}

/** By chance and the same each time, in whatever order requests come. */
function lotOf(text: string): number {
  return createHash("sha256").update(text).digest().readUInt32BE() / 2 ** 32;
}

await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
const address: AddressInfo | string | null = server.address();
if (address === null || typeof address === "string") throw new Error("no port");
const baseUrl = `http://127.0.0.1:${address.port}/v1`;
const folder = mkdtempSync(join(tmpdir(), "steelyard-simulated-"));

try {
  let apart = 0;
  for (let run = 0; run < equalRuns; run++) {
    const { paired } = await measured(`equal ${run}`, prompts.equal, false);
    if (paired[0]?.label !== "within-noise") apart++;
  }
  console.log(
    `One model behind two endpoints, ${prompts.equal} prompts: within noise in ${equalRuns - apart} of ${equalRuns} runs.`,
  );
  loss = lossPoints;
  let [found, used] = [0, 0];
  for (let run = 0; run < lossRuns; run++) {
    const { end, done, paired } = await measured(`loss ${run}`, prompts.loss, true);
    used += done / 2;
    if (end.kind === "decided" && (paired[0]?.difference ?? 0) < 0) found++;
  }
  const mean = used / lossRuns;
  console.log(
    `A loss of ${lossPoints} points: found early in ${found} of ${lossRuns} runs, after ${Math.round(mean)} of ${prompts.loss} prompts on average: ${Math.round(100 * (1 - mean / prompts.loss))} % saved.`,
  );
  if (equalRuns - apart < 94 || found < lossRuns) process.exitCode = 1;
} finally {
  server.close();
  server.closeAllConnections();
  rmSync(folder, { recursive: true, force: true });
}

/** Measures a suite of so many prompts into a store of its own, and reads the report. */
async function measured(name: string, count: number, earlyStop: boolean) {
  const suite = join(folder, "suite.json");
  const stated = {
    name,
    endpoints: ["a", "b"].map((model) => ({ id: model, baseUrl, model, stream: false })),
    prompts: Array.from({ length: count }, (_, i) => ({ id: `p${i}`, text: `${name}: ${i}?` })),
    graders: [{ kind: "exact", expected: "right" }],
    load: { concurrency: 16 },
    keepExchanges: false,
    earlyStop,
    decision: { baseline: "a", notWorseByPoints: 5, cheaper: false },
  };
  writeFileSync(suite, JSON.stringify(stated));
  let printed = "";
  const silent = { write: () => true };
  const store = join(folder, "runs.db");
  const ended = await measureSuite(
    { suite, store, format: "json" },
    { stdout: { write: (text: string) => (printed += text) }, stderr: silent },
    buildDeps(new URL("../dist/catalog/", import.meta.url)),
  );
  if (!ended.ok) throw new Error(JSON.stringify(ended.problem));
  return Report.parse(JSON.parse(printed));
}
