import type { StatedMonth } from "../cost/stated-month.ts";

/** A field of the month that a form asks for, and the range a slider offers for it. */
export interface MonthField {
  readonly name: keyof StatedMonth;
  readonly label: string;
  readonly scale: "log" | "percent";
  readonly min: number;
  readonly max: number;
}

/** What a month of traffic is asked by, in the order it is asked. */
export const monthFields: readonly MonthField[] = [
  { name: "requests", label: "Requests a month", scale: "log", min: 1e2, max: 1e8 },
  { name: "in-each", label: "Tokens in, a request", scale: "log", min: 10, max: 1e6 },
  { name: "out-each", label: "Tokens out, a request", scale: "log", min: 1, max: 1e5 },
  { name: "cached", label: "Repeated prompt, of the input", scale: "percent", min: 0, max: 100 },
  { name: "hit", label: "Found in the cache, of it", scale: "percent", min: 0, max: 100 },
  { name: "batch", label: "Can wait as a batch", scale: "percent", min: 0, max: 100 },
];

/** What else a question may state, as forms word it. */
export const askedWords = {
  traffic: "Your traffic",
  more: "What you need",
  task: "Kind of work",
  anyTask: "any: every skill counts",
  constraints: "Musts",
  constraintsHint: "such as vision, context>=200k, region=eu",
  failedTask: "A failed task costs, in dollars",
  asOf: "As of",
  submit: "Answer for this",
  reset: "Start over",
} as const;
