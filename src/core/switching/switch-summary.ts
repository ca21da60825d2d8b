import type { Candidate } from "../compare/candidate.ts";
import { describeStanding } from "../compare/candidates.ts";
import type { ComparedBenchmark, ComparedMove } from "../compare/comparison.ts";
import type { ComparisonContext } from "../compare/context.ts";
import { counted, listed, nameOf } from "../compare/wording.ts";
import type { CitedText } from "../verdict/verdict.ts";

/** The answer in a few sentences: what it takes, what it costs, who is better, until when one can go back. */
export function switchSummary(
  { candidates, book, moving }: ComparisonContext,
  move: ComparedMove,
  benchmarks: { readonly shown: readonly ComparedBenchmark[]; readonly others: number },
): readonly CitedText[] {
  const [from, to] = candidates;
  if (from === undefined || to === undefined) return [];
  const ofCode = (code: string) =>
    move.items
      .filter((item) => item.code === code)
      .map(({ text, sources }): CitedText => ({ text, sources }));
  return [
    ...ofCode("lifecycle"),
    { text: effort(to, move), sources: [] },
    ...ofCode("cost-at-traffic"),
    ...(moving?.outputRatio === undefined ? [] : ofCode("verbosity")),
    { text: quality(from, to, benchmarks), sources: sourcesIn(benchmarks.shown) },
    { text: `Route: ${where(from)}; ${where(to)}.`, sources: book.cite([]) },
  ];
}

function effort(to: Candidate, { items }: ComparedMove): string {
  const count = (severity: string) => items.filter((item) => item.severity === severity).length;
  const [blockers, works, checks, gains] = ["blocker", "work", "check", "gain"].map(count);
  const rest = `${counted(works ?? 0, "thing")} to change, ${checks ?? 0} to check, ${counted(gains ?? 0, "gain")}`;
  return (blockers ?? 0) > 0
    ? `You cannot move to ${nameOf(to)} as things stand: ${counted(blockers ?? 0, "blocker")}; besides ${rest}.`
    : `Nothing stated stands against ${nameOf(to)}: ${rest}.`;
}

function quality(
  from: Candidate,
  to: Candidate,
  { shown, others }: { readonly shown: readonly ComparedBenchmark[]; readonly others: number },
): string {
  if (shown.length === 0 && others === 0) {
    return "They share no test whose scores can be compared: only your own prompts can tell.";
  }
  const names = (isAhead: boolean) =>
    shown
      .filter(({ deltaPoints }) => (deltaPoints ?? 0) > 0 === isAhead)
      .map(({ name, test, label }) => {
        const full = test === "" ? name : `${name}, ${test}`;
        return label === "likely" ? `${full} (probably)` : full;
      });
  const [ahead, behind] = [names(true), names(false)];
  const parts = [
    ahead.length > 0 && `ahead of ${nameOf(from)} on ${shortened(ahead)}`,
    behind.length > 0 && `behind on ${shortened(behind)}`,
    others > 0 && `no difference established on ${counted(others, "test")}`,
  ].filter((part) => part !== false);
  return `${nameOf(to)} is ${parts.join(", ").replace(/^no/, "not told apart: no")}.`;
}

function shortened(names: readonly string[]): string {
  const rest = names.length - 5;
  return rest <= 0 ? listed(names) : `${names.slice(0, 5).join(", ")} and ${rest} more`;
}

function sourcesIn(rows: readonly ComparedBenchmark[]): readonly string[] {
  return [...new Set(rows.flatMap(({ sources }) => sources))];
}

function where(candidate: Candidate): string {
  const { route } = candidate;
  return route === undefined
    ? `none for ${nameOf(candidate)}: ${describeStanding(candidate.standing)}`
    : `${nameOf(candidate)} at ${route.provider.name} as ${route.entry.providerModelId}`;
}
