import type { Candidate } from "./candidate.ts";
import type { PairGap, ScoreRow } from "./score-row.ts";

/** What one row says of two models, seen from one of them. */
export interface PairRow {
  readonly row: ScoreRow;
  readonly pair: PairGap;
  readonly selfScore: number;
  readonly otherScore: number;
}

/** Rows on which both models have a score. */
export function rowsOfPair(
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

/** True when the gap is more than noise and speaks for the first model. */
export function isAhead({ pair, selfScore, otherScore }: PairRow): boolean {
  return (pair.label === "clear" || pair.label === "likely") && selfScore > otherScore;
}

/** `MMLU-Pro`, `tau2-bench (telecom)`. */
export function testName(row: ScoreRow): string {
  return row.test === "" ? row.name : `${row.name} (${row.test})`;
}
