import { fileURLToPath } from "node:url";
import type { Architecture } from "../../src/core/sizing/architecture.ts";
import type { Gpu } from "../../src/core/sizing/gpu.ts";
import type { Precision } from "../../src/core/sizing/precision.ts";
import type { SizingFacts } from "../../src/core/sizing/sizing-facts.ts";
import { readSizing } from "../../src/sources/authored/sizing/read-sizing.ts";

const read = await readSizing(fileURLToPath(new URL("../../data", import.meta.url)));
if (!read.ok) throw new Error(JSON.stringify(read.problem));

/** What stands in `data/` about weights of one's own. */
export const sizingFacts: SizingFacts = read.value;

export function architectureOf(id: string): Architecture {
  return named(sizingFacts.architectures, id);
}

export function gpuOf(id: string): Gpu {
  return named(sizingFacts.gpus, id);
}

function named<T extends { readonly id: string }>(all: readonly T[], id: string): T {
  const found = all.find((each) => each.id === id);
  if (found === undefined) throw new Error(`${id} has no file`);
  return found;
}

export function precisionOf(id: string): Precision {
  return named(sizingFacts.precisions, id);
}
