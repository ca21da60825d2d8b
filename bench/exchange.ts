import { fork } from "node:child_process";
import { once } from "node:events";
import http from "node:http";
import type { Writable } from "node:stream";
import { Pool } from "undici";
import { z } from "zod";
import type { Endpoint } from "../src/core/runs/endpoint.ts";
import { openClient } from "../src/measure/exchange/client.ts";
import { streamEvents } from "../test/endpoints/chat-answer.ts";
import { median } from "./median.ts";

/**
 * `tsx bench/exchange.ts`: processor time of a streamed request, beside the smallest loop over undici
 * that reads the same text, in turns within one process; the endpoint is another one.
 */
const [requests, concurrency, rounds, delayMs, words] = [2000, 32, 5, 50, 16];

type Ask = (text: string) => Promise<{ readonly text: string; readonly ms: number }>;

if (process.argv[2] === "endpoint") serve();
else await compare();

function serve(): void {
  const content = Array.from({ length: words }, (_, at) => `word${at} `);
  const events = streamEvents({ model: "m", words: content }, true);
  const writeAll = (response: Writable) => {
    for (const event of events) response.write(event);
    response.end();
  };
  const server = http.createServer((request, response) => {
    request.resume().on("end", () => {
      response.writeHead(200, { "content-type": "text/event-stream" });
      setTimeout(writeAll, delayMs, response);
    });
  });
  server.listen(0, "127.0.0.1", () => process.send?.(server.address()));
}

async function compare(): Promise<void> {
  const child = fork(new URL(import.meta.url), ["endpoint"]);
  const [address] = await once(child, "message");
  const { port } = z.object({ port: z.number() }).parse(address);
  const baseUrl = `http://127.0.0.1:${port}/v1`;
  const own = ownAsk(baseUrl);
  const asks = { "bare loop": bareAsk(port), ours: own.ask };
  const cpuMs = new Map<string, number[]>();
  const latencyMs = new Map<string, number[]>();
  for (let round = 0; round <= rounds; round++) {
    for (const [name, ask] of Object.entries(asks)) {
      const measured = await askAll(ask);
      if (round === 0) continue;
      cpuMs.set(name, [...(cpuMs.get(name) ?? []), measured.cpuMs]);
      latencyMs.set(name, [...(latencyMs.get(name) ?? []), measured.latencyMs]);
    }
  }
  await own.close();
  child.kill();
  for (const [name, all] of cpuMs) {
    const latency = median(latencyMs.get(name) ?? []).toFixed(1);
    console.log(
      `${name}: ${median(all).toFixed(3)} ms of processor a request, ${latency} ms latency (median)`,
    );
  }
  const ratio = median(cpuMs.get("ours") ?? []) / median(cpuMs.get("bare loop") ?? []);
  console.log(`ours takes ${ratio.toFixed(2)} times the bare loop`);
  process.exit();
}

async function askAll(ask: Ask) {
  const latencies: number[] = [];
  let next = 0;
  const before = process.cpuUsage();
  const work = async () => {
    while (next < requests) {
      const { text, ms } = await ask(`case ${next++}`);
      if (!text.endsWith(`word${words - 1} `)) throw new Error(`another answer: ${text}`);
      latencies.push(ms);
    }
  };
  await Promise.all(Array.from({ length: concurrency }, work));
  const { user, system } = process.cpuUsage(before);
  return { cpuMs: (user + system) / 1000 / requests, latencyMs: median(latencies) };
}

function ownAsk(baseUrl: string) {
  const endpoint: Endpoint = {
    ...{ id: "bench", baseUrl, model: "m", dialect: "chat-completions", isStreamed: true },
    parameters: { temperature: 0 },
    limits: {
      ...{ firstByteTimeoutMs: 60_000, idleTimeoutMs: 60_000, totalTimeoutMs: 60_000 },
      ...{ attempts: 1, maxBodyBytes: 10_000_000, isInsecureAllowed: false },
    },
  };
  const opened = openClient(endpoint, { environment: {}, connections: concurrency });
  if (!opened.ok) throw new Error("no client");
  const { ask, clock, close } = opened.value;
  return {
    close,
    ask: async (text: string) => {
      const prompt = { id: "p", messages: [{ role: "user" as const, content: text }] };
      const { attempt } = await ask(prompt, { cell: "c", number: 1, dueAt: clock.now() });
      if (!attempt.outcome.ok) throw new Error(attempt.outcome.failure.message);
      return { text: attempt.outcome.answer.text, ms: attempt.timings.endMs };
    },
  };
}

const Chunk = z.object({
  choices: z.array(z.object({ delta: z.object({ content: z.string().optional() }) })),
});

/** As small as it gets: no limits, no failures, no times but one, and JSON that is trusted. */
function bareAsk(port: number): Ask {
  const pool = new Pool(`http://127.0.0.1:${port}`, { connections: concurrency });
  return async (content) => {
    const sentAt = performance.now();
    const messages = [{ role: "user", content }];
    const { body } = await pool.request({
      ...{ path: "/v1/chat/completions", method: "POST" },
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ model: "m", messages, stream: true, temperature: 0 }),
    });
    const decoder = new TextDecoder();
    let [rest, text] = ["", ""];
    for await (const bytes of body) {
      const lines = `${rest}${decoder.decode(bytes, { stream: true })}`.split("\n");
      rest = lines.pop() ?? "";
      for (const line of lines) {
        if (!line.startsWith("data: {")) continue;
        const chunk: z.infer<typeof Chunk> = JSON.parse(line.slice(6));
        text += chunk.choices[0]?.delta.content ?? "";
      }
    }
    return { text, ms: performance.now() - sentAt };
  };
}
