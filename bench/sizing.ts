import { heldAgainst } from "../src/core/sizing/held-against.ts";
import { modelSpeed } from "../src/core/sizing/model-speed.ts";
import { placed } from "../src/core/sizing/placed.ts";
import { sizedModelOf } from "../src/core/sizing/sized-model.ts";
import { weightsOf } from "../src/core/sizing/weights.ts";
import { openSizing } from "../src/store/sizing-file.ts";
import { median } from "./median.ts";

const widths = ["bf16", "fp8", "int8", "int4"] as const;
const requests = { concurrency: 16, inputTokens: 2048, outputTokens: 512 };
const rounds = 20;

/** Memory, what fits and how fast, for every open model on every GPU in four precisions. */
export async function benchSizing(): Promise<readonly string[]> {
  const started = performance.now();
  const facts = openSizing();
  const openedMs = performance.now() - started;
  const engine = facts.engines[0];
  if (engine === undefined) throw new Error("no engine is known");
  const precisions = facts.precisions.filter(({ id }) => widths.some((width) => width === id));
  const sizeAll = (): number => {
    let count = 0;
    for (const architecture of facts.architectures) {
      const model = sizedModelOf(architecture);
      for (const gpu of facts.gpus) {
        for (const precision of precisions) {
          const place = { model, precision, cacheElementBytes: 2, gpu, gpus: 1, engine };
          placed({ ...place, contextTokens: 8192 });
          const weights = weightsOf(model, precision);
          if (weights !== undefined) modelSpeed({ ...place, weights }, requests);
          count++;
        }
      }
    }
    return count;
  };
  const first = performance.now();
  const count = sizeAll();
  const firstMs = performance.now() - first;
  const times = Array.from({ length: rounds }, () => {
    const start = performance.now();
    sizeAll();
    return performance.now() - start;
  });
  return [
    `sizing ${facts.architectures.length} models on ${facts.gpus.length} GPUs in ${precisions.length} precisions, ${count} answers: ${firstMs.toFixed(0)} ms the first time, then ${median(times).toFixed(0)} ms (aim 100); its facts open in ${openedMs.toFixed(1)} ms; ${heldAgainst(facts).length} measured speeds to hold it against`,
  ];
}
