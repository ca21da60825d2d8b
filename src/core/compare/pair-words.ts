import type { Candidate } from "./candidate.ts";
import type { ComparisonContext } from "./context.ts";
import { type PairRow, pairView, testName } from "./score-standing.ts";
import { listed, nameOf, type SourcedText } from "./wording.ts";

/** Every two of the models, in the order asked. */
export function pairsOf(
  candidates: readonly Candidate[],
): readonly (readonly [Candidate, Candidate])[] {
  return candidates.flatMap((a, index) => candidates.slice(index + 1).map((b) => [a, b] as const));
}

/** What the shared tests of two models amount to, in one sentence. */
export function qualityText(a: Candidate, b: Candidate, { rows }: ComparisonContext): SourcedText {
  const { rows: shared, ahead, behind, sources } = pairView(rows, a, b);
  if (shared.length === 0) {
    return {
      text: `${nameOf(a)} and ${nameOf(b)} share no benchmark: nothing is known of their difference in quality.`,
      sources: [],
    };
  }
  const parts = [
    leadText(a, ahead, shared.length),
    leadText(b, behind, shared.length),
    noneText(shared, "within-noise", "no difference is established"),
    noneText(shared, "unknown-n", "the item count is missing"),
    noneText(shared, "not-comparable", "the two took different tests"),
  ].filter((part) => part !== "");
  const [only] = shared;
  const what =
    shared.length === 1 && only !== undefined
      ? `one test, ${testName(only.row)}`
      : `${shared.length} tests`;
  return {
    text: `${nameOf(a)} and ${nameOf(b)} share ${what}: ${parts.join("; ")}.`,
    sources,
  };
}

const namedAtMost = 3;

/** `MMLU-Pro, GPQA Diamond and 4 more`. */
export function namedRows(rows: readonly PairRow[]): string {
  const names = rows.slice(0, namedAtMost).map(({ row }) => testName(row));
  const rest = rows.length - names.length;
  return listed(rest === 0 ? names : [...names, `${rest} more`]);
}

function leadText(candidate: Candidate, leads: readonly PairRow[], shared: number): string {
  if (leads.length === 0) return "";
  const sure = leads.filter(({ pair }) => pair.gap.label === "clear").length;
  const words =
    sure === leads.length
      ? "is ahead"
      : sure === 0
        ? "is probably ahead"
        : "is ahead or probably ahead";
  const where = shared === 1 ? "" : ` on ${leads.length} (${namedRows(leads)})`;
  return `${nameOf(candidate)} ${words}${where}`;
}

function noneText(shared: readonly PairRow[], label: string, words: string): string {
  const count = shared.filter(({ pair }) => pair.gap.label === label).length;
  if (count === 0) return "";
  return shared.length === 1 ? words : `on ${count} ${words}`;
}
