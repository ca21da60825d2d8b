import type { Source } from "../../src/core/evidence/source.ts";

/** A source to write tests with: first-party, seen on the first of November. */
export function sourceOf(given: Partial<Source> = {}): Source {
  const name = given.name ?? "Maker";
  return {
    name,
    ref: `https://example.org/${name.toLowerCase().replaceAll(" ", "-")}`,
    kind: "first-party",
    observedOn: "2026-11-01",
    confidence: "high",
    lineage: name,
    ...given,
  };
}
