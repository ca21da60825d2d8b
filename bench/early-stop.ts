import { stopReason } from "../src/core/stats/early-stop.ts";
import { mcNemar } from "../src/core/stats/mcnemar.ts";
import { seededRandom } from "../src/core/stats/random.ts";

/** Runs that are looked at all the time, beside naive looks: the long version of early-stop.test.ts. */
const planned = 469;
const runs = 10_000;

const truths = [
  { points: 0, onlyA: 0.075, onlyB: 0.075 },
  { points: 5, onlyA: 0.05, onlyB: 0.1 },
  { points: 10, onlyA: 0.045, onlyB: 0.145 },
  { points: 15, onlyA: 0.0375, onlyB: 0.1875 },
];

for (const [seed, { points, onlyA: shareA, onlyB: shareB }] of truths.entries()) {
  const random = seededRandom(20261121 + seed);
  const known = new Map<string, number>();
  let [found, naive, prompts] = [0, 0, 0];
  for (let run = 0; run < runs; run += 1) {
    let [onlyA, onlyB, isOver, isFooled] = [0, 0, false, false];
    for (let n = 1; n <= 2 * planned; n += 1) {
      const fallen = random();
      if (fallen < shareA) onlyA += 1;
      else if (fallen < shareA + shareB) onlyB += 1;
      if (n % 25 === 0) {
        const key = `${onlyA}/${onlyB}`;
        const p = known.get(key) ?? mcNemar({ onlyA, onlyB }).pMid;
        known.set(key, p);
        isFooled ||= p <= 0.05;
      }
      if (isOver) continue;
      prompts += 1;
      const reason = stopReason({ onlyA, onlyB, n }, { prompts: planned });
      isOver = reason !== null;
      if (reason === "difference") found += 1;
    }
    if (isFooled) naive += 1;
  }
  const percent = (count: number) => `${((100 * count) / runs).toFixed(1)} %`;
  console.log(
    `${points} points: ${percent(found)} found after ${Math.round(prompts / runs)} prompts; ` +
      `${percent(naive)} by looking every 25 prompts`,
  );
}
