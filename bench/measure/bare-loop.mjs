/**
 * `node bare-loop.mjs BASE_URL CASES CONCURRENCY`: the least that asks every case of both models over
 * undici, looks whether the answer is right, and holds the results in memory. Nothing else is done: no
 * limits, no failures, no file.
 */
import { readFileSync } from "node:fs";
import { Pool } from "undici";

const [base, file, concurrency] = process.argv.slice(2);
const cases = readFileSync(file, "utf8").trim().split("\n").map(JSON.parse);
const asked = ["mock-a", "mock-b"].flatMap((model) => cases.map((each) => ({ ...each, model })));
const { origin, pathname } = new URL(base);
const pool = new Pool(origin, { connections: Number(concurrency) });
const headers = { "content-type": "application/json" };
const results = [];
let next = 0;

await Promise.all(Array.from({ length: Number(concurrency) }, work));
const ms = results.map((result) => result.ms).sort((a, b) => a - b);
const passed = results.filter(({ isPass }) => isPass).length;
process.stdout.write(JSON.stringify({ passed, p50Ms: ms[ms.length >> 1] }));
process.exit();

async function work() {
  while (next < asked.length) {
    const { id, text, expected, model } = asked[next++];
    const sentAt = performance.now();
    const { body } = await pool.request({
      ...{ path: `${pathname}/chat/completions`, method: "POST", headers },
      body: JSON.stringify({ model, messages: [{ role: "user", content: text }], temperature: 0 }),
    });
    const answer = (await body.json()).choices[0].message.content;
    const isPass = answer.includes(expected);
    results.push({ id, model, answer, isPass, ms: performance.now() - sentAt });
  }
}
