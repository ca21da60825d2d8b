import type { Outcome } from "../../src/core/problems/problem.ts";
import type { SizingFacts } from "../../src/core/sizing/sizing-facts.ts";
import { openSizing } from "../../src/store/sizing-file.ts";

const seen = new Set(["qwen3.5-4b", "qwen3.5-9b", "gpt-oss-120b"]);
const devices = new Set(["l4", "a10g", "l40s", "h100", "rtx-4090", "m2-ultra"]);

/** A few architectures and GPUs, as they were compiled. */
export async function smallSizing(): Promise<Outcome<SizingFacts>> {
  const facts = openSizing();
  const architectures = facts.architectures.filter(({ id }) => seen.has(id));
  const gpus = facts.gpus.filter(({ id }) => devices.has(id));
  return { ok: true, value: { ...facts, architectures, gpus } };
}
