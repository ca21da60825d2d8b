import type { Ratio } from "../units.ts";
import { type Interval, wilsonInterval } from "./intervals.ts";
import { around, zOfLevel } from "./paired-difference.ts";
import type { PairedCounts } from "./tango.ts";

/** The table of two models on the same prompts: both right, one alone, neither. */
export interface PairedTable {
  readonly both: number;
  readonly onlyA: number;
  readonly onlyB: number;
  readonly neither: number;
}

/**
 * Where A minus B lies: the Wilson limits of both shares, joined with their correlation (Newcombe,
 * Statistics in Medicine 17 (1998) 2635-2650, method 10).
 */
export function pairedNewcombeInterval(table: PairedTable, level: Ratio = 0.95): Interval {
  const { both, onlyA, onlyB, neither } = table;
  const n = both + onlyA + onlyB + neither;
  const z = zOfLevel(level);
  const [shareA, shareB] = [(both + onlyA) / n, (both + onlyB) / n];
  const [lowA, highA] = wilsonInterval(shareA, n, z);
  const [lowB, highB] = wilsonInterval(shareB, n, z);
  const phi = correctedPhi(table, n);
  const joined = (x: number, y: number) => Math.sqrt(Math.max(0, x * x - 2 * phi * x * y + y * y));
  const difference = (onlyA - onlyB) / n;
  return [
    difference - joined(shareA - lowA, highB - shareB),
    difference + joined(highA - shareA, shareB - lowB),
  ];
}

/**
 * The same by Wald with one prompt added to each disagreement (Bonett and Price, Journal of Educational
 * and Behavioral Statistics 37 (2012) 479-488).
 */
export function bonettPriceInterval(counts: PairedCounts, level: Ratio = 0.95): Interval {
  const size = counts.n + 2;
  const [shareA, shareB] = [(counts.onlyA + 1) / size, (counts.onlyB + 1) / size];
  const variance = (shareA + shareB - (shareA - shareB) ** 2) / size;
  const [low, high] = around(shareA - shareB, zOfLevel(level) * Math.sqrt(variance));
  return [Math.max(-1, low), Math.min(1, high)];
}

/** Newcombe's correction takes half a table off a correlation above zero. */
function correctedPhi({ both, onlyA, onlyB, neither }: PairedTable, n: number): number {
  const product = (both + onlyA) * (onlyB + neither) * (both + onlyB) * (onlyA + neither);
  if (product === 0) return 0;
  const lean = both * neither - onlyA * onlyB;
  return (lean > 0 ? Math.max(0, lean - n / 2) : lean) / Math.sqrt(product);
}
