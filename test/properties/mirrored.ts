import type { Comparison } from "../../src/core/compare/comparison.ts";

const sorted = (texts: readonly string[]) => [...texts].sort();

/** What must be the same, whoever is named first; gaps of benchmarks change their sign. */
export function mirrored(
  { verdict, cost, benchmarks }: Comparison,
  negates: boolean,
): readonly string[] {
  const { kind, choice, otherwise, confidence, flips } = verdict;
  const { level, probability, caps } = confidence;
  const gaps = benchmarks.map(({ benchmark, test: variant, label, deltaPoints }) => {
    const delta = deltaPoints === null ? null : (negates ? -deltaPoints : deltaPoints) + 0;
    return `${benchmark} ${label === "not-comparable" ? "" : variant} ${label} ${delta?.toFixed(9)}`;
  });
  return [
    `${kind} ${choice} ${otherwise}`,
    `${level} ${probability?.toFixed(12)} ${sorted(caps)}`,
    sorted(flips.map(({ variable, value, changesTo }) => `${variable} ${value} ${changesTo}`)).join(
      "; ",
    ),
    `${cost.gapUsd} ${cost.cheapest} ${cost.relation}`,
    sorted(gaps).join("; "),
  ];
}
