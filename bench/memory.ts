import { comparerOf } from "../src/core/compare/compare.ts";
import { defaultTraffic } from "../src/core/cost/traffic.ts";
import { openCatalog } from "../src/store/compiled-catalog.ts";

const megabyte = 1_000_000;

/** Heap held by an open catalog, by one comparison, and once every model has been compared. */
export async function benchMemory(): Promise<readonly string[]> {
  const before = heap();
  const catalog = await openCatalog();
  const opened = heap();
  const compare = comparerOf(catalog, {
    asOf: "2026-11-20",
    askedOn: "2026-11-20",
    traffic: defaultTraffic,
    constraints: [],
  });
  compare(["openai/gpt-4.1", "qwen/qwen3.5-4b"]);
  const first = heap();
  for (const { id } of catalog.models) if (id !== "openai/gpt-4.1") compare(["openai/gpt-4.1", id]);
  const all = heap();
  const held = (bytes: number) => `${((bytes - before) / megabyte).toFixed(1)} MB`;
  return [
    `heap: catalog open ${held(opened)}, one comparison ${held(first)}, all models opened ${held(all)}`,
  ];
}

/** After a collection, where the process was started with --expose-gc. */
function heap(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}
