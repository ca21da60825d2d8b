/** Prints how the estimate of speed comes out over every measured point that `data/` ships. */

import { aloneSpeed } from "../src/core/sizing/alone-speed.ts";
import { errorDistribution, type HeldPoint, heldAgainst } from "../src/core/sizing/held-against.ts";
import { readSizing } from "../src/sources/authored/sizing/read-sizing.ts";

const read = await readSizing("data");
if (!read.ok) throw new Error(JSON.stringify(read.problem));
const facts = read.value;
const held = heldAgainst(facts);
const groups: readonly (readonly [string, readonly HeldPoint[]])[] = [
  ["all points", held],
  ["fitted to, a sample", held.filter(({ point }) => point.isFitted)],
  ["not in the fit", held.filter(({ point }) => !point.isFitted)],
  ["one GPU", held.filter(({ point }) => point.gpus === 1)],
  ["at most 64 at once", held.filter(({ point }) => point.concurrency <= 64)],
];
const percent = (share: number) => `${Math.round(100 * share)} %`;

console.log("estimated over measured, output tokens a second and GPU");
for (const [name, points] of groups) {
  const told = errorDistribution(points);
  if (told === undefined) continue;
  const ends = `${told.p5Ratio.toFixed(2)} to ${told.p95Ratio.toFixed(2)}`;
  console.log(
    `${name.padEnd(20)} ${String(told.points).padStart(3)} points, median ${told.medianRatio.toFixed(2)}, nine of ten ${ends}, median error ${percent(told.medianAbsoluteError)}, within 1.5 times ${percent(told.within15)}, within 2 times ${percent(told.within2)}`,
  );
}
console.log("\nfarthest off");
const far = (ratio: number) => Math.abs(Math.log(ratio));
for (const { point, estimatedPerGpu, ratio } of [...held]
  .sort((a, b) => far(b.ratio) - far(a.ratio))
  .slice(0, 8)) {
  const { architecture, gpu, gpus, precision, concurrency, inputTokens, outputTokens } = point;
  const what = `${architecture} in ${precision} on ${gpus} ${gpu}, ${concurrency} at once, ${inputTokens}:${outputTokens}`;
  console.log(
    `${ratio.toFixed(2)}  ${estimatedPerGpu.toFixed(0)} for ${point.outputTokensPerSecondPerGpu}  ${what}`,
  );
}
const alone = facts.measuredAlone.flatMap((point) => {
  const gpu = facts.gpus.find(({ id }) => id === point.gpu);
  const precision = facts.precisions.find(({ id }) => id === point.precision);
  if (gpu === undefined || precision === undefined) return [];
  const readBytes = point.readGb * 1e9;
  const { tokensPerSecond } = aloneSpeed({
    gpu,
    readBytes,
    bitsPerWeight: precision.bitsPerWeight,
  });
  return [tokensPerSecond / point.tokensPerSecond];
});
const sorted = [...alone].sort((a, b) => a - b);
console.log(
  `\none reader alone: ${alone.length} points, ratios ${sorted[0]?.toFixed(2)} to ${sorted.at(-1)?.toFixed(2)}, median ${sorted[Math.floor(sorted.length / 2)]?.toFixed(2)}`,
);
