import type { Source } from "../evidence/source.ts";
import type { Block } from "./document.ts";

/** Sources in full, one line each: short name, day, address. */
export function sourceBlocks(
  sources: readonly Pick<Source, "name" | "observedOn" | "ref">[],
): readonly Block[] {
  if (sources.length === 0) return [];
  const lines = sources.map(({ name, observedOn, ref }) => `${name}, ${observedOn}: ${ref}`);
  return [
    { kind: "heading", text: "Sources" },
    { kind: "list", lines: [...new Set(lines)] },
  ];
}
