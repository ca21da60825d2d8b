import type { Ratio } from "../units.ts";
import { inverseOf, solve } from "./linear-solve.ts";
import { normalQuantile } from "./normal.ts";
import { mutualGroups, unconnectedGroups } from "./win-groups.ts";

/** What came of the comparisons of two models. A tie is half a win for each. */
export interface Games {
  readonly a: string;
  readonly b: string;
  readonly aWins: number;
  readonly bWins: number;
  readonly ties: number;
}

export interface Strength {
  readonly model: string;
  /** Logarithm of the strength; all sum to 0. */
  readonly logStrength: number;
  readonly standardError: number;
  /** `1000 + 400 / ln 10` times the logarithm. */
  readonly elo: number;
}

/**
 * Strengths from preferences, or why there are none: groups that never met cannot be ranked together,
 * and where some never lost to the others no strength is great enough.
 */
export type BradleyTerry =
  | {
      readonly kind: "ranked";
      readonly strengths: readonly Strength[];
      /** The first minus the second, with its chance to be preferred; null for an unknown name. */
      readonly between: (first: string, second: string) => StrengthGap | null;
    }
  | {
      readonly kind: "unconnected" | "separated";
      readonly groups: readonly (readonly string[])[];
    };

export interface StrengthGap {
  readonly difference: number;
  readonly standardError: number;
  readonly chanceFirst: Ratio;
  readonly interval95: readonly [number, number];
}

/**
 * The likeliest strengths (Bradley and Terry 1952, Biometrika 39:324; when they exist: Ford 1957, Hunter
 * 2004), by Newton's steps; errors from the pseudo-inverse of the observed information.
 */
export function bradleyTerry(models: readonly string[], games: readonly Games[]): BradleyTerry {
  const wins = winsBetween(models, games);
  const apart = unconnectedGroups(wins);
  const named = (groups: readonly (readonly number[])[]) =>
    groups.map((group) => group.map((i) => models[i] ?? ""));
  if (apart.length > 1) return { kind: "unconnected", groups: named(apart) };
  const mutual = mutualGroups(wins);
  if (mutual.length > 1) return { kind: "separated", groups: named(mutual) };

  const logs = likeliest(wins);
  const covariance = pseudoInverse(informationAt(wins, logs));
  const cell = (i: number, j: number) => covariance[i]?.[j] ?? Number.NaN;
  const at = (i: number) => logs[i] ?? Number.NaN;
  return {
    kind: "ranked",
    strengths: models.map((model, i) => ({
      model,
      logStrength: at(i),
      standardError: Math.sqrt(cell(i, i)),
      elo: 1000 + (400 / Math.LN10) * at(i),
    })),
    between: (first, second) => {
      const [i, j] = [models.indexOf(first), models.indexOf(second)];
      if (i < 0 || j < 0) return null;
      const difference = at(i) - at(j);
      const standardError = Math.sqrt(Math.max(0, cell(i, i) + cell(j, j) - 2 * cell(i, j)));
      const half = normalQuantile(0.975) * standardError;
      return {
        difference,
        standardError,
        chanceFirst: logistic(difference),
        interval95: [difference - half, difference + half],
      };
    },
  };
}

type Matrix = readonly (readonly number[])[];

/** How often the row was preferred to the column. */
function winsBetween(models: readonly string[], games: readonly Games[]): Matrix {
  const wins = models.map(() => new Array<number>(models.length).fill(0));
  const placeOf = new Map(models.map((model, i) => [model, i]));
  for (const { a, b, aWins, bWins, ties } of games) {
    const [i, j] = [placeOf.get(a), placeOf.get(b)];
    if (i === undefined || j === undefined || i === j) continue;
    const [rowA, rowB] = [wins[i], wins[j]];
    if (rowA !== undefined) rowA[j] = (rowA[j] ?? 0) + aWins + ties / 2;
    if (rowB !== undefined) rowB[i] = (rowB[i] ?? 0) + bWins + ties / 2;
  }
  return wins;
}

function likeliest(wins: Matrix): readonly number[] {
  let logs: readonly number[] = wins.map(() => 0);
  let height = logLikelihood(wins, logs);
  for (let step = 0; step < 200; step += 1) {
    const slope = slopeAt(wins, logs);
    const move = solve(grounded(informationAt(wins, logs)), slope);
    let scale = 1;
    let next = logs;
    let nextHeight = height;
    for (; scale > 1e-12; scale /= 2) {
      next = centred(logs.map((log, i) => log + scale * (move[i] ?? 0)));
      nextHeight = logLikelihood(wins, next);
      if (nextHeight >= height) break;
    }
    const moved = Math.max(...next.map((log, i) => Math.abs(log - (logs[i] ?? 0))));
    if (nextHeight >= height) [logs, height] = [next, nextHeight];
    if (moved < 1e-13 || scale <= 1e-12) break;
  }
  return logs;
}

function logLikelihood(wins: Matrix, logs: readonly number[]): number {
  let sum = 0;
  for (const [i, row] of wins.entries()) {
    for (const [j, count] of row.entries()) {
      const lead = (logs[i] ?? 0) - (logs[j] ?? 0);
      if (count > 0) sum -= count * (Math.max(0, -lead) + Math.log1p(Math.exp(-Math.abs(lead))));
    }
  }
  return sum;
}

function slopeAt(wins: Matrix, logs: readonly number[]): readonly number[] {
  return wins.map((row, i) =>
    row.reduce((sum, won, j) => {
      const met = won + (wins[j]?.[i] ?? 0);
      return sum + won - met * logistic((logs[i] ?? 0) - (logs[j] ?? 0));
    }, 0),
  );
}

/** Minus the second derivatives: rows sum to nothing, because only differences count. */
function informationAt(wins: Matrix, logs: readonly number[]): Matrix {
  return wins.map((row, i) => {
    const weights = row.map((won, j) => {
      const chance = logistic((logs[i] ?? 0) - (logs[j] ?? 0));
      return i === j ? 0 : (won + (wins[j]?.[i] ?? 0)) * chance * (1 - chance);
    });
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    return weights.map((weight, j) => (i === j ? total : -weight));
  });
}

/** With the mean of all pinned, which makes it invertible and changes nothing else. */
function grounded(information: Matrix): Matrix {
  return information.map((row) => row.map((value) => value + 1 / information.length));
}

function pseudoInverse(information: Matrix): Matrix {
  const share = 1 / information.length;
  return inverseOf(grounded(information)).map((row) => row.map((value) => value - share));
}

function centred(values: readonly number[]): readonly number[] {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.map((value) => value - mean);
}

function logistic(x: number): number {
  return 1 / (1 + Math.exp(-x));
}
