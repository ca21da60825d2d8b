import type { Source } from "../evidence/source.ts";
import type { Candidate } from "./candidate.ts";
import type { PairGap, ScoreRow } from "./score-row.ts";

/** What one row says of two models, seen from the first. */
export interface PairRow {
  readonly row: ScoreRow;
  readonly pair: PairGap;
  readonly selfScore: number;
  readonly otherScore: number;
}

/** All rows on which two models meet, seen from the first. */
export interface PairView {
  readonly rows: readonly PairRow[];
  /** Where the gap is more than noise and speaks for the first; for the other. */
  readonly ahead: readonly PairRow[];
  readonly behind: readonly PairRow[];
  readonly sources: readonly Source[];
}

const views = new WeakMap<readonly ScoreRow[], Map<Candidate, Map<Candidate, PairView>>>();

/** Every part of a comparison asks this: the rows are gone through once for each pair. */
export function pairView(rows: readonly ScoreRow[], self: Candidate, other: Candidate): PairView {
  const ofRows = views.get(rows) ?? new Map<Candidate, Map<Candidate, PairView>>();
  views.set(rows, ofRows);
  const ofSelf = ofRows.get(self) ?? new Map<Candidate, PairView>();
  ofRows.set(self, ofSelf);
  const view = ofSelf.get(other) ?? viewOf(rows, self, other);
  ofSelf.set(other, view);
  return view;
}

function viewOf(rows: readonly ScoreRow[], self: Candidate, other: Candidate): PairView {
  const met = rowsOfPair(rows, self, other);
  return {
    rows: met,
    ahead: met.filter((each) => isBeyondNoise(each) && each.selfScore > each.otherScore),
    behind: met.filter((each) => isBeyondNoise(each) && each.selfScore < each.otherScore),
    sources: sourcesOfRows(met),
  };
}

function rowsOfPair(
  rows: readonly ScoreRow[],
  self: Candidate,
  other: Candidate,
): readonly PairRow[] {
  const selfId = self.dossier.entry.id;
  const otherId = other.dossier.entry.id;
  const found: PairRow[] = [];
  for (const row of rows) {
    for (const pair of row.gaps) {
      if (pair.from === selfId && pair.to === otherId) {
        const [selfScore, otherScore] = [pair.fromScore.score, pair.toScore.score];
        found.push({ row, pair, selfScore, otherScore });
      } else if (pair.to === selfId && pair.from === otherId) {
        const [selfScore, otherScore] = [pair.toScore.score, pair.fromScore.score];
        found.push({ row, pair, selfScore, otherScore });
      }
    }
  }
  return found;
}

/** Strictly: without a count of items nobody leads here, however large the gap. */
function isBeyondNoise({ pair }: PairRow): boolean {
  return pair.gap.label === "clear" || pair.gap.label === "likely";
}

/** Each source once. */
export function sourcesOfRows(rows: readonly PairRow[]): readonly Source[] {
  const sources = new Set<Source>();
  for (const { pair } of rows) sources.add(pair.fromScore.source).add(pair.toScore.source);
  return [...sources];
}

/** `MMLU-Pro`, `tau2-bench (telecom)`; where all took different tests the benchmark alone. */
export function testName({ name, test, gaps }: ScoreRow): string {
  const isOneTest = gaps.some(({ comparability }) => comparability !== "mismatch");
  return test === "" || !isOneTest ? name : `${name} (${test})`;
}
