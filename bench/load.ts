import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { tmpdir } from "node:os";
import { fileURLToPath } from "node:url";
import autocannon from "autocannon";

/** `npm run load -- 10`: so many connections ask the built server for so many seconds. */
const connections = 200;
const seconds = Number(process.argv[2] ?? 30);
const command = fileURLToPath(new URL("../dist/faces/cli/main.js", import.meta.url));

/** Questions that differ, so that not all are answered from what was kept. */
let asked = 0;
const distinctQuestions = 100;

const json = { "content-type": "application/json" };
const accepting = { "accept-encoding": "gzip, br" };
const requests: readonly autocannon.Request[] = [
  { method: "GET", path: "/v1/compare?models=gpt-4.1,qwen3.5-4b", headers: accepting },
  { method: "GET", path: "/v1/models?maker=qwen", headers: accepting },
  {
    method: "POST",
    path: "/v1/cost",
    headers: { ...json, ...accepting },
    body: '{"routes":["openai/gpt-4.1"],"traffic":"in=10M,out=2M"}',
  },
  { method: "GET", path: "/v1/explain?subject=gpt-4.1&format=markdown", headers: accepting },
  { method: "GET", path: "/v1/compare?models=gpt-4.1", headers: accepting },
  {
    method: "GET",
    path: "/v1/compare",
    headers: accepting,
    setupRequest: (request) => ({
      ...request,
      path: `/v1/compare?models=gpt-4.1,gpt-4o&traffic=in=${(asked++ % distinctQuestions) + 1}M,out=1M`,
    }),
  },
];

/** Answers that are no success on purpose: a comparison of one. */
const refusedShare = 1 / requests.length;

const server = spawn(process.execPath, [command, "serve", "--port", "0"], { cwd: tmpdir() });
const [line] = await once(server.stderr, "data");
const [url = ""] = /http:\S+/.exec(String(line)) ?? [];
const memory = [megabytes()];
const looking = setInterval(() => memory.push(megabytes()), (seconds * 1000) / 6);
const result = await autocannon({ url, connections, duration: seconds, requests: [...requests] });
clearInterval(looking);
memory.push(megabytes());
server.kill("SIGTERM");
const [exitCode] = await once(server, "exit");

const { errors, timeouts, non2xx, latency } = result;
const refused = non2xx / result.requests.total;
console.log(
  [
    `${connections} connections for ${seconds} s: ${result.requests.total} answers, ${result.requests.average.toFixed(0)} a second`,
    `errors ${errors}, timeouts ${timeouts}, refused ${(refused * 100).toFixed(1)} % (asked for: ${(refusedShare * 100).toFixed(1)} %)`,
    `latency: median ${latency.p50} ms, 99 of 100 within ${latency.p99} ms, longest ${latency.max} ms`,
    `memory at the start, in between, at the end: ${memory.map((each) => `${each} MB`).join(", ")}`,
    `ended with ${exitCode}`,
  ].join("\n"),
);

function megabytes(): number {
  const kilobytes = execFileSync("ps", ["-o", "rss=", "-p", String(server.pid)], {
    encoding: "utf8",
  });
  return Math.round(Number(kilobytes) / 1024);
}
