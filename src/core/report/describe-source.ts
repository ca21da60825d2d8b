import type { SourceKind } from "../evidence/source.ts";

/** Who speaks: how near a source stands to what it speaks of. */
export function describeSourceKind(kind: SourceKind): string {
  return kindWords[kind];
}

const kindWords: Readonly<Record<SourceKind, string>> = {
  "own-evidence": "your own measurement",
  "own-facts": "your own facts",
  "first-party": "first party",
  "benchmark-owner": "runs the benchmark",
  independent: "independent",
  "other-maker": "another maker",
  aggregator: "a collection",
  assumption: "assumed here",
};
