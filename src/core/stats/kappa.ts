import type { Ratio } from "../units.ts";

export interface Kappa {
  /** Share on which both agree. */
  readonly agreement: Ratio;
  /** Agreement beyond chance; null where chance alone makes both agree. */
  readonly kappa: number | null;
  readonly standardError: number | null;
  /** As if all labels were used alike. */
  readonly pabak: number;
}

/**
 * How far two label alike beyond chance, a judge and people say (Cohen 1960; error by Fleiss, Cohen and
 * Everitt 1969, Psychological Bulletin 72:323).
 *
 * @param table counts: a row for each label of the one, a column for each label of the other
 */
export function cohenKappa(table: readonly (readonly number[])[]): Kappa {
  const n = table.flat().reduce((sum, count) => sum + count, 0);
  const shares = table.map((row) => row.map((count) => count / n));
  const rows = shares.map((row) => row.reduce((sum, share) => sum + share, 0));
  const columns = rows.map((_, j) => shares.reduce((sum, row) => sum + (row[j] ?? 0), 0));
  const agreement = shares.reduce((sum, row, i) => sum + (row[i] ?? 0), 0);
  const chance = rows.reduce((sum, row, i) => sum + row * (columns[i] ?? 0), 0);
  const labels = table.length;
  const pabak = (labels * agreement - 1) / (labels - 1);
  if (1 - chance <= 0) return { agreement, kappa: null, standardError: null, pabak };

  let [diagonal, others] = [0, 0];
  for (const [i, row] of shares.entries()) {
    for (const [j, share] of row.entries()) {
      // The margins are crossed: the column of the row's label, and the row of the column's.
      const margins = (columns[i] ?? 0) + (rows[j] ?? 0);
      if (i === j) diagonal += share * (1 - chance - margins * (1 - agreement)) ** 2;
      else others += share * margins ** 2;
    }
  }
  const bend = (agreement * chance - 2 * chance + agreement) ** 2;
  const variance = (diagonal + (1 - agreement) ** 2 * others - bend) / (n * (1 - chance) ** 4);
  return {
    agreement,
    kappa: (agreement - chance) / (1 - chance),
    standardError: Math.sqrt(Math.max(0, variance)),
    pabak,
  };
}
