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
  constraintsHint: "such as vision; region=eu",
  failedTask: "A failed task costs, in dollars",
  asOf: "As of",
  submit: "Answer for this",
  reset: "Start over",
} as const;

/** A must that a form offers by itself; anything else can be written out. */
export type NeedField =
  | { readonly kind: "check"; readonly label: string; readonly constraint: string }
  | {
      readonly kind: "text";
      readonly name: string;
      readonly label: string;
      readonly hint: string;
      /** What is written before the value. */
      readonly start: string;
    };

export const needFields: readonly NeedField[] = [
  { kind: "check", label: "Tool calls", constraint: "tools" },
  { kind: "check", label: "Structured output", constraint: "structured-output" },
  { kind: "check", label: "Reads images", constraint: "vision" },
  { kind: "check", label: "Reasoning", constraint: "reasoning" },
  { kind: "check", label: "Open weights", constraint: "open-weights" },
  { kind: "check", label: "No training on your data", constraint: "no-training" },
  {
    kind: "text",
    name: "context",
    label: "Reads at least",
    hint: "200k tokens",
    start: "context>=",
  },
  { kind: "text", name: "region", label: "Region", hint: "eu", start: "region=" },
  {
    kind: "text",
    name: "budget",
    label: "At most a month, in dollars",
    hint: "500",
    start: "max-monthly=",
  },
];

/** What the page of changes asks. */
export const changesWords = {
  legend: "Which changes",
  from: "From",
  to: "To",
  models: "Only these models",
} as const;

/** What the page that picks models says. */
export const pickWords = {
  models: "Two or more models, by any name, with commas between them",
  example: "gpt 4.1, qwen3.5 4b",
  submit: "Compare",
  unclear: "Which do you mean?",
  widely: "Widely sold, side by side",
  widelyWhy: "The models that most sellers offer, each with another maker's at about its price.",
  recent: "Changed in the last 30 days",
  all: "All changes",
} as const;

/** What the page that looks through code asks. */
export const scanWords = {
  title: "Models named in code",
  lead: "Paste code, a manifest or a configuration: which models it names, when each ends and what may take its place.",
  code: "Code",
  submit: "Look through it",
  kept: "What is pasted is read once and kept nowhere.",
} as const;
